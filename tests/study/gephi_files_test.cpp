// SPDX-License-Identifier: Apache-2.0
#include "engine/study/gephi_files.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "tests/support/two_blocs.hpp"

using namespace entente;

namespace {

template <class T>
const std::vector<T>& values(const PropertyGraph& file, std::string_view name) {
  const Attribute* column = file.node_attribute(name);
  REQUIRE(column != nullptr);
  return std::get<std::vector<T>>(column->values);
}

std::size_t place_of(const PropertyGraph& file, std::string_view id) {
  const auto at = std::find(file.node_ids.begin(), file.node_ids.end(), id);
  REQUIRE(at != file.node_ids.end());
  return static_cast<std::size_t>(at - file.node_ids.begin());
}

}  // namespace

TEST_CASE("each file is laid out, sized and coloured by coalition", "[study][gephi_files]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  const auto study = run_study(graph, actors_projection(), {});
  REQUIRE(study);
  REQUIRE(has_coalitions(study->views.front()));
  for (const PropertyGraph& file :
       {knowledge_graph_file(graph, *study), two_mode_graph_file(graph, *study, {}),
        actors_graph_file(graph, *study)}) {
    const auto &x = values<double>(file, "x"), &y = values<double>(file, "y");
    std::set<std::pair<double, double>> places;
    for (std::size_t v = 0; v < file.node_ids.size(); ++v) {
      CHECK(std::isfinite(x[v]));
      CHECK(values<double>(file, "size")[v] > 0);
      places.emplace(x[v], y[v]);
    }
    CHECK(places.size() == file.node_ids.size());  // no two nodes on one spot
    const auto& red = values<std::int64_t>(file, "r");
    const auto& blue = values<std::int64_t>(file, "b");
    const auto color = [&](std::string_view id) {
      return std::pair(red[place_of(file, id)], blue[place_of(file, id)]);
    };
    CHECK(color("state.w1") == color("state.w2"));
    CHECK(color("state.e1") == color("state.e2"));
    CHECK(color("state.w1") != color("state.e1"));
    const auto& coalition = values<std::string>(file, "coalition");
    CHECK(coalition[place_of(file, "state.w1")].starts_with("states "));
    const auto fact = [&](std::string_view name) {
      for (const auto& [key, text] : file.facts) {
        if (key == name) return text;
      }
      return std::string();
    };
    CHECK(fact("data_set") == graph.name());
    CHECK(fact("data_digest") == graph.digest());
    CHECK(fact("as_of") == to_text(study->day));
  }
}

TEST_CASE("in the two-mode picture coalitions stand apart, and no node covers another",
          "[study][gephi_files]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  const auto study = run_study(graph, actors_projection(), {});
  REQUIRE(study);
  Context threads;
  threads.threads = 2;
  const PropertyGraph file = two_mode_graph_file(graph, *study, {});
  const auto &x = values<double>(file, "x"), &y = values<double>(file, "y");
  const auto& size = values<double>(file, "size");
  CHECK(x == values<double>(two_mode_graph_file(graph, *study, threads), "x"));
  const auto apart = [&](std::size_t a, std::size_t b) {
    return std::hypot(x[a] - x[b], y[a] - y[b]);
  };
  for (std::size_t a = 0; a < x.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) CHECK(apart(a, b) > 0.9 * (size[a] + size[b]));
  }
  const auto west = place_of(file, "state.w1"), also_west = place_of(file, "state.w2"),
             east = place_of(file, "state.e1");
  CHECK(apart(west, also_west) < apart(west, east));
}

TEST_CASE("the positions are those of the file", "[study][gephi_files]") {
  const KnowledgeGraph graph = test::two_blocs(2);
  const auto study = run_study(graph, actors_projection(), {});
  REQUIRE(study);
  const PropertyGraph file = knowledge_graph_file(graph, *study);
  const Table table = positions_table(file);
  REQUIRE(table.columns.size() == 7);
  CHECK(std::get<std::vector<std::string>>(table.columns[0].cells) == file.node_ids);
  CHECK(std::get<std::vector<double>>(table.columns[1].cells) == values<double>(file, "x"));
  CHECK(std::get<std::vector<std::int64_t>>(table.columns[6].cells) ==
        values<std::int64_t>(file, "b"));
}

TEST_CASE("a roll call is one node, its answer the sign of the edge", "[study][gephi_files]") {
  const KnowledgeGraph graph = test::two_blocs(1);
  const auto study = run_study(graph, actors_projection(), {});
  REQUIRE(study);
  const PropertyGraph file = two_mode_graph_file(graph, *study, {});
  CHECK(std::count(file.node_ids.begin(), file.node_ids.end(), "vote.v0") == 1);
  const Attribute* sign = file.edge_attribute("sign");
  REQUIRE(sign != nullptr);
  const std::size_t vote = place_of(file, "vote.v0");
  std::size_t yes = 0, no = 0;
  for (std::size_t e = 0; e < file.source.size(); ++e) {
    if (file.target[e] != vote) continue;
    (*sign->number(e) > 0 ? yes : no) += 1;
  }
  CHECK(yes == 6);
  CHECK(no == 6);
}
