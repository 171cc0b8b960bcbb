// SPDX-License-Identifier: Apache-2.0
// UTF-8, one character at a time: what readers check and writers repair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";  // U+FFFD

struct Utf8Character {
  char32_t code = 0;      // meaningless where !valid
  std::uint8_t size = 1;  // bytes that it takes; 1 where !valid
  bool valid = true;
};

// The character that begins at `offset` (which is inside the text). Overlong forms, surrogates and
// code points above U+10FFFF are not valid.
Utf8Character utf8_character(std::string_view text, std::size_t offset) noexcept;

// The offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

}  // namespace entente
