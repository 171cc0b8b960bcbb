// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"

#include <cstring>

namespace entente {
namespace {

constexpr Utf8Character invalid{.code = 0xFFFD, .size = 1, .valid = false};

}  // namespace

Utf8Character utf8_character(std::string_view text, std::size_t offset) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[offset + i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return {.code = first};
  const std::uint8_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - offset < size) return invalid;
  char32_t code = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return invalid;
    code = (code << 6) | (byte(i) & 0x3FU);
  }
  const bool overlong = code < (size == 4 ? 0x10000U : size == 3 ? 0x800U : 0x80U);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (overlong || surrogate || code > 0x10FFFF) return invalid;
  return {.code = code, .size = size};
}

std::size_t find_invalid_utf8(std::string_view text) noexcept {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::size_t i = 0; i < text.size();) {
    if (text.size() - i >= sizeof high_bits) {  // most files are ASCII: eight bytes at a time
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, sizeof word);
      if ((word & high_bits) == 0) {
        i += sizeof word;
        continue;
      }
    }
    const Utf8Character character = utf8_character(text, i);
    if (!character.valid) return i;
    i += character.size;
  }
  return std::string_view::npos;
}

}  // namespace entente
