// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/file_view.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Reals = std::vector<double>;
using Integers = std::vector<std::int64_t>;
using Flags = std::vector<std::uint8_t>;

// a - x, b - x, b - y; the ends a and b are actors where the graph is two-mode.
PropertyGraph three_edges() {
  PropertyGraph graph;
  graph.node_ids = {"x", "y", "b", "a"};
  graph.source = {3, 2, 2};
  graph.target = {0, 0, 1};
  return graph;
}

PropertyGraph two_mode() {
  PropertyGraph graph = three_edges();
  graph.node_attributes = {{.name = "mode", .values = Texts{"item", "item", "actor", "actor"}}};
  return graph;
}

FileView convert(const PropertyGraph& graph, const FileViewOptions& options = {}) {
  auto view = view_of(graph, options);
  if (!view) FAIL(to_text(view.error().front()));
  return *std::move(view);
}

std::string complaint(const PropertyGraph& graph, FileViewOptions options = {}) {
  static const std::vector<std::uint32_t> lines{5, 6, 7};
  options.file = "g.csv";
  options.edge_lines = lines;
  const auto view = view_of(graph, options);
  return view ? "none" : to_text(view.error().front());
}

}  // namespace

TEST_CASE("a plain file becomes a plain view", "[projection][file_view]") {
  const FileView file = convert(three_edges());
  CHECK(file.view.vertex_count() == 4);
  CHECK(file.view.edge_count() == 3);
  CHECK_FALSE(file.view.two_mode());
  CHECK_FALSE(file.view.directed());
  CHECK(file.view.key(0) == "a");
  CHECK(file.notes.empty());
}

TEST_CASE("direction is the file's unless the user says otherwise", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.directed = true;
  CHECK(convert(graph).view.directed());
  CHECK_FALSE(convert(graph, {.directed = false}).view.directed());
  graph.directed = false;
  CHECK(convert(graph, {.directed = true}).view.directed());
}

TEST_CASE("each convention for two modes gives the same view", "[projection][file_view]") {
  const std::string expected = convert(two_mode()).view.digest();
  PropertyGraph graph = three_edges();
  graph.directed = true;  // actor -> item, as our own files are
  graph.node_attributes = {{.name = "bipartite", .values = Integers{1, 1, 0, 0}}};
  CHECK(convert(graph).view.digest() == expected);
  graph.node_attributes = {{.name = "bipartite", .values = Texts{"1", "1", "0", "0"}}};
  CHECK(convert(graph).view.digest() == expected);
  graph.node_attributes = {{.name = "type", .values = Flags{1, 1, 0, 0}}};
  CHECK(convert(graph).view.digest() == expected);
  CHECK(convert(graph).view.two_mode());
  CHECK_FALSE(convert(graph).view.directed());
  CHECK(convert(graph, {.directed = true}).notes.front().code == "G602");
}

TEST_CASE("a type or mode about something else makes no two modes", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.node_attributes = {{.name = "type", .values = Texts{"ngo", "ngo", "firm", "firm"}},
                           {.name = "mode", .values = Texts{"car", "car", "bus", "bus"}}};
  CHECK_FALSE(convert(graph).view.two_mode());
}

TEST_CASE("labels and kinds are taken from the file", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.node_attributes = {
      {.name = "name", .values = Texts{"X", "Y", "B", "A"}},
      {.name = "kind", .values = Texts{"pact", "pact", "state", "state"}},
      {.name = "label", .values = Texts{"", "", "", "Alpha"}, .present = {0, 0, 0, 1}}};
  const View view = convert(graph).view;
  CHECK(view.label(0) == "Alpha");
  CHECK(view.label(1) == "b");  // an absent label is the id
  CHECK(view.kind(0) == "state");
}

TEST_CASE("weights count only in the role that the user gives them", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.edge_attributes = {{.name = "weight", .values = Reals{2, 3, 0.5}}};
  const FileView ignored = convert(graph);
  CHECK_FALSE(ignored.view.has_weights());
  CHECK(ignored.notes.front().code == "G603");
  const FileView strength = convert(graph, {.weight = WeightRole::strength});
  CHECK(strength.view.strength(0) == 2);  // a - x
  CHECK(strength.view.distance(0) == 1);
  CHECK(strength.notes.empty());
  CHECK(convert(three_edges(), {.weight = WeightRole::distance}).notes.front().code == "G604");
}

