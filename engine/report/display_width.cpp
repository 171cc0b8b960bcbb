// SPDX-License-Identifier: Apache-2.0
#include "engine/report/display_width.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente {
namespace {

constexpr std::string_view ellipsis = "\xe2\x80\xa6";

std::size_t width_of(UChar32 c) noexcept {
  if (c >= 0x20 && c < 0x7f) return 1;
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

// The character that begins at `at`, which moves behind it; a broken byte counts as one character.
UChar32 next(std::string_view text, std::size_t& at) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int64_t>(at);
  const auto size = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, i, size, c);
  at = static_cast<std::size_t>(i);
  return c;
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next(text, at));
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t taken = 0, used = 0;
  for (std::size_t at = 0; at < text.size();) {
    used += width_of(next(text, at));
    if (used > width - 1) break;
    taken = at;
  }
  while (taken > 0 && text[taken - 1] == ' ') --taken;
  return std::string(text.substr(0, taken)).append(ellipsis);
}

std::string pad_to_width(std::string_view text, std::size_t width, Align align) {
  const std::size_t used = display_width(text);
  const std::string blanks(used < width ? width - used : 0, ' ');
  return align == Align::left ? std::string(text) + blanks : blanks + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      lines.emplace_back();
      used = 0;
      ++at;
      continue;
    }
    if (text[at] == ' ' && used > 0) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && text[end] == ' ') ++end;  // what a line is indented by
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    const std::string_view word = text.substr(at, end - at);
    const std::size_t size = display_width(word);
    if (used > 0 && used + 1 + size > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += size;
    at = end;
  }
  return lines;
}

std::string wrapped(std::string_view lead, std::string_view text, std::size_t width) {
  const std::size_t indent = display_width(lead);
  std::string result(lead);
  bool first = true;
  for (const std::string& line : wrap(text, width > indent + 20 ? width - indent : 20)) {
    if (!first && !line.empty()) result += std::string(indent, ' ');
    result += line + '\n';
    first = false;
  }
  return result;
}

}  // namespace entente
