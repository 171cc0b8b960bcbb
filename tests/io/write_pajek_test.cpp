// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_pajek.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/io/read_pajek.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

struct Written {
  std::string text, codes;
};

Written write(const PropertyGraph& graph) {
  Written written;
  const auto report =
      io::write_pajek(graph, [&](std::string_view piece) { written.text.append(piece); });
  for (const Diagnostic& remark : report.remarks) written.codes += remark.code + ' ';
  return written;
}

std::string partition(const PropertyGraph& graph) {
  std::string text;
  io::write_pajek_partition(graph, *io::partition_attribute(graph),
                            [&](std::string_view piece) { text.append(piece); });
  return text;
}

// Two actors and an item, for and against.
PropertyGraph signed_graph() {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "Votes";
  graph.node_ids = {"vote.1", "state.b", "state.a"};
  graph.source = {2, 1};
  graph.target = {0, 0};
  graph.node_attributes = {{.name = "mode", .values = Texts{"item", "actor", "actor"}},
                           {.name = "kind", .values = Texts{"vote", "state", ""}}};
  graph.edge_attributes = {{.name = "weight", .values = Reals{2, 3}},
                           {.name = "sign", .values = Integers{1, -1}},
                           {.name = "relation", .values = Texts{"voted", ""}}};
  return graph;
}

// Without what the manual says is lost, and in Pajek's square.
void keep_what_pajek_holds(PropertyGraph& graph) {
  const auto make_plain = [](std::string& text) {
    if (text.find_first_of("\"\\\t\n") != text.npos || text.starts_with(' ')) text = "plain";
  };
  make_plain(graph.title);
  for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes}) {
    std::erase_if(*attributes, [](const Attribute& a) {
      return a.name == "size" || a.name == "r" || a.name == "g" || a.name == "b";
    });
  }
  for (Attribute& attribute : graph.node_attributes) {
    if (attribute.name != "x" && attribute.name != "y") continue;
    for (double& part : std::get<Reals>(attribute.values)) part = (part + 100) / 250;
  }
  if (graph.source.empty()) return;
  const auto column = [&](const char* name) {
    auto& all = graph.edge_attributes;
    return std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.name == name; });
  };
  for (std::string& text : std::get<Texts>(column("relation")->values)) make_plain(text);
  // A line has a value: 1 where none is stated, and where it is 0, which is a sign.
  auto& weights = std::get<Reals>(column("weight")->values);
  for (double& weight : weights) weight = weight > 0 ? weight : 1;
  column("weight")->present.clear();
  if (column("sign") == graph.edge_attributes.end()) return;
  auto& signs = std::get<Integers>(column("sign")->values);
  for (std::size_t e = 0; e < signs.size(); ++e) {
    if (!column("sign")->has(e)) signs[e] = 1;  // like those for
    if (signs[e] == 0) weights[e] = 1;
  }
  column("sign")->present.clear();
  if (std::count(signs.begin(), signs.end(), 1) == static_cast<std::ptrdiff_t>(signs.size()))
    graph.edge_attributes.erase(column("sign"));  // no value tells that there are signs
}

}  // namespace

TEST_CASE("a signed two-mode graph is written as Pajek holds it", "[io][write_pajek]") {
  const Written written = write(signed_graph());
  CHECK(written.text ==
        "*Network Votes\n*Vertices 3 2\n1 \"state.a\"\n2 \"state.b\"\n3 \"vote.1\"\n"
        "*Arcs\n1 3 2 l \"voted\"\n2 3 -3\n");
  CHECK(written.codes == "E225 E227 E223 ");
  CHECK(partition(signed_graph()) == "% 1: state\n% 2: vote\n*Vertices 3\n0\n1\n2\n");
}

TEST_CASE("quotes and line breaks of ids are replaced, and ids stay apart", "[io][write_pajek]") {
  PropertyGraph graph;
  graph.node_ids = {"a\"", "a'", "b\nc"};
  const Written written = write(graph);
  CHECK(written.text == "*Vertices 3\n1 \"a'_2\"\n2 \"a'\"\n3 \"b c\"\n*Edges\n");
  CHECK(written.codes == "E221 ");
}

TEST_CASE("places are brought into Pajek's square", "[io][write_pajek]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.node_attributes = {{.name = "x", .values = Reals{-10, 10}},
                           {.name = "y", .values = Reals{0, 0}}};
  const Written written = write(graph);
  CHECK(written.text.find("1 \"a\" 0.05") != std::string::npos);
  CHECK(written.text.find("2 \"b\" 0.95") != std::string::npos);
  CHECK(written.codes == "E222 ");
}

TEST_CASE("what Pajek has no place for, and what Gephi makes of it, is told", "[io][write_pajek]") {
  // What stands under this code; "" if nothing.
  const auto told = [](const PropertyGraph& graph, const std::string& code) {
    const auto report = io::write_pajek(graph, [](std::string_view) {});
    std::string text;
    for (const Diagnostic& note : report.notes("g.net")) {
      if (note.code == code) text += to_text(note);
    }
    return text;
  };
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  CHECK(told(graph, "E224").empty());
  CHECK(told(graph, "E226").empty());  // there are no lines
  graph.source = {0, 0, 1};
  graph.target = {1, 1, 0};
  CHECK(told(graph, "E226") ==
        "g.net: note[E226]: Gephi reads *Edges as directed\n"
        "  hint: choose 'Undirected' in its import report");
  graph.directed = true;
  CHECK(told(graph, "E226").empty());

  const std::string no_place =
      "g.net: note[E224]: Pajek's .net has no place for ids of edges and facts about the graph";
  graph.edge_ids = {"x", "y", "z"};
  CHECK(told(graph, "E224") == no_place);
  graph.edge_ids.clear();
  graph.facts = {{"day", "2018-11-12"}};
  CHECK(told(graph, "E224") == no_place);

  // Without a sign, beside one against: no reader can tell it from one for.
  graph.edge_attributes = {{.name = "sign", .values = Integers{1, -1, 0}, .present = {1, 1, 0}}};
  CHECK(told(graph, "E228") ==
        "g.net: note[E228]: 1 edges without a sign have a positive value, like those for");
  graph.edge_attributes[0].values = Integers{1, 1, 0};
  CHECK(told(graph, "E228").empty());  // no value is negative
}

TEST_CASE("what Pajek can hold comes back", "[io][write_pajek]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool signs, bool modes) {
    PropertyGraph graph = test::made_up_graph(seed, {.directed = directed,
                                                     .attributes = false,
                                                     .drawn = drawn,
                                                     .signs = signs,
                                                     .modes = modes,
                                                     .edge_ids = false});
    RC_PRE(!directed || !graph.source.empty());  // *Arcs without arcs says nothing
    keep_what_pajek_holds(graph);
    std::string text;
    io::write_pajek(graph, [&](std::string_view piece) { text += piece; });
    const auto back = io::read_pajek({"g.net", text});
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(test::difference(back->graph, graph) == "");
  }));
}
