// SPDX-License-Identifier: Apache-2.0
#include "engine/io/source_text.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/parallel.hpp"

namespace entente::io {

SourceText::SourceText(std::string file, std::string bytes, std::stop_token stop)
    : file_(std::move(file)), bytes_(std::move(bytes)), line_starts_{0}, stop_(std::move(stop)) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) bytes_.erase(0, 3);
  const bool only_line_feeds = bytes_.find('\r') == std::string::npos;
  const auto next = [&](std::size_t at) {
    return only_line_feeds ? bytes_.find('\n', at) : bytes_.find_first_of("\r\n", at);
  };
  for (auto at = next(0); at != std::string::npos; at = next(at)) {
    at += bytes_.compare(at, 2, "\r\n") == 0 ? 2 : 1;
    line_starts_.push_back(at);
  }
}

void SourceText::check_stop() const {
  if (stop_.stop_requested()) throw Stopped{};
}

Position SourceText::position(std::uint64_t offset) const {
  offset = std::min<std::uint64_t>(offset, bytes_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  std::uint32_t column = 1;
  for (auto at = *(next - 1); at < offset; ++at) {
    // A byte 10xxxxxx continues the character before it.
    if ((static_cast<unsigned char>(bytes_[at]) & 0xC0) != 0x80) ++column;
  }
  return {file_, static_cast<std::uint32_t>(next - line_starts_.begin()), column};
}

}  // namespace entente::io
