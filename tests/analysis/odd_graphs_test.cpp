// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses with every choice they offer: graphs that nobody had in mind get
// an answer without NaN, and what is left out is said.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/io/json.hpp"
#include "engine/report/cells.hpp"
#include "engine/report/json.hpp"
#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Odd {
  std::string name;
  EdgeList list;
};

using Ends = std::vector<std::pair<Vertex, Vertex>>;

EdgeList with_edges(EdgeList list, const Ends& ends) {
  for (const auto& [source, target] : ends) {
    list.source.push_back(source);
    list.target.push_back(target);
  }
  return list;
}

std::vector<Odd> one_mode(bool directed) {
  const auto nodes = [&](std::uint32_t n) {
    return random_edges({.nodes = n, .directed = directed}, 1);
  };
  EdgeList zero = with_edges(nodes(4), {{0, 1}, {1, 2}, {2, 3}});
  zero.weight_role = WeightRole::strength;
  zero.weight = {0, 0, 0};
  return {{"empty", nodes(0)},
          {"one node", nodes(1)},
          {"one node with a loop", with_edges(nodes(1), {{0, 0}})},
          {"one node with two loops", with_edges(nodes(1), {{0, 0}, {0, 0}})},
          {"two nodes apart", nodes(2)},
          {"one edge", with_edges(nodes(2), {{0, 1}})},
          {"both ways", with_edges(nodes(2), {{0, 1}, {1, 0}})},
          {"loops alone", with_edges(nodes(3), {{0, 0}, {1, 1}, {2, 2}})},
          {"parallels alone", with_edges(nodes(3), {{0, 1}, {0, 1}, {0, 1}})},
          {"loops and parallels",
           with_edges(nodes(4), {{0, 0}, {0, 1}, {0, 1}, {1, 2}, {2, 2}, {2, 2}, {0, 2}})},
          {"path", with_edges(nodes(4), {{0, 1}, {1, 2}, {2, 3}})},
          {"star", with_edges(nodes(5), {{0, 1}, {0, 2}, {0, 3}, {0, 4}})},
          {"square", with_edges(nodes(4), {{0, 1}, {1, 2}, {2, 3}, {3, 0}})},
          {"full", with_edges(nodes(4), {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}})},
          {"two components and a node alone",
           with_edges(nodes(8), {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 6}})},
          {"strengths of 0", zero}};
}

std::vector<Odd> two_mode() {
  const auto nodes = [](std::uint32_t actors, std::uint32_t items) {
    return random_cells({.actors = actors, .items = items, .density = 0}, 1);
  };
  const EdgeList full = random_cells({.actors = 4, .items = 3, .density = 1}, 1);
  EdgeList hidden = with_edges(nodes(3, 3), {{0, 3}, {1, 4}, {2, 5}, {0, 4}});
  hidden.unknown = {{1, 3}, {2, 3}};
  hidden.impossible = {{2, 4}};
  EdgeList all_hidden = nodes(2, 2);
  all_hidden.unknown = {{0, 2}, {0, 3}, {1, 2}, {1, 3}};
  EdgeList votes = with_edges(nodes(4, 3), {{0, 4}, {1, 4}, {2, 4}, {0, 5}, {1, 5}, {3, 6}});
  votes.sign = {1, -1, 0, 1, 1, -1};
  EdgeList zero = with_edges(nodes(3, 3), {{0, 3}, {1, 4}, {1, 3}});
  zero.weight_role = WeightRole::strength;
  zero.weight = {0, 0, 0};
  return {
      {"empty", nodes(0, 0)},
      {"one actor", nodes(1, 0)},
      {"no actors", nodes(0, 3)},
      {"no items", nodes(3, 0)},
      {"no edges", nodes(3, 3)},
      {"one cell", with_edges(nodes(1, 1), {{0, 1}})},
      {"full", full},
      {"a full row and an empty one",
       with_edges(nodes(4, 3), {{0, 4}, {0, 5}, {0, 6}, {1, 4}, {2, 5}})},
      {"a full column and an empty one",
       with_edges(nodes(4, 3), {{0, 4}, {1, 4}, {2, 4}, {3, 4}, {1, 5}})},
      {"one item for all", with_edges(nodes(3, 1), {{0, 3}, {1, 3}, {2, 3}})},
      {"parallels", with_edges(nodes(3, 3), {{0, 3}, {0, 3}, {0, 4}, {1, 4}, {1, 4}, {2, 5}})},
      {"a matching", with_edges(nodes(3, 3), {{0, 3}, {1, 4}, {2, 5}})},
      {"two components", with_edges(nodes(4, 4), {{0, 4}, {0, 5}, {1, 4}, {2, 6}, {3, 6}, {3, 7}})},
      {"strengths of 0", zero},
      {"hidden cells", hidden},
      {"nothing but hidden cells", all_hidden},
      {"votes", votes}};
}

