// SPDX-License-Identifier: Apache-2.0
// What a text means, looked up only where it differs from the text before: most columns of a table
// say the same in row after row.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

template <class Value>
class Repeated {
 public:
  // look_up(text) gives a value, or nothing, which is asked for again the next time.
  template <class LookUp>
  std::optional<Value> operator()(std::string_view text, const LookUp& look_up) {
    if (value_ && text == text_) return value_;
    value_ = look_up(text);
    if (value_) text_ = text;
    return value_;
  }

 private:
  std::string text_;
  std::optional<Value> value_;
};

}  // namespace entente
