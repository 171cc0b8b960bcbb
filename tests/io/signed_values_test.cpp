// SPDX-License-Identifier: Apache-2.0
#include "engine/io/signed_values.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace entente;

namespace {

using Reals = std::vector<double>;
using Integers = std::vector<std::int64_t>;

PropertyGraph graph_of(Attribute::Values weights, std::vector<std::uint8_t> present = {}) {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0, 0, 0};
  graph.target = {1, 1, 1};
  graph.edge_attributes = {
      {.name = "weight", .values = std::move(weights), .present = std::move(present)}};
  return graph;
}

}  // namespace

TEST_CASE("weights of 0 or less become a size and a sign", "[io][signed_values]") {
  PropertyGraph graph = graph_of(Integers{-2, 0, 3});
  CHECK(io::count_signed_weights(graph) == 2);
  io::split_signed_weights(graph);
  CHECK(std::get<Reals>(graph.edge_attribute("weight")->values) == Reals{2, 1, 3});
  CHECK(std::get<Integers>(graph.edge_attribute("sign")->values) == Integers{-1, 0, 1});
  CHECK(io::count_signed_weights(graph) == 0);  // it has signs now

  PropertyGraph partly = graph_of(Reals{-2.5, 9, 1}, {1, 0, 1});
  partly.edge_attributes.push_back(
      {.name = "sign", .values = Integers(3), .present = {0, 0, 0}});  // declared by its file
  CHECK(io::count_signed_weights(partly) == 1);
  io::split_signed_weights(partly);
  CHECK_FALSE(partly.edge_attribute("weight")->has(1));
  CHECK(partly.edge_attributes.size() == 2);
  CHECK(partly.edge_attribute("sign")->text(1) == "1");  // an edge is a tie
}

TEST_CASE("positive and wrong weights stay as they are", "[io][signed_values]") {
  for (const Reals& weights :
       {Reals{1, 2, 3}, Reals{-1, 2, std::nan("")}, Reals{-1, INFINITY, 1}}) {
    PropertyGraph graph = graph_of(weights);
    CHECK(io::count_signed_weights(graph) == 0);
    io::split_signed_weights(graph);
    CHECK(graph.edge_attribute("sign") == nullptr);
  }
  CHECK(io::count_signed_weights({}) == 0);
}
