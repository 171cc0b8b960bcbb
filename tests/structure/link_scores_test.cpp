// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <set>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

using Rows = std::map<std::pair<Vertex, Vertex>, Values>;

Rows link_scores(const View& view, const Params& params = {}) {
  const auto result = run_analysis("link-scores", view, params);
  const auto a = column(result, "a"), b = column(result, "b");
  Rows rows;
  for (const char* name :
       {"adamic_adar", "resource_allocation", "jaccard", "preferential_attachment"}) {
    const auto values = column(result, name);
    for (std::size_t k = 0; k < values.size(); ++k) {
      CHECK(a[k] < b[k]);
      rows[{static_cast<Vertex>(a[k]), static_cast<Vertex>(b[k])}].push_back(values[k]);
    }
  }
  return rows;
}

Rows slow_scores(const View& view, bool all) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::set<Vertex>> near(n);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (view.source(e) == view.target(e)) continue;
    near[view.source(e)].insert(view.target(e));
    near[view.target(e)].insert(view.source(e));
  }
  Rows rows;
  for (Vertex a = 0; a < n; ++a) {
    for (Vertex b = a + 1; b < n; ++b) {
      if (near[a].contains(b)) continue;
      double adamic_adar = 0, allocation = 0, common = 0;
      std::set<Vertex> either = near[a];
      either.insert(near[b].begin(), near[b].end());
      for (const Vertex z : near[a]) {
        if (!near[b].contains(z)) continue;
        const auto k = static_cast<double>(near[z].size());
        adamic_adar += 1 / std::log(k);
        allocation += 1 / k;
        common += 1;
      }
      if (common == 0 && !all) continue;
      rows[{a, b}] = {adamic_adar, allocation,
                      either.empty() ? 0 : common / static_cast<double>(either.size()),
                      static_cast<double>(near[a].size() * near[b].size())};
    }
  }
  return rows;
}

void check_same(const Rows& ours, const Rows& slow) {
  REQUIRE(ours.size() == slow.size());
  for (const auto& [pair, values] : slow) CHECK(max_gap(ours.at(pair), values) < 1e-14);
}

}  // namespace

TEST_CASE("link scores of a square with a tail", "[link_scores]") {
  //  0 - {1, 2} - 3 - 4
  const auto rows = link_scores(graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 4}, {3, 1}}));
  REQUIRE(rows.size() == 4);
  const double two = 1 / std::log(2.0), three = 1 / std::log(3.0);
  CHECK(max_gap(rows.at({0, 3}), {2 * two, 1, 2.0 / 3, 6}) < 1e-15);
  CHECK(max_gap(rows.at({1, 2}), {two + three, 0.5 + 1.0 / 3, 1, 4}) < 1e-15);
  CHECK(max_gap(rows.at({1, 4}), {three, 1.0 / 3, 0.5, 2}) < 1e-15);
  CHECK(max_gap(rows.at({2, 4}), {three, 1.0 / 3, 0.5, 2}) < 1e-15);
}

TEST_CASE("link scores of pairs without a common neighbour are shown where asked for",
          "[link_scores]") {
  const View view = path(4);
  CHECK(link_scores(view).size() == 2);
  const auto all = link_scores(view, {{"all_pairs", true}});
  CHECK(all.size() == 3);
  CHECK(all.at({0, 3}) == Values{0, 0, 0, 1});
  CHECK(link_scores(graph(2, {}), {{"all_pairs", true}}).at({0, 1}) == Values{0, 0, 0, 0});
}

TEST_CASE("link scores of Zachary's club and the Florentine families", "[link_scores]") {
  // networkx 2.8.8: adamic_adar_index, resource_allocation_index, jaccard_coefficient,
  // preferential_attachment
  const auto club = link_scores(zachary());
  CHECK(max_gap(club.at({0, 33}), {2.7110197222973085, 0.9, 0.13793103448275862, 272}) < 1e-14);
  CHECK(max_gap(club.at({1, 33}),
                {2.252921681630931, 0.7833333333333333, 0.13043478260869565, 153}) < 1e-14);
  const View families = florentine_families();
  CHECK(max_gap(link_scores(families).at({*families.find("Barbadori"), *families.find("Ridolfi")}),
                {0.5581106265512472, 0.16666666666666666, 0.25, 6}) < 1e-14);
}

