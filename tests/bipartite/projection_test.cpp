// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/projection.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>

#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

constexpr PairWeight all_weights[] = {PairWeight::simple,     PairWeight::newman,
                                      PairWeight::hyperbolic, PairWeight::resource_allocation,
                                      PairWeight::jaccard,    PairWeight::overlap,
                                      PairWeight::cosine};

// The formulas, pair by pair over the whole table; ratios count cells that are known for both.
double slow_weight(const SideOf& side, PairWeight weight, std::uint32_t u, std::uint32_t v) {
  const auto joined = [&](std::uint32_t own, std::uint32_t l) {
    const auto row = side.joined(own);
    return std::binary_search(row.begin(), row.end(), l);
  };
  double shared = 0, newman = 0, hyperbolic = 0, k = 0, other_k = 0;
  for (std::uint32_t l = 0; l < side.other_size(); ++l) {
    if (side.known(u, l) && side.known(v, l)) {
      k += joined(u, l) ? 1 : 0;
      other_k += joined(v, l) ? 1 : 0;
    }
    if (!joined(u, l) || !joined(v, l)) continue;
    const auto d = double(side.members(l).size());
    shared += 1;
    newman += u == v ? 0 : 1 / (d - 1);
    hyperbolic += 1 / d;
  }
  if (shared == 0) return 0;
  switch (weight) {
    case PairWeight::simple:
      return shared;
    case PairWeight::newman:
      return newman;
    case PairWeight::hyperbolic:
      return hyperbolic;
    case PairWeight::resource_allocation:
      return hyperbolic / double(side.joined(u).size());
    case PairWeight::jaccard:
      return shared / (k + other_k - shared);
    case PairWeight::overlap:
      return shared / std::min(k, other_k);
    case PairWeight::cosine:
      return shared / std::sqrt(k * other_k);
  }
  return 0;
}

}  // namespace

TEST_CASE("projections of three actors by hand", "[bipartite][projection]") {
  const Incidence table(test::two_mode({"111", "110", "100"}));
  const auto weights = [&](PairWeight weight) {
    std::vector<double> w;
    for (const auto& edge : project(table, {.weight = weight}).edges) w.push_back(edge.weight);
    return w;
  };
  using Values = std::vector<double>;
  CHECK(weights(PairWeight::simple) == Values{2, 1, 1});
  CHECK(weights(PairWeight::newman) == Values{1.5, 0.5, 0.5});
  CHECK(weights(PairWeight::hyperbolic) == Values{1.0 / 3 + 0.5, 1.0 / 3, 1.0 / 3});
  CHECK(weights(PairWeight::jaccard) == Values{2.0 / 3, 1.0 / 3, 0.5});
  CHECK(weights(PairWeight::overlap) == Values{1, 1, 1});
  CHECK(weights(PairWeight::cosine) ==
        Values{2 / std::sqrt(6.0), 1 / std::sqrt(3.0), 1 / std::sqrt(2.0)});
}

TEST_CASE("projections agree with their formulas pair by pair", "[bipartite][projection]") {
  for (const double hidden : {0.0, 0.5}) {
    const Incidence table(
        test::random_two_mode({.actors = 90, .items = 30, .density = 0.06, .hidden = hidden}, 5));
    for (const Mode mode : {Mode::actor, Mode::item}) {
      const SideOf side(table, mode);
      for (const PairWeight weight : all_weights) {
        const bool directed = weight == PairWeight::resource_allocation;
        const auto edges = project(table, {.side = mode, .weight = weight, .threads = 2}).edges;
        auto next = edges.begin();
        for (std::uint32_t u = 0; u < side.size(); ++u) {
          for (std::uint32_t v = directed ? 0 : u + 1; v < side.size(); ++v) {
            const double expected = slow_weight(side, weight, u, v);
            if (expected == 0) continue;
            REQUIRE(next != edges.end());
            CHECK(next->source == u);
            CHECK(next->target == v);
            CHECK(next->weight == Approx(expected).epsilon(1e-13));
            ++next;
          }
        }
        CHECK(next == edges.end());
        CHECK(project(table, {.side = mode, .weight = weight, .threads = 8}).edges ==
              project(table, {.side = mode, .weight = weight, .threads = 1}).edges);
      }
    }
  }
}

TEST_CASE("what resource allocation gives away adds up to 1", "[bipartite][projection]") {
  const Incidence table(test::southern_women());
  std::map<std::uint32_t, double> given;
  for (const auto& edge : project(table, {.weight = PairWeight::resource_allocation}).edges) {
    given[edge.source] += edge.weight;
  }
  CHECK(given.size() == 18);
  for (const auto& [source, sum] : given) CHECK(sum == Approx(1).epsilon(1e-14));
}

TEST_CASE("pairs without anything that could be seen for both are counted",
          "[bipartite][projection]") {
  CHECK(project(Incidence(test::two_mode({"1?", "?1", "01"}))).incomparable_pairs == 1);
  CHECK(project(Incidence(test::two_mode({"10", "01", "01"}))).incomparable_pairs == 0);
}

TEST_CASE("tables without ones or actors have empty projections", "[bipartite][projection]") {
  CHECK(project(Incidence(test::two_mode({"00", "00"}))).edges.empty());
  CHECK(project(Incidence(test::two_mode({}, 3))).edges.empty());
}
