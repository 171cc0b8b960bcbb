// SPDX-License-Identifier: Apache-2.0
// What is said of nodes and edges beside the graph itself: properties of nodes in words, and days.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace entente {

// A property of the nodes as a reader hands it over; "" where nothing is known.
struct NodeTexts {
  std::string name;
  std::vector<std::string> texts;  // by node
};

// The same as a View keeps it: equal texts have equal codes.
struct NodeColumn {
  std::string name;
  std::vector<std::uint32_t> code;  // by vertex, a position in words
  std::vector<std::string> words;   // ascending
  const std::string& text(std::uint32_t vertex) const noexcept { return words[code[vertex]]; }
  bool operator==(const NodeColumn&) const = default;
};

// Something happened on one of these days, both included; days count from any day that all agree
// on.
struct DayRange {
  static constexpr std::int32_t unbounded_below = std::numeric_limits<std::int32_t>::min();
  static constexpr std::int32_t unbounded_above = std::numeric_limits<std::int32_t>::max();
  std::int32_t first = unbounded_below, last = unbounded_above;
  auto operator<=>(const DayRange&) const = default;
};

}  // namespace entente
