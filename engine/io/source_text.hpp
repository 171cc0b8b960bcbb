// SPDX-License-Identifier: Apache-2.0
// The text of a file, which knows the line and column of each of its bytes, and whether whoever
// wants it read still does.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace entente::io {

class SourceText {
 public:
  SourceText(std::string file, std::string bytes, std::stop_token stop = {});

  const std::string& file() const noexcept { return file_; }
  std::string_view text() const noexcept { return bytes_; }  // without a byte order mark
  std::size_t lines() const noexcept { return line_starts_.size(); }
  // Lines end with LF, CR LF or CR alone; columns count characters (code points). Both from 1.
  Position position(std::uint64_t offset) const;
  // Throws Stopped once a stop was requested; readers ask at each line or value.
  void check_stop() const;

 private:
  std::string file_, bytes_;
  std::vector<std::uint64_t> line_starts_;
  std::stop_token stop_;
};

}  // namespace entente::io
