// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/cross_brokerage.hpp"

#include <algorithm>
#include <map>

#include "engine/base/assert.hpp"

namespace entente::bipartite {
namespace {

using Bits = std::vector<std::uint64_t>;

bool meet(const Bits& a, const Bits& b) {
  for (std::size_t w = 0; w < a.size(); ++w) {
    if ((a[w] & b[w]) != 0) return true;
  }
  return false;
}

// Actors of one sector with the same items.
struct Pattern {
  Bits items;
  std::uint32_t sector = 0, count = 0, degree = 0;
};

struct Patterns {
  std::vector<Pattern> all;
  std::vector<std::uint32_t> of_actor;
  bool one_sector = true;

  bool apart(const Pattern& a, const Pattern& b) const {
    return (one_sector || a.sector != b.sector) && !meet(a.items, b.items);
  }
};

Patterns patterns_of(const Incidence& table, std::span<const std::uint32_t> sector_of_actor) {
  ENTENTE_ASSERT(sector_of_actor.size() == table.actors());
  Patterns patterns;
  std::map<std::pair<Bits, std::uint32_t>, std::uint32_t> number;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    Bits items((table.items() + 63) / 64, 0);
    for (const std::uint32_t j : table.row(i)) items[j / 64] |= std::uint64_t{1} << (j % 64);
    const auto [at, is_new] = number.emplace(std::pair(items, sector_of_actor[i]),
                                             static_cast<std::uint32_t>(patterns.all.size()));
    if (is_new) patterns.all.push_back({std::move(items), sector_of_actor[i], 0, table.row_sum(i)});
    ++patterns.all[at->second].count;
    patterns.of_actor.push_back(at->second);
    patterns.one_sector = patterns.one_sector && sector_of_actor[i] == sector_of_actor[0];
  }
  return patterns;
}

}  // namespace

std::vector<double> cross_brokerage(const Incidence& table,
                                    std::span<const std::uint32_t> sector_of_actor) {
  const Patterns patterns = patterns_of(table, sector_of_actor);
  const std::size_t n = patterns.all.size();
  // How many actors of pattern c each actor of pattern a is apart from.
  std::vector<double> apart(n * n, 0);
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t c = 0; c < n; ++c) {
      if (patterns.apart(patterns.all[a], patterns.all[c]))
        apart[a * n + c] = patterns.all[c].count;
    }
  }
  std::vector<double> of_pattern(n, 0), reached(n);
  for (std::size_t b = 0; b < n; ++b) {
    if (patterns.all[b].degree < 2) continue;
    std::fill(reached.begin(), reached.end(), 0.0);
    for (std::size_t a = 0; a < n; ++a) {
      if (!meet(patterns.all[a].items, patterns.all[b].items)) continue;
      const double* const row = apart.data() + a * n;
      for (std::size_t c = 0; c < n; ++c) reached[c] += patterns.all[a].count * row[c];
    }
    for (std::size_t c = 0; c < n; ++c) {
      if (reached[c] > 0 && meet(patterns.all[c].items, patterns.all[b].items))
        of_pattern[b] += reached[c];
    }
  }
  std::vector<double> result;
  for (const std::uint32_t pattern : patterns.of_actor) result.push_back(of_pattern[pattern] / 2);
  return result;
}

std::vector<double> joined_sectors(const Incidence& table,
                                   std::span<const std::uint32_t> sector_of_actor,
                                   std::uint32_t sectors, std::uint32_t actor) {
  const Patterns patterns = patterns_of(table, sector_of_actor);
  const Pattern& broker = patterns.all[patterns.of_actor[actor]];
  std::vector<double> joined(std::size_t{sectors} * sectors, 0);
  for (std::size_t a = 0; a < patterns.all.size(); ++a) {
    if (!meet(patterns.all[a].items, broker.items)) continue;
    for (std::size_t c = a + 1; c < patterns.all.size(); ++c) {
      const Pattern &one = patterns.all[a], &other = patterns.all[c];
      if (!patterns.apart(one, other) || !meet(other.items, broker.items)) continue;
      const auto [low, high] = std::minmax(one.sector, other.sector);
      joined[std::size_t{low} * sectors + high] += double{1} * one.count * other.count;
    }
  }
  return joined;
}

}  // namespace entente::bipartite
