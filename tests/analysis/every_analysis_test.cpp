// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses, present and future: over the registry.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <set>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Shape {
  std::string name;
  View view;
};

View two_mode(std::uint32_t actors, std::uint32_t items,
              const std::vector<std::pair<Vertex, Vertex>>& cells) {
  EdgeList list;
  list.two_mode = true;
  for (std::uint32_t v = 0; v < actors + items; ++v) {
    list.keys.push_back((v < actors ? "actor." : "item.") + std::to_string(100 + v));
    list.is_item.push_back(v < actors ? 0 : 1);
  }
  for (const auto& [actor, item] : cells) {
    list.source.push_back(actor);
    list.target.push_back(actors + item);
  }
  return View(std::move(list));
}

std::vector<Shape> shapes(const Needs& needs) {
  if (needs.two_mode) {
    std::vector<std::pair<Vertex, Vertex>> cells;
    Rng rng(5);
    for (Vertex i = 0; i < 12; ++i) {
      for (Vertex j = 0; j < 15; ++j) {
        if (rng.below(3) == 0) cells.emplace_back(i, j);
      }
    }
    return {
        {"empty", two_mode(0, 0, {})},
        {"one actor", two_mode(1, 0, {})},
        {"no actors", two_mode(0, 3, {})},
        {"no edges", two_mode(3, 3, {})},
        {"full",
         two_mode(3, 3, {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}})},
        {"parallels", two_mode(3, 3, {{0, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 1}, {2, 2}})},
        {"two components", two_mode(4, 4, {{0, 0}, {0, 1}, {1, 0}, {2, 2}, {3, 2}, {3, 3}})},
        {"random", two_mode(12, 15, cells)}};
  }
  std::vector<Shape> all{
      {"empty", graph(0, {})},
      {"one node", graph(1, {})},
      {"one node with a loop", graph(1, {{0, 0}})},
      {"two nodes apart", graph(2, {})},
      {"loops and parallels", graph(4, {{0, 0}, {0, 1}, {0, 1}, {1, 2}, {2, 2}, {2, 2}, {0, 2}})},
      {"two components", graph(7, {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}})},
      {"square", cycle(4)},
      {"random", random_graph(50, 120, 3, false)},
      {"strengths", random_graph(40, 90, 4, false, WeightRole::strength)},
      {"distances", random_graph(40, 90, 5, false, WeightRole::distance)}};
  if (!needs.undirected) {
    all.push_back({"empty, directed", graph(0, {}, true)});
    all.push_back({"path, directed", path(5, true)});
    all.push_back({"loop, directed", graph(2, {{0, 0}, {0, 1}}, true)});
    all.push_back({"random, directed", random_graph(50, 120, 6, true)});
    all.push_back({"strengths, directed", random_graph(40, 90, 7, true, WeightRole::strength)});
  }
  return all;
}

Expected<Result> answer(const Analysis& analysis, const View& view, unsigned threads) {
  Context context;
  context.threads = threads;
  context.effort = Effort::quick;
  return run(analysis, view, {}, context);
}

// Exact: NaN equals NaN, 0 differs from -0.
bool same_bits(const Cells& a, const Cells& b) {
  if (a.index() != b.index()) return false;
  const auto* x = std::get_if<std::vector<double>>(&a);
  if (x == nullptr) return a == b;
  const auto& y = std::get<std::vector<double>>(b);
  return x->size() == y.size() &&
         (x->empty() || std::memcmp(x->data(), y.data(), x->size() * sizeof(double)) == 0);
}

bool same_tables(const Result& a, const Result& b) {
  if (a.tables.size() != b.tables.size()) return false;
  for (std::size_t t = 0; t < a.tables.size(); ++t) {
    const auto &x = a.tables[t].columns, &y = b.tables[t].columns;
    if (a.tables[t].name != b.tables[t].name || x.size() != y.size()) return false;
    for (std::size_t c = 0; c < x.size(); ++c) {
      if (x[c].name != y[c].name || !same_bits(x[c].cells, y[c].cells)) return false;
    }
  }
  return true;
}

void check_tables(const Result& result) {
  REQUIRE_FALSE(result.tables.empty());
  std::set<std::string> table_names;
  for (const Table& table : result.tables) {
    CHECK_FALSE(table.name.empty());
    CHECK(table_names.insert(table.name).second);
    std::set<std::string> column_names;
    for (const Column& column : table.columns) {
      INFO("column " << column.name);
      CHECK(column_names.insert(column.name).second);
      CHECK(std::visit([](const auto& cells) { return cells.size(); }, column.cells) ==
            row_count(table));
      if (const auto* reals = std::get_if<std::vector<double>>(&column.cells)) {
        for (const double value : *reals) {
          CHECK_FALSE(std::isinf(value));
          if (std::isnan(value)) CHECK_FALSE(result.notes.empty());
        }
      }
      if (const auto* vertices = std::get_if<std::vector<Vertex>>(&column.cells)) {
        for (const Vertex v : *vertices) CHECK((v < result.nodes || v == no_item));
      }
    }
  }
}

