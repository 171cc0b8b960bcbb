// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/parts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::centrality;
using namespace entente::test;
using Members = std::vector<std::vector<Vertex>>;

TEST_CASE("weak parts are numbered by their first vertices", "[parts]") {
  const Parts parts = weak_parts(graph(5, {{4, 0}, {3, 1}}, true));
  CHECK(parts.members == Members{{0, 4}, {1, 3}, {2}});
  CHECK(parts.of == std::vector<Vertex>{0, 1, 2, 1, 0});
}

TEST_CASE("an arc between strong parts leads to a smaller number", "[parts]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(40, 60, seed, true);
    const Parts parts = strong_parts(view);
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      CHECK(parts.of[view.source(e)] >= parts.of[view.target(e)]);
    }
  }
  const Parts parts = strong_parts(graph(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}}, true));
  CHECK(parts.members.size() == 3);
  CHECK(parts.of[0] == parts.of[1]);
}

TEST_CASE("edges of strength 0 join nothing", "[parts]") {
  const View view = weighted_graph(3, {{0, 1, 0}, {1, 2, 1}}, WeightRole::strength);
  CHECK(weak_parts(view).members == Members{{0}, {1, 2}});
  CHECK(strong_parts(view).members.size() == 2);
}

TEST_CASE("the empty graph has no parts", "[parts]") {
  CHECK(weak_parts(graph(0, {})).members.empty());
  CHECK(strong_parts(graph(0, {}, true)).members.empty());
}
