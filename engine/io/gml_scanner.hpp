// SPDX-License-Identifier: Apache-2.0
// GML as a stream of keys, values and brackets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::io {

struct GmlToken {
  enum class Kind : std::uint8_t { key, integer, real, text, open, close, end, wrong };
  Kind kind;
  std::string_view text;  // of a text: between its quotes, with its entities
  std::uint64_t offset;
};

class GmlScanner {
 public:
  explicit GmlScanner(std::string_view text) : text_(text) {}
  GmlToken next();

 private:
  std::string_view text_;
  std::uint64_t at_ = 0;
};

// The text without entities; what is no entity stays, and `unknown` is set.
std::string without_entities(std::string_view text, bool& unknown);

}  // namespace entente::io
