// SPDX-License-Identifier: Apache-2.0
// Text kept once: equal texts have equal handles, and a handle costs four bytes.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

enum class Text : std::uint32_t {};  // Text{0} is the empty text

class TextPool {
 public:
  TextPool();
  TextPool(TextPool&&) noexcept = default;
  TextPool& operator=(TextPool&&) noexcept = default;

  Text intern(std::string_view text);
  std::string_view operator[](Text text) const noexcept {
    return texts_[static_cast<std::uint32_t>(text)];
  }

 private:
  std::deque<std::string> texts_;  // a deque never moves its elements, so the keys below stay valid
  std::unordered_map<std::string_view, Text> index_;
};

}  // namespace entente
