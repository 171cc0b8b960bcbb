// SPDX-License-Identifier: Apache-2.0
// GML as a stream of keys, values and brackets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/io/source_text.hpp"

namespace entente::io {

struct GmlToken {
  // A word is neither a key nor a number: what some write without quotes.
  enum class Kind : std::uint8_t { key, integer, real, text, word, open, close, end, wrong };
  Kind kind;
  std::string_view text;  // of a text: between its quotes, with its entities and backslashes
  std::uint64_t offset;
};

class GmlScanner {
 public:
  explicit GmlScanner(const SourceText& source) : source_(source), text_(source.text()) {}
  GmlToken next();

 private:
  const SourceText& source_;
  std::string_view text_;
  std::uint64_t at_ = 0;
};

// The text without the backslashes that graph-tool puts before quotes, and then before themselves;
// GML has none, so that elsewhere they stay.
std::string without_backslashes(std::string_view text);

// The text without entities; what is no entity stays, and `unknown` is set.
std::string without_entities(std::string_view text, bool& unknown);

}  // namespace entente::io
