// SPDX-License-Identifier: Apache-2.0
#include "engine/question/sentence.hpp"

namespace entente {
namespace {

// Calls text(piece) and slot(name, where) in the order of the template.
template <class Text, class Slot>
void read(std::string_view sentence, const Text& text, const Slot& slot) {
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t brace = sentence.find_first_of("{}", at);
    text(sentence.substr(at, brace - at));
    if (brace == std::string_view::npos) return;
    const char c = sentence[brace];
    if (brace + 1 < sentence.size() && sentence[brace + 1] == c) {
      text(sentence.substr(brace, 1));
      at = brace + 2;
      continue;
    }
    const std::size_t end = sentence.find_first_of("{}", brace + 1);
    if (c == '}' || end == std::string_view::npos || sentence[end] == '{') {
      slot(sentence.substr(brace, 1), brace);
      at = brace + 1;
      continue;
    }
    slot(sentence.substr(brace + 1, end - brace - 1), brace);
    at = end + 1;
  }
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> slots_in(std::string_view sentence) {
  std::vector<std::pair<std::string, std::size_t>> found;
  read(
      sentence, [](std::string_view) {},
      [&](std::string_view name, std::size_t at) { found.emplace_back(name, at); });
  return found;
}

std::string filled(std::string_view sentence, const Slots& slots) {
  std::string text;
  const auto add = [&](std::string_view piece) {
    // An empty slot between two blanks leaves one of them.
    if ((text.empty() || text.back() == ' ') && piece.starts_with(' ')) piece.remove_prefix(1);
    text += piece;
  };
  read(sentence, add, [&](std::string_view name, std::size_t) {
    const auto slot = slots.find(name);
    add(slot == slots.end() ? std::string_view() : std::string_view(slot->second));
  });
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace entente
