// SPDX-License-Identifier: Apache-2.0
// Tables with roll calls, and every table with the sums of a given one, the slow and obvious way.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::test {

// One text per actor, one character per column: y, n and a (abstained) or ? (unknown) for a roll
// call, 1, 0 or ? for an item. A column is a roll call where any of its characters is y, n or a.
// Columns are c0000, c0001, ...; a roll call is two items, c0000.no and c0000.yes.
View votes(const std::vector<std::string>& rows);

struct RandomVotes {
  std::uint32_t actors = 0, roll_calls = 0, items = 0;
  double yes = 0.4, no = 0.3, signs = 0.4, hidden = 0;
};
View random_votes(const RandomVotes& shape, std::uint64_t seed);

using Rows = std::vector<std::vector<std::uint32_t>>;
Rows rows_of(const bipartite::Incidence& table);

// Calls use(rows) for every table with the sums, the known cells and the roll calls of `table`.
void for_each_table(const bipartite::Incidence& table, const std::function<void(const Rows&)>& use);

}  // namespace entente::test
