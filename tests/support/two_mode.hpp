// SPDX-License-Identifier: Apache-2.0
// Two-mode graphs for tests, and every partition of a few vertices.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente::test {

// One text per actor, one character per item: 1 an edge, 0 none, ? unknown, - impossible. Actors
// are a000, a001, ..., items i000, i001, ...
View two_mode(const std::vector<std::string>& rows);
View two_mode(const std::vector<std::string>& rows, std::uint32_t items);  // for no actors at all

// A row per actor, of strengths; 0 is no edge. Named as above.
View weighted_two_mode(const std::vector<std::vector<double>>& rows);

struct RandomTable {
  std::uint32_t actors = 0, items = 0;
  double density = 0.5;
  double hidden = 0;  // chance of a cell without an edge to be unknown
};
View random_two_mode(const RandomTable& table, std::uint64_t seed);

// tests/data/graphs/davis_southern_women: 18 women, then 14 events, each sorted by key.
View southern_women();

// Calls use(groups) for every partition of n vertices, groups numbered by first vertex.
void for_each_partition(std::uint32_t n,
                        const std::function<void(const std::vector<std::uint32_t>&)>& use);

}  // namespace entente::test
