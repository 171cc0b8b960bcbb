// SPDX-License-Identifier: Apache-2.0
// The text of a file, which knows the line and column of each of its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace entente::io {

class SourceText {
 public:
  SourceText(std::string file, std::string bytes);

  const std::string& file() const noexcept { return file_; }
  std::string_view text() const noexcept { return bytes_; }  // without a byte order mark
  std::size_t lines() const noexcept { return line_starts_.size(); }
  // Lines end with LF, CR LF or CR alone; columns count characters (code points). Both from 1.
  Position position(std::uint64_t offset) const;

 private:
  std::string file_, bytes_;
  std::vector<std::uint64_t> line_starts_;
};

}  // namespace entente::io
