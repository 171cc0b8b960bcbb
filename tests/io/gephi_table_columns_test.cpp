// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gephi_table_columns.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

using Texts = std::vector<std::string>;

namespace {

PropertyGraph with_types(Texts types) {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0, 1};
  graph.target = {1, 0};
  graph.edge_attributes = {{.name = "Type", .values = std::move(types)},
                           {.name = "Kind", .values = Texts{"knows", "likes"}},
                           {.name = "Label", .values = Texts{"x", "y"}}};
  return graph;
}

}  // namespace

TEST_CASE("Gephi's columns get their meaning", "[io][gephi_table_columns]") {
  PropertyGraph graph = with_types({"Directed", "Directed"});
  CHECK(io::settle_gephi_columns(graph).empty());
  CHECK(graph.directed);
  CHECK(graph.edge_attribute("Type") == nullptr);
  CHECK(graph.edge_attribute("relation")->text(1) == "likes");
  CHECK(graph.edge_attribute("label")->text(0) == "x");
  graph = with_types({"Undirected", "Directed"});
  CHECK(io::settle_gephi_columns(graph).at(0).code == "G213");
  CHECK(graph.directed);
}

TEST_CASE("a type of another meaning is left alone", "[io][gephi_table_columns]") {
  PropertyGraph graph = with_types({"Directed", "film"});
  CHECK(io::settle_gephi_columns(graph).empty());
  CHECK(graph.edge_attribute("Kind") != nullptr);
  graph = with_types({"Directed", "Directed"});
  graph.edge_attributes = {{.name = "type", .values = Texts{"directed", "directed"}}};
  CHECK(io::settle_gephi_columns(graph).empty());
  CHECK(graph.edge_attribute("type") != nullptr);
}
