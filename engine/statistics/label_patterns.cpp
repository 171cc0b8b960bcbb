// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/label_patterns.hpp"

#include <algorithm>
#include <numeric>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente::statistics {
namespace {

using Sizes = std::vector<std::uint8_t>;

double falling(double x, std::size_t steps) {
  double product = 1;
  for (std::size_t k = 0; k < steps; ++k) product *= x - static_cast<double>(k);
  return product;
}

Sizes sizes_of(const LabelPatterns::Pattern& pattern, std::size_t nodes, std::size_t blocks) {
  Sizes sizes(blocks, 0);
  for (std::size_t v = 0; v < nodes; ++v) ++sizes[pattern[v]];
  std::sort(sizes.begin(), sizes.end());
  return sizes;
}

// Sum over labels, one for all of these blocks, of the products of their falling factorials.
double power_sum(std::span<const std::uint64_t> counts, const Sizes& blocks) {
  Sum sum;
  for (const std::uint64_t count : counts) {
    double product = 1;
    for (const std::uint8_t size : blocks) product *= falling(static_cast<double>(count), size);
    sum += product;
  }
  return sum.value();
}

// Over different labels for the blocks: patterns of the blocks themselves say which share one.
double distinct_sum(std::span<const std::uint64_t> counts, const Sizes& blocks) {
  Sum sum;
  for_each_pattern(blocks.size(), [&](const LabelPatterns::Pattern& merged, std::size_t parts) {
    double term = 1;
    for (std::size_t part = 0; part < parts; ++part) {
      Sizes together;
      for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (merged[b] == part) together.push_back(blocks[b]);
      }
      for (std::size_t m = 1; m < together.size(); ++m) term *= -static_cast<double>(m);
      term *= power_sum(counts, together);
    }
    sum += term;
  });
  return sum.value();
}

}  // namespace

void for_each_pattern(
    std::size_t nodes,
    const std::function<void(const LabelPatterns::Pattern&, std::size_t blocks)>& use) {
  ENTENTE_ASSERT(nodes <= LabelPatterns::most_nodes);
  LabelPatterns::Pattern pattern{};
  const auto extend = [&](const auto& self, std::size_t node, std::size_t blocks) -> void {
    if (node == nodes) return use(pattern, blocks);
    for (std::size_t block = 0; block <= blocks; ++block) {
      pattern[node] = static_cast<std::uint8_t>(block);
      self(self, node + 1, std::max(blocks, block + 1));
    }
    pattern[node] = 0;
  };
  extend(extend, 0, 0);
}

LabelPatterns::LabelPatterns(std::span<const std::uint64_t> label_counts) {
  const auto all = std::accumulate(label_counts.begin(), label_counts.end(), std::uint64_t{0});
  for (std::size_t nodes = 1; nodes <= std::min<std::uint64_t>(most_nodes, all); ++nodes) {
    const double ways = falling(static_cast<double>(all), nodes);
    for_each_pattern(nodes, [&](const Pattern& pattern, std::size_t blocks) {
      const Sizes sizes = sizes_of(pattern, nodes, blocks);
      if (exact_.contains(sizes)) return;
      // What inclusion and exclusion leave of a sum that is 0.
      constexpr double rounding = 1e-13;
      const double chance = distinct_sum(label_counts, sizes) / ways;
      exact_[sizes] = blocks > 1 && chance < rounding ? 0 : chance;
    });
  }
}

double LabelPatterns::chance(std::size_t nodes,
                             const std::function<bool(const Pattern&)>& holds) const {
  Sum sum;
  for_each_pattern(nodes, [&](const Pattern& pattern, std::size_t blocks) {
    if (!holds(pattern)) return;
    const auto found = exact_.find(sizes_of(pattern, nodes, blocks));
    if (found != exact_.end()) sum += found->second;
  });
  return sum.value();
}

}  // namespace entente::statistics