bool asks_for_a_file(const Analysis& analysis) {
  for (const ParamSpec& spec : analysis.params) {
    if (!spec.file_columns.empty()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every analysis has a card with all it needs", "[every_analysis]") {
  std::set<std::string_view> ids;
  for (const Analysis& analysis : analyses()) {
    INFO(analysis.method.id);
    CHECK(ids.insert(analysis.method.id).second);
    CHECK(find_analysis(analysis.method.id) == &analysis);
    CHECK(analysis.method.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-0123456789") ==
          std::string_view::npos);
    CHECK_FALSE(analysis.method.title.empty());
    CHECK_FALSE(analysis.method.formula.empty());
    CHECK_FALSE(analysis.method.convention.empty());
    CHECK_FALSE(analysis.method.cost.empty());
    CHECK_FALSE(analysis.method.citations.empty());
    for (const Citation& citation : analysis.method.citations) {
      CHECK_FALSE(citation.text.empty());
      CHECK((citation.doi.empty() || citation.doi.starts_with("10.")));
    }
    CHECK((analysis.on_view == nullptr) != (analysis.on_table == nullptr));
  }
}

TEST_CASE("every parameter says what it does and has a default that it allows",
          "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    Params defaults;
    for (const ParamSpec& spec : analysis.params) {
      INFO(analysis.method.id << " " << spec.name);
      CHECK_FALSE(spec.help.empty());
      CHECK(spec.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") ==
            std::string::npos);
      CHECK(defaults.emplace(spec.name, spec.fallback).second);
    }
    CHECK(complete(defaults, analysis.params));
  }
}

TEST_CASE("every analysis answers every shape of graph", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const Shape& shape : shapes(analysis.needs)) {
      INFO(analysis.method.id << " on " << shape.name);
      const auto result = answer(analysis, shape.view, 1);
      if (!result) {  // only what needs a file may ask for more
        INFO(to_text(result.error().at(0)));
        CHECK(asks_for_a_file(analysis));
        continue;
      }
      check_tables(*result);
      for (const Diagnostic& note : result->notes) CHECK_FALSE(note.message.empty());
    }
  }
}

TEST_CASE("every analysis gives the same bits on 1, 2 and 8 threads", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const Shape& shape : shapes(analysis.needs)) {
      if (!shape.name.starts_with("random") && !shape.name.starts_with("strengths")) continue;
      INFO(analysis.method.id << " on " << shape.name);
      const auto one = answer(analysis, shape.view, 1);
      if (!one) continue;
      for (const unsigned threads : {2U, 8U}) {
        const auto more = answer(analysis, shape.view, threads);
        REQUIRE(more);
        CHECK(same_tables(*one, *more));
      }
    }
  }
}

TEST_CASE("every analysis without a role for weights ignores them", "[every_analysis]") {
  // A weight without a role is no strength and no distance.
  const View plain = random_graph(30, 70, 8, false, WeightRole::ignore);
  EdgeList bare;
  for (Vertex v = 0; v < plain.vertex_count(); ++v) bare.keys.push_back(plain.key(v));
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    bare.source.push_back(plain.source(e));
    bare.target.push_back(plain.target(e));
  }
  const View without(std::move(bare));
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.two_mode) continue;
    INFO(analysis.method.id);
    const auto a = answer(analysis, plain, 1), b = answer(analysis, without, 1);
    if (a && b) CHECK(same_tables(*a, *b));
  }
}

TEST_CASE("every analysis reads weights in the sense that it says, and notes the other one",
          "[every_analysis]") {
  for (const WeightRole role : {WeightRole::strength, WeightRole::distance}) {
    const View weighted = random_graph(30, 70, 8, false, role);
    EdgeList list = vertices_of(weighted);
    list.weight_role = WeightRole::ignore;
    for (std::uint32_t e = 0; e < weighted.edge_count(); ++e) {
      list.source.push_back(weighted.source(e));
      list.target.push_back(weighted.target(e));
    }
    const View plain(std::move(list));
    for (const Analysis& analysis : analyses()) {
      if (analysis.on_view == nullptr || analysis.needs.two_mode) continue;
      INFO(analysis.method.id << (role == WeightRole::strength ? " strength" : " distance"));
      const auto a = answer(analysis, weighted, 1), b = answer(analysis, plain, 1);
      if (!a || !b) continue;
      const bool reads =
          role == WeightRole::strength ? analysis.needs.strengths : analysis.needs.distances;
      CHECK(same_tables(*a, *b) != reads);
      CHECK(has_note(*a, "R112") != reads);
      CHECK_FALSE(has_note(*b, "R112"));
    }
  }
}