std::vector<Odd> odd_graphs(const Analysis& analysis) {
  std::vector<Odd> graphs;
  const auto add = [&](std::vector<Odd> more, const std::string& kind) {
    for (Odd& graph : more) graphs.push_back({kind + graph.name, std::move(graph.list)});
  };
  if (!analysis.needs.one_mode) add(two_mode(), "two-mode, ");
  if (!analysis.needs.two_mode) add(one_mode(false), "");
  if (!analysis.needs.two_mode && !analysis.needs.undirected) add(one_mode(true), "directed, ");
  return graphs;
}

// The defaults, and each choice and flag by itself.
std::vector<Params> every_choice(const Analysis& analysis) {
  std::vector<Params> all{{}};
  for (const ParamSpec& spec : analysis.params) {
    for (const std::string& choice : spec.choices) all.push_back({{spec.name, choice}});
    if (const auto* flag = std::get_if<bool>(&spec.fallback)) all.push_back({{spec.name, !*flag}});
  }
  return all;
}

std::string told(const Params& params) {
  std::string text;
  for (const auto& [name, value] : params) {
    text += ' ' + name;
    if (const auto* choice = std::get_if<std::string>(&value)) text += ' ' + *choice;
  }
  return text;
}

std::size_t absent_cells(const Result& result) {
  std::size_t count = 0;
  for (const Table& table : result.tables) {
    for (const Column& column : table.columns) {
      for (std::size_t row = 0; row < row_count(table); ++row) count += is_absent(column, row);
    }
  }
  return count;
}

std::size_t infinite_cells(const Result& result) {
  std::size_t count = 0;
  for (const Table& table : result.tables) {
    for (const Column& column : table.columns) {
      const auto* reals = std::get_if<std::vector<double>>(&column.cells);
      if (reals == nullptr) continue;
      count += std::size_t(
          std::count_if(reals->begin(), reals->end(), [](double x) { return std::isinf(x); }));
    }
  }
  return count;
}

// What a choice asks for and these graphs do not have.
struct Refusal {
  std::string_view code, reason;
};
constexpr Refusal refusals[] = {
    {"A370", "two lines take two modes"},
    {"A350", "items are drawn again, and one-mode graphs have none"},
    {"N108", "the corrections dbh and heyse need exact p values, which samples do not give"},
    {"S133", "the groups of these graphs are no numbers"},
    {"S182", "concor needs every cell"}};

bool may_refuse(std::string_view code) {
  return std::any_of(std::begin(refusals), std::end(refusals),
                     [&](const Refusal& refusal) { return refusal.code == code; });
}

}  // namespace

TEST_CASE("every choice of every analysis has an answer to every odd graph", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const Odd& graph : odd_graphs(analysis)) {
      const View view(graph.list);
      for (const Params& params : every_choice(analysis)) {
        INFO(analysis.method.id << told(params) << " on " << graph.name);
        const auto result = usual_run(analysis, view, params);
        if (!result) {
          INFO(to_text(result.error().at(0)));
          CHECK(may_refuse(result.error().at(0).code));
          continue;
        }
        CHECK(infinite_cells(*result) == 0);
        if (absent_cells(*result) > 0) CHECK_FALSE(result->notes.empty());
        CHECK(io::parse_json(to_json(*result), "result.json"));
      }
    }
  }
}
