// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gml.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

using namespace entente;

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

TEST_CASE("a graph is written as igraph and networkx read GML", "[io][write_gml]") {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "A \"title\"";
  graph.node_ids = {"b", "a"};
  graph.source = {1, 1};
  graph.target = {0, 0};
  graph.edge_ids = {"e2", "e1"};
  graph.node_attributes = {{.name = "label", .values = Texts{"T\xC3\xBCrkiye & co", ""}},
                           {.name = "x-y", .values = Reals{1e-37, 2}},
                           {.name = "x", .values = Reals{1, 0}, .present = {1, 0}},
                           {.name = "y", .values = Reals{2.5, 0}, .present = {1, 0}}};
  graph.edge_attributes = {
      {.name = "n", .values = Integers{2147483648, -2147483648}},
      {.name = "sure", .values = std::vector<std::uint8_t>{1, 0}},
      {.name = "r", .values = Reals{std::numeric_limits<double>::quiet_NaN(), 3}}};
  std::string text;
  const auto report = io::write_gml(graph, [&](std::string_view piece) { text += piece; });
  CHECK(text ==
        "graph [\n  directed 1 multigraph 1\n  title \"A &quot;title&quot;\"\n"
        "  node [ id 0 label \"a\" name \"a\" x_y 2.0 ]\n"
        "  node [ id 1 label \"T&#252;rkiye &amp; co\" name \"b\" x_y 1.0e-37"
        " graphics [ x 1.0 y 2.5 z 0.0 ] ]\n"
        "  edge [ source 0 target 1 id \"e1\" n -2147483648 sure 0 r 3.0 ]\n"
        "  edge [ source 0 target 1 id \"e2\" n \"2147483648\" sure 1 ]\n]\n");
  CHECK(report.long_integers == 1);
  CHECK(report.omitted_numbers == 1);
  CHECK(report.remarks.at(0).code == "E241");
}

TEST_CASE("labels that repeat are noted, since networkx stops at them", "[io][write_gml]") {
  PropertyGraph graph;
  graph.node_ids = {"b", "a"};
  graph.node_attributes = {{.name = "label", .values = Texts{"a", ""}}};
  const auto report = io::write_gml(graph, [](std::string_view) {});
  CHECK(report.remarks.at(0).code == "E242");
}
