// SPDX-License-Identifier: Apache-2.0
#include "engine/io/graph_builder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;

TEST_CASE("a node has the number that it came as, also where its id is empty",
          "[io][graph_builder]") {
  for (const std::vector<std::string>& ids :
       {std::vector<std::string>{"a", "b", "c"}, {"", "a", "b"}, {"a", "", "b"}, {"a", "b", ""}}) {
    io::GraphBuilder builder;
    for (int times = 0; times < 2; ++times) {
      for (std::uint32_t v = 0; v < ids.size(); ++v) CHECK(builder.node(ids[v]) == v);
    }
    CHECK(std::move(builder).finish().graph.node_ids == ids);
  }
}
