// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "engine/study/outliers.hpp"

namespace entente {
namespace {

double likeness(const bipartite::Incidence& table, std::uint32_t a, std::uint32_t b,
                std::uint32_t without) {
  std::uint32_t shared = 0, either = 0;
  const auto row_a = table.row(a), row_b = table.row(b);
  auto i = row_a.begin(), j = row_b.begin();
  while (i != row_a.end() || j != row_b.end()) {
    const std::uint32_t item = j == row_b.end() || (i != row_a.end() && *i < *j) ? *i : *j;
    const bool in_a = i != row_a.end() && *i == item, in_b = j != row_b.end() && *j == item;
    i += in_a ? 1 : 0;
    j += in_b ? 1 : 0;
    if (item == without || !table.known(a, item) || !table.known(b, item)) continue;
    ++either;
    shared += in_a && in_b ? 1 : 0;
  }
  return either == 0 ? 0 : static_cast<double>(shared) / either;
}

}  // namespace

std::vector<std::uint32_t> peers_of(const bipartite::Incidence& table, std::uint32_t actor,
                                    std::uint32_t item) {
  std::vector<std::pair<double, std::uint32_t>> candidates;
  for (std::uint32_t other = 0; other < table.actors(); ++other) {
    if (other == actor || (item != no_item && !table.has(other, item))) continue;
    const double alike = likeness(table, actor, other, item);
    if (alike > 0) candidates.emplace_back(-alike, other);
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::uint32_t> peers;
  for (std::size_t k = 0; k < candidates.size() && k < 3; ++k)
    peers.push_back(candidates[k].second);
  return peers;
}

}  // namespace entente
