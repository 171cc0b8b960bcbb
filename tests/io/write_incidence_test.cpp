// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_incidence.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

std::string write(const PropertyGraph& graph) {
  std::string text;
  const auto report = io::write_incidence(graph, [&](std::string_view piece) { text += piece; });
  if (!report) return to_text(report.error().front());
  for (const Diagnostic& remark : report->remarks) text += remark.code + ' ';
  return text;
}

PropertyGraph two_mode() {
  PropertyGraph graph;
  graph.node_ids = {"i, j", "b", "a", "h"};
  graph.source = {2, 0, 1};
  graph.target = {3, 2, 0};  // the second stands the other way round
  graph.node_attributes = {{.name = "mode", .values = Texts{"item", "actor", "actor", "item"}}};
  return graph;
}

}  // namespace

TEST_CASE("a two-mode graph becomes a matrix", "[io][write_incidence]") {
  CHECK(write(two_mode()) == ",h,\"i, j\"\na,1,1\nb,0,1\nE233 ");
  PropertyGraph graph = two_mode();
  graph.node_attributes = {{.name = "bipartite", .values = Integers{1, 0, 0, 1}}};
  CHECK(write(graph) == ",h,\"i, j\"\na,1,1\nb,0,1\nE233 ");
}

TEST_CASE("weights and signs are the cells; an abstention is no silence", "[io][write_incidence]") {
  PropertyGraph graph = two_mode();
  graph.edge_attributes = {{.name = "weight", .values = Reals{0.5, 2, 1}},
                           {.name = "sign", .values = Integers{1, -1, 1}}};
  CHECK(write(graph) == ",h,\"i, j\"\na,0.5,-2\nb,0,1\nE233 ");
  graph.edge_attributes[1].values = Integers{0, -1, 1};
  CHECK(write(graph) == ",h,\"i, j\"\na,0,-2\nb,,1\nE231 E233 ");
}

TEST_CASE("edges that repeat a cell are added", "[io][write_incidence]") {
  PropertyGraph graph = two_mode();
  graph.source.push_back(2);
  graph.target.push_back(3);
  CHECK(write(graph) == ",h,\"i, j\"\na,2,1\nb,0,1\nE232 E233 ");
}

TEST_CASE("a graph of one mode has no incidence matrix", "[io][write_incidence]") {
  PropertyGraph graph = two_mode();
  graph.target[0] = 1;
  CHECK(write(graph).starts_with("error[E102]: the edge 'a' - 'b'"));
  graph.node_attributes.clear();
  CHECK(write(graph).starts_with("error[E102]: the graph has one mode"));
}
