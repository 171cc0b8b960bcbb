// SPDX-License-Identifier: Apache-2.0
// A file being written, in large pieces. The first thing that goes wrong is kept until close().
#pragma once

#include <string>
#include <string_view>

#include "engine/base/expected.hpp"

namespace entente::io {

class OutputFile {
 public:
  // Diagnostic F201: the file cannot be made there. `shown` is its name in diagnostics.
  static Expected<OutputFile> create(const std::string& path, std::string shown);
  // An existing device or pipe.
  static Expected<OutputFile> open_device(const std::string& path);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();  // closes, but does not tell what went wrong

  void write(std::string_view text);
  // All of it on disk, or F202: it could not be written (the disk may be full).
  Diagnostics close();

 private:
  OutputFile(int descriptor, std::string shown);
  void flush();
  void put(std::string_view text);

  int descriptor_;
  std::string shown_, buffer_;
  int problem_ = 0;  // errno of the first write that failed
};

}  // namespace entente::io
