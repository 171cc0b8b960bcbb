// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/nodf.hpp"

#include <algorithm>
#include <bit>
#include <functional>

#include "engine/base/sum.hpp"
#include "engine/bipartite/overlaps.hpp"

namespace entente::bipartite {
namespace {

// Of one side. `shared[k]`: what pairs share whose smaller fill is k. Whole numbers, so that equal
// tables have equal bits in any order of their lines.
struct SideSum {
  std::vector<std::uint64_t> shared;
  std::uint64_t pairs = 0, incomparable = 0;

  double value() const {
    Sum sum;
    for (std::size_t k = 1; k < shared.size(); ++k) {
      sum += 100 * static_cast<double>(shared[k]) / static_cast<double>(k);
    }
    return sum.value();
  }
};

SideSum empty_sum(const SideOf& side) {
  return {std::vector<std::uint64_t>(std::size_t{side.other_size()} + 1, 0), 0, 0};
}

// Each line of the other side is a shared one for all pairs of its members: a member of fill k
// meets as many larger ones there as stand before it when sorted by falling fill.
SideSum sum_of_all_cells(const SideOf& side) {
  SideSum sum = empty_sum(side);
  const std::uint64_t n = side.size();
  sum.pairs = n * (n - (n > 0 ? 1 : 0)) / 2;
  std::vector<std::size_t> fills;
  for (std::uint32_t l = 0; l < side.other_size(); ++l) {
    fills.clear();
    for (const std::uint32_t member : side.members(l)) fills.push_back(side.joined(member).size());
    std::sort(fills.begin(), fills.end(), std::greater<>());
    std::size_t larger = 0;
    for (std::size_t i = 0; i < fills.size(); ++i) {
      if (i > 0 && fills[i] != fills[i - 1]) larger = i;
      sum.shared[fills[i]] += larger;
    }
  }
  return sum;
}

using Bits = std::vector<std::uint64_t>;

std::uint32_t count_both(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
  std::uint32_t count = 0;
  for (std::size_t w = 0; w < words; ++w) {
    count += static_cast<std::uint32_t>(std::popcount(a[w] & b[w]));
  }
  return count;
}

SideSum sum_of_seen_cells(const SideOf& side) {
  SideSum sum = empty_sum(side);
  const std::size_t words = (std::size_t{side.other_size()} + 63) / 64;
  Bits ones(words * side.size(), 0), known(words * side.size(), 0);
  for (std::uint32_t a = 0; a < side.size(); ++a) {
    const auto set = [&](Bits& bits, std::uint32_t l) {
      bits[words * a + l / 64] |= std::uint64_t{1} << (l % 64);
    };
    for (const std::uint32_t l : side.joined(a)) set(ones, l);
    for (std::uint32_t l = 0; l < side.other_size(); ++l) {
      if (side.known(a, l)) set(known, l);
    }
  }
  for (std::uint32_t a = 0; a < side.size(); ++a) {
    for (std::uint32_t b = a + 1; b < side.size(); ++b) {
      const std::uint64_t *one_a = &ones[words * a], *one_b = &ones[words * b];
      const std::uint64_t *known_a = &known[words * a], *known_b = &known[words * b];
      if (count_both(known_a, known_b, words) == 0) {
        ++sum.incomparable;
        continue;
      }
      ++sum.pairs;
      const std::uint32_t fill_a = count_both(one_a, known_b, words);
      const std::uint32_t fill_b = count_both(one_b, known_a, words);
      if (fill_a == fill_b) continue;
      sum.shared[std::min(fill_a, fill_b)] += count_both(one_a, one_b, words);
    }
  }
  return sum;
}

double mean(double sum, std::uint64_t pairs) {
  return pairs == 0 ? 0 : sum / static_cast<double>(pairs);
}

}  // namespace

Nodf nodf(const Incidence& table) {
  const auto sum_of = [&](Mode mode) {
    const SideOf side(table, mode);
    return table.masked() ? sum_of_seen_cells(side) : sum_of_all_cells(side);
  };
  const SideSum actors = sum_of(Mode::actor), items = sum_of(Mode::item);
  return {.actors = mean(actors.value(), actors.pairs),
          .items = mean(items.value(), items.pairs),
          .both = mean(actors.value() + items.value(), actors.pairs + items.pairs),
          .actor_pairs = actors.pairs,
          .item_pairs = items.pairs,
          .incomparable_pairs = actors.incomparable + items.incomparable};
}

}  // namespace entente::bipartite