TEST_CASE("an attribute without any value is as if it were not there", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.node_attributes = {{.name = "label", .values = Texts(4), .present = {0, 0, 0, 0}},
                           {.name = "name", .values = Texts{"X", "Y", "B", "A"}},
                           {.name = "mode", .values = Texts(4), .present = {0, 0, 0, 0}}};
  graph.edge_attributes = {{.name = "weight", .values = Reals(3), .present = {0, 0, 0}},
                           {.name = "sign", .values = Integers(3), .present = {0, 0, 0}}};
  const FileView file = convert(graph, {.weight = WeightRole::strength});
  CHECK(file.view.label(0) == "A");
  CHECK_FALSE(file.view.two_mode());
  REQUIRE(file.notes.size() == 1);
  CHECK(file.notes[0].code == "G604");
}

TEST_CASE("signs are taken from the file", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.edge_attributes = {{.name = "sign", .values = Integers{-1, 0, 1}}};
  const View view = convert(graph).view;
  CHECK(view.sign(0) == -1);
  CHECK(view.sign(1) == 0);
  CHECK(view.sign(2) == 1);
}

TEST_CASE("hidden cells become the mask", "[projection][file_view]") {
  const HiddenCells hidden{"mask.csv",
                           {{.actor = "a", .item = "y", .impossible = true, .line = 2},
                            {.actor = "b", .item = "y", .impossible = false, .line = 3}}};
  const View view = convert(two_mode(), {.hidden = &hidden}).view;
  CHECK(view.mask()->known(0, 0));
  CHECK(view.mask()->impossible(0, 1));
  CHECK_FALSE(view.mask()->known(1, 1));
  CHECK_FALSE(view.mask()->impossible(1, 1));
  CHECK(complaint(three_edges(), {.hidden = &hidden}).starts_with("mask.csv:1: error[G608]"));
  const HiddenCells wrong{"mask.csv", {{.actor = "x", .item = "y", .line = 2}}};
  CHECK(complaint(two_mode(), {.hidden = &wrong})
            .starts_with("mask.csv:2: error[G609]: 'x' is not an actor"));
}

TEST_CASE("what a view cannot hold is refused by edge and line", "[projection][file_view]") {
  const auto weighted = [](Reals weights, WeightRole role) {
    PropertyGraph graph = three_edges();
    graph.edge_attributes = {{.name = "weight", .values = std::move(weights)}};
    return complaint(graph, {.weight = role});
  };
  CHECK(weighted({1, 0, 1}, WeightRole::distance)
            .starts_with("g.csv:6: error[G605]: edge 'b' - 'x' has weight '0'"));
  CHECK(weighted({1, 0, 1}, WeightRole::strength) == "none");
  CHECK(weighted({1, 1, -2}, WeightRole::strength).starts_with("g.csv:7: error[G605]"));
  CHECK(weighted({std::numeric_limits<double>::infinity(), 1, 1}, WeightRole::strength)
            .starts_with("g.csv:5: error[G605]"));
  PropertyGraph graph = three_edges();
  graph.edge_attributes = {{.name = "weight", .values = Reals{1, 2, 0}, .present = {1, 1, 0}}};
  CHECK(complaint(graph, {.weight = WeightRole::strength})
            .starts_with("g.csv:7: error[G605]: edge 'b' - 'y' has no weight"));
  graph.edge_attributes = {{.name = "weight", .values = Texts{"1", "2", "much"}}};
  CHECK(complaint(graph, {.weight = WeightRole::strength}).find("'much'") != std::string::npos);
  graph.edge_attributes = {{.name = "sign", .values = Integers{1, 2, 1}}};
  CHECK(complaint(graph).starts_with("g.csv:6: error[G606]: edge 'b' - 'x' has sign '2'"));

  PropertyGraph modes = two_mode();
  modes.target[2] = 3;
  CHECK(complaint(modes).starts_with("g.csv:7: error[G607]: edge 'b' - 'a' joins two actors"));
  std::get<Texts>(modes.node_attributes[0].values)[1] = "";
  CHECK(complaint(modes).starts_with("g.csv: error[G601]: node 'y' has no mode"));
}

TEST_CASE("signs that only some edges have are left out, with a note", "[projection][file_view]") {
  PropertyGraph graph = three_edges();
  graph.edge_attributes = {{.name = "sign", .values = Integers{1, 0, -1}, .present = {1, 0, 1}}};
  const auto view = view_of(graph, {.file = "g.csv"});
  REQUIRE(view);
  CHECK(!view->view.has_signs());
  REQUIRE(view->notes.size() == 1);
  CHECK(to_text(view->notes[0]) ==
        "g.csv: note[G611]: 1 of 3 edges have no sign, so no sign is looked at");
}
