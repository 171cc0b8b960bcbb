// SPDX-License-Identifier: Apache-2.0
// A text with its ASCII capitals in small letters; other characters stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace entente {

inline std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace entente
