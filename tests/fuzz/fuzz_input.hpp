// SPDX-License-Identifier: Apache-2.0
// The bytes that a fuzzer made up, as the texts and files that readers take.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/graph_file.hpp"
#include "engine/projection/file_view.hpp"

namespace entente::fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string() : std::string(reinterpret_cast<const char*>(data), size);
}

// Several files in one: they are divided by lines of four dashes. Always `count` of them.
inline std::vector<std::string> files_of(std::string_view text, std::size_t count) {
  std::vector<std::string> files;
  while (files.size() + 1 < count) {
    const std::size_t end = text.find("----\n");
    files.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 5);
  }
  files.emplace_back(text);
  return files;
}

// What was read keeps its promises: a View can be made of it, or it is refused with a reason.
inline void use(const Expected<io::GraphFile>& file) {
  if (!file) {
    if (file.error().empty()) __builtin_trap();
    return;
  }
  for (const WeightRole role : {WeightRole::ignore, WeightRole::strength, WeightRole::distance}) {
    const auto view = view_of(file->graph, {.weight = role, .days = true});
    if (!view && view.error().empty()) __builtin_trap();
  }
}

}  // namespace entente::fuzz