TEST_CASE("link scores of the examples in manuals", "[link_scores]") {
  // networkx (commit 0546de575369), adamic_adar_index and resource_allocation_index, Examples: two
  // nodes of a complete graph of five have 2.16404256 and 0.75. Neither looks at whether the two
  // are joined, which here they must not be.
  const auto five = link_scores(
      graph(5, {{0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {3, 4}}));
  REQUIRE(five.size() == 1);
  CHECK(std::abs(five.at({0, 1})[0] - 2.16404256) < 5e-9);
  CHECK(five.at({0, 1})[1] == 0.75);
  // Neo4j Graph Data Science (commit 0905ea103ad4), Adamic Adar, and Neo4j Graph Algorithms (commit
  // 30834a0b8222), Preferential Attachment: Zhen, Praveena, Michael, Arya, Karin. Michael and Karin
  // have 0.9102392266268373 by all ties (one joins them), and 0 and 1 by those of friends.
  const auto work = link_scores(graph(5, {{0, 3}, {0, 1}, {1, 4}, {1, 2}, {3, 4}}));
  CHECK(std::abs(work.at({2, 4})[0] - 0.9102392266268373) < 1e-15);
  const auto friends =
      link_scores(graph(5, {{0, 3}, {0, 1}, {1, 2}, {3, 4}}), {{"all_pairs", true}});
  CHECK(friends.at({2, 4}) == Values{0, 0, 0, 1});
}

TEST_CASE("link scores of all pairs of a path in the tests of networkx", "[link_scores]") {
  // networkx (commit 01bbe7ee4d35), algorithms/tests/test_link_prediction.py,
  // test_all_nonexistent_edges of each class
  const auto rows = link_scores(graph(4, {{0, 1}, {0, 2}, {2, 3}}), {{"all_pairs", true}});
  REQUIRE(rows.size() == 3);
  CHECK(max_gap(rows.at({0, 3}), {1 / std::log(2.0), 0.5, 0.5, 2}) < 1e-15);
  CHECK(max_gap(rows.at({1, 2}), {1 / std::log(2.0), 0.5, 0.5, 2}) < 1e-15);
  CHECK(rows.at({1, 3}) == Values{0, 0, 0, 1});
}

TEST_CASE("link scores agree with sets of neighbours", "[link_scores]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(30, 40 * static_cast<std::uint32_t>(seed), seed, seed == 2);
    check_same(link_scores(view), slow_scores(view, false));
    check_same(link_scores(view, {{"all_pairs", true}}), slow_scores(view, true));
  }
}

TEST_CASE("link scores follow a relabelling", "[link_scores]") {
  const View view = random_graph(30, 90, 9, false);
  const auto place = shuffled(30, 1);
  const auto after = link_scores(relabelled(view, place));
  for (const auto& [pair, values] : link_scores(view)) {
    const auto moved = std::minmax(place[pair.first], place[pair.second]);
    CHECK(max_gap(after.at({moved.first, moved.second}), values) < 1e-14);
  }
}

TEST_CASE("link scores refuse to list more pairs than they may", "[link_scores]") {
  const View view = star(200);  // 19,900 pairs of leaves
  CHECK(link_scores(view, {{"max_pairs", std::int64_t{19'900}}}).size() == 19'900);
  CHECK(failure("link-scores", view, {{"max_pairs", std::int64_t{19'899}}}).at(0).code == "S156");
}

TEST_CASE("link scores refuse unknown words", "[link_scores]") {
  CHECK(failure("link-scores", path(2), {{"all_pairs", "yes"}}).at(0).code == "P102");
  CHECK(failure("link-scores", path(2), {{"score", "jaccard"}}).at(0).code == "P101");
}
