// SPDX-License-Identifier: Apache-2.0
// A file that appears whole or not at all: it is written beside its place and moved there when it
// is complete, so that a reader sees the old content or the new one. Without commit() nothing
// stays.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/io/output_file.hpp"
#include "engine/io/temporary_files.hpp"

namespace entente::io {

class AtomicFile {
 public:
  // Diagnostic F201: no file can be made there. A device or a pipe is written to as it is.
  static Expected<AtomicFile> create(const std::string& path);

  void write(std::string_view text) { file_.write(text); }
  // All of it on disk, not yet in its place; or F202. For files that appear together.
  Diagnostics close();
  // Empty, and the file is there; or F201 or F202, and what was there before is untouched.
  Diagnostics commit();

 private:
  AtomicFile(std::string path, OutputFile file, std::optional<TemporaryPath> partial);

  std::string path_;
  OutputFile file_;
  bool is_closed_ = false;
  std::optional<TemporaryPath> partial_;  // none for a device
};

// A whole file at once.
Diagnostics write_file(const std::string& path, std::string_view text);

}  // namespace entente::io
