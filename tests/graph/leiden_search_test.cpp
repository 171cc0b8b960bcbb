// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/leiden_search.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/base/parallel.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;

TEST_CASE("the best restart on Zachary's club reaches the known optimum", "[leiden_search]") {
  // Brandes et al. (2008), On modularity clustering, IEEE TKDE 20: 0.4198 is optimal.
  const Objective objective = modularity(zachary(), 1);
  const PartitionSearch found = search(objective, Rng(1), {.restarts = 30});
  REQUIRE(found.found.size() == 30);
  CHECK(found.value[found.best()] == Approx(0.4198).margin(5e-5));
  std::size_t near = 0;
  for (std::size_t r = 0; r < 30; ++r) {
    CHECK(found.value[r] == objective.value(found.found[r]));
    CHECK(found.value[r] <= found.value[found.best()]);
    near += found.value[r] >= found.value[found.best()] - 1e-6 ? 1 : 0;
  }
  CHECK(found.share_near_best() == Approx(double(near) / 30));
  CHECK(search(objective, Rng(1), {.restarts = 30, .threads = 8}).found == found.found);
}

TEST_CASE("edges that are not kept do not count", "[leiden_search]") {
  const View whole = graph(4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}, {1, 1}});
  const View part = graph(4, {{0, 1}, {2, 3}, {1, 1}});
  std::vector<std::uint8_t> kept;
  for (std::uint32_t e = 0; e < whole.edge_count(); ++e) {
    const bool is_in = whole.target(e) == 1 || whole.source(e) == 2;
    kept.push_back(is_in ? 1 : 0);
  }
  const Objective a = modularity(whole, 1, kept), b = modularity(part, 1);
  for (const Groups& groups : {Groups{0, 0, 1, 1}, Groups{0, 1, 1, 0}, Groups{0, 0, 0, 0}}) {
    CHECK(a.value(groups) == b.value(groups));
  }
}
