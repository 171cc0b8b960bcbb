// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/label_patterns.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>

using namespace entente::statistics;
using Catch::Approx;
using Pattern = LabelPatterns::Pattern;
using Counts = std::vector<std::uint64_t>;

namespace {

// Over all ways to deal the labels to the nodes in a row: the first ones are asked about.
std::map<Pattern, double> by_enumeration(const Counts& counts, std::size_t nodes) {
  std::vector<std::uint8_t> deal;
  for (std::size_t g = 0; g < counts.size(); ++g)
    deal.insert(deal.end(), counts[g], std::uint8_t(g));
  std::map<Pattern, double> chance;
  double ways = 0;
  do {
    Pattern pattern{};
    std::map<std::uint8_t, std::uint8_t> block;
    for (std::size_t v = 0; v < nodes; ++v) {
      pattern[v] = block.emplace(deal[v], std::uint8_t(block.size())).first->second;
    }
    ++chance[pattern];
    ++ways;
  } while (std::next_permutation(deal.begin(), deal.end()));
  for (auto& [pattern, count] : chance) count /= ways;
  return chance;
}

}  // namespace

TEST_CASE("two of three nodes with labels a, a, b are alike in one of three deals",
          "[label_patterns]") {
  const LabelPatterns patterns(Counts{2, 1});
  CHECK(patterns.chance(2, [](const Pattern& p) { return p[0] == p[1]; }) == Approx(1.0 / 3));
  CHECK(patterns.chance(3, [](const Pattern& p) { return p[0] == p[1] && p[1] == p[2]; }) == 0);
  CHECK(patterns.chance(4, [](const Pattern&) { return true; }) == 0);  // there are three nodes
}

TEST_CASE("five nodes have 52 patterns", "[label_patterns]") {
  std::size_t count = 0;
  for_each_pattern(5, [&](const Pattern&, std::size_t) { ++count; });
  CHECK(count == 52);
}

TEST_CASE("every pattern has the chance that counting all deals gives", "[label_patterns]") {
  for (const Counts& counts :
       {Counts{3, 2, 2, 1}, Counts{5, 1}, Counts{7}, Counts{1, 1, 1, 1, 1, 1}}) {
    const LabelPatterns patterns(counts);
    for (std::size_t nodes = 1; nodes <= 5; ++nodes) {
      auto slow = by_enumeration(counts, nodes);
      for_each_pattern(nodes, [&](const Pattern& asked, std::size_t) {
        const double fast = patterns.chance(nodes, [&](const Pattern& p) { return p == asked; });
        CHECK(fast == Approx(slow[asked]).margin(1e-14));
      });
    }
  }
}

TEST_CASE("the chances of all patterns add up to 1", "[label_patterns]") {
  const LabelPatterns patterns(Counts{100'000, 20'000, 3, 1});
  CHECK(patterns.chance(5, [](const Pattern&) { return true; }) == Approx(1).epsilon(1e-13));
}
