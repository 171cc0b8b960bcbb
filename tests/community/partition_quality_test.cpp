// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/davis_order.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

// One letter per vertex.
Params partition(const View& view, const std::string& groups, double resolution = 1) {
  NodeTable table{"groups.csv", {}};
  for (Vertex v = 0; v < groups.size(); ++v)
    table.rows.emplace_back(view.key(v), groups.substr(v, 1));
  return {{"partition", std::make_shared<const NodeTable>(table)}, {"resolution", resolution}};
}

double quality(const View& view, const std::string& groups, const char* name,
               double resolution = 1) {
  return column(run_analysis("partition-quality", view, partition(view, groups, resolution)),
                name)[0];
}

}  // namespace

TEST_CASE("partition-quality of two triangles by hand", "[partition-quality]") {
  const View view = graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  CHECK(quality(view, "xxxyyy", "modularity") == Approx(6.0 / 7 - 0.5));
  CHECK(quality(view, "xxxyyy", "modularity", 0.5) == Approx(6.0 / 7 - 0.25));
  CHECK(quality(view, "xxxyyy", "cpm") == Approx(0).margin(1e-13));
  CHECK(quality(view, "xxxyyy", "cpm", 0.5) == Approx(3));
  // 6 of 7 edges and 6 of 15 pairs lie inside.
  CHECK(quality(view, "xxxyyy", "surprise") ==
        Approx(6 * std::log(6.0 / 7 / 0.4) + std::log(1.0 / 7 / 0.6)));
  // All three pairs of each triangle are joined, 7 of 15 of all.
  CHECK(quality(view, "xxxyyy", "significance") == Approx(6 * std::log(15.0 / 7)));
  // Half of x and half of y: q = 2/14, q_c = 1/14, p_c = 1/2.
  const auto plogp = [](double x) { return x * std::log2(x); };
  CHECK(quality(view, "xxxyyy", "code_length") ==
        Approx(plogp(2.0 / 14) - 4 * plogp(1.0 / 14) - 4 * plogp(2.0 / 14) - 2 * plogp(3.0 / 14) +
               2 * plogp(8.0 / 14)));
  // e_xy = 1, e_xx = e_yy = 3, e_x = e_y = 7: (6)!! = 48; C(3 + 7 - 1, 7) = 36 counts, C(5, 1) 6! /
  // (3! 3!) partitions, times 6; C(9, 7) degrees for each.
  const double common = -2 * std::log(48.0) + std::log(36.0 * 5 * 20 * 6);
  CHECK(quality(view, "xxxyyy", "description_length_plain") == Approx(common + 14 * std::log(3.0)));
  CHECK(quality(view, "xxxyyy", "description_length_degree_corrected") ==
        Approx(common + 2 * std::log(5040.0) - std::log(16.0 * 36) + 2 * std::log(36.0)));
}

TEST_CASE("partition-quality of the split of Zachary's club", "[partition-quality]") {
  // networkx 3.6.1: modularity of the two clubs as the node attribute names them, no weights.
  CHECK(quality(zachary(), "xxxxxxxxxyxxxxyyxxyxyxyyyyyyyyyyyy", "modularity") ==
        Approx(0.3582347140039447).epsilon(1e-12));
}

TEST_CASE("partition-quality of the examples of igraph", "[partition-quality]") {
  // igraph, examples/simple/igraph_community_leiden.c and .out (commits 08df97e7bf18, 357ee4141980)
  // and tests/unit/community_leiden.out (commit 0189aa3b1f3c), four digits. Its CPM counts a node
  // with itself and each pair twice, and divides by twice the edges.
  const auto cpm_of_igraph = [](const View& view, const std::string& groups, double resolution) {
    return (2 * quality(view, groups, "cpm", resolution) - resolution * view.vertex_count()) /
           (2.0 * view.edge_count());
  };
  const View cliques = graph(
      10, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {3, 4}, {5, 6},
           {5, 7}, {5, 8}, {5, 9}, {6, 7}, {6, 8}, {6, 9}, {7, 8}, {7, 9}, {8, 9}, {0, 5}});
  CHECK(cpm_of_igraph(cliques, "xxxxxyyyyy", 0.05) == Approx(0.8929).margin(5.1e-5));
  CHECK(quality(cliques, "xxxxxyyyyy", "modularity") == Approx(0.4524).margin(5.1e-5));
  CHECK(cpm_of_igraph(zachary(), "0000000010000011001010111111111111", 0.06) ==
        Approx(0.6495).margin(5.1e-5));
  CHECK(quality(zachary(), "0000111022100022102020233323322322", "modularity") ==
        Approx(0.4198).margin(5.1e-5));
}

TEST_CASE("surprise is below the surprise that it approaches", "[partition-quality]") {
  // The chance of as many edges inside, exactly: R. Aldecoa and I. Marin (2011),
  // doi:10.1371/journal.pone.0024195; ours is the bound of W. Hoeffding (1963) on it.
  const auto exact = [](const View& view, const std::string& groups) {
    std::uint32_t inside = 0, pairs_inside = 0, pairs = 0;
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      inside += groups[view.source(e)] == groups[view.target(e)] ? 1 : 0;
    }
    for (std::size_t v = 0; v < groups.size(); ++v) {
      for (std::size_t u = 0; u < v; ++u) {
        ++pairs;
        pairs_inside += groups[u] == groups[v] ? 1 : 0;
      }
    }
    const auto choose = [](double n, double k) {
      return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1));
    };
    double chance = 0;
    const std::uint32_t edges = view.edge_count();
    for (std::uint32_t k = inside; k <= std::min(edges, pairs_inside); ++k) {
      chance += choose(pairs_inside, k) * choose(pairs - pairs_inside, edges - k);
    }
    return -std::log(chance / choose(pairs, edges));
  };
  // pysurprise 2.1.0, Quick start: two joined triangles have 2.854... by decimal logarithm.
  const View triangles = graph(6, {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}});
  CHECK(exact(triangles, "xxxyyy") / std::log(10.0) == Approx(2.854).margin(1e-3));
  CHECK(quality(triangles, "xxxyyy", "surprise") < 2.854 * std::log(10.0));
  for (const char* groups :
       {"0000000010000011001010111111111111", "0000111022100022102020233323322322"}) {
    CHECK(quality(zachary(), groups, "surprise") < exact(zachary(), groups));
  }
}

TEST_CASE("partition-quality of a digraph by hand", "[partition-quality]") {
  // Two arcs inside of four, two of six ordered pairs inside: 4 D(1/2 || 1/3).
  const View view = graph(3, {{0, 1}, {1, 0}, {1, 2}, {2, 0}}, true);
  CHECK(quality(view, "xxy", "surprise") ==
        Approx(4 * (0.5 * std::log(1.5) + 0.5 * std::log(0.75))));
  CHECK(quality(view, "xxy", "significance") == Approx(2 * std::log(1.5)));
  // (1/4) (2 - (k_out of x) (k_in of x) / 4 - that of y): (3 * 3 + 1 * 1) / 4.
  CHECK(quality(view, "xxy", "modularity") == Approx((2 - 10.0 / 4) / 4));
  const Result result = run_analysis("partition-quality", view, partition(view, "xxy"));
  CHECK(std::isnan(column(result, "code_length")[0]));
  CHECK(std::isnan(column(result, "description_length_plain")[0]));
  CHECK(has_note(result, "A367"));
}

TEST_CASE("surprise counts parallel edges and significance does not", "[partition-quality]") {
  const View view = graph(4, {{0, 1}, {0, 1}, {2, 3}, {1, 2}, {3, 3}});
  CHECK(quality(view, "xxyy", "surprise") ==
        Approx(4 * (0.75 * std::log(0.75 / (2.0 / 6)) + 0.25 * std::log(0.25 / (4.0 / 6)))));
  CHECK(quality(view, "xxyy", "significance") == Approx(2 * std::log(2.0)));
}

TEST_CASE("a partition that tells nothing has no surprise", "[partition-quality]") {
  const View view = random_graph(12, 30, 5, false);
  for (const char* name : {"surprise", "significance"}) {
    CHECK(quality(view, "abcdefghijkl", name) == Approx(0).margin(1e-12));
    CHECK(quality(view, "xxxxxxxxxxxx", name) == Approx(0).margin(1e-12));
    CHECK(quality(graph(2, {}), "xy", name) == 0);
    CHECK(quality(complete(4), "xxyy", name) >= 0);
    CHECK(column(run_analysis("partition-quality", View(), partition(View(), "")), name) ==
          Values{0});
  }
}

TEST_CASE("partition-quality agrees with what the searches report", "[partition-quality]") {
  for (const bool directed : {true, false}) {
    const View view = random_graph(30, 60, 2, directed, WeightRole::strength);
    const auto letters = [](const Result& best) {
      std::string groups;
      for (const double g : column(best, "group")) groups += static_cast<char>('A' + int(g));
      return groups;
    };
    const Result best = run_analysis("leiden", view);
    CHECK(quality(view, letters(best), "modularity") ==
          Approx(column(best, "quality", "summary")[0]).epsilon(1e-12));
    if (directed) continue;
    const Result code = run_analysis("map-equation", view);
    CHECK(quality(view, letters(code), "code_length") ==
          Approx(column(code, "code_length", "summary")[0]).epsilon(1e-12));
  }
}

TEST_CASE("partition-quality of a two-mode graph is Barber's", "[partition-quality]") {
  const View view = two_mode({"1100", "1100", "0011", "0011"});
  CHECK(quality(view, "xxyyxxyy", "two_mode_modularity") == 0.5);
  CHECK(quality(view, "xxxxxxxx", "two_mode_modularity") == Approx(0).margin(1e-15));
  CHECK(quality(view, "xxyyyyxx", "two_mode_modularity") == Approx(-0.5));
  // Four blocks of two, four edges between each of two pairs; the priors differ in what they count:
  // C(2 * 2 + 8 - 1, 8) = 165 or C(10 + 8 - 1, 8) = 24310.
  const double common = -2 * std::log(24.0) + 2 * std::log(3.0 * 6 * 4);
  const double plain = common + 16 * std::log(2.0);
  CHECK(quality(view, "xxyyxxyy", "description_length_plain") == Approx(plain + std::log(165.0)));
  CHECK(quality(view, "xxyyxxyy", "description_length_plain_general") ==
        Approx(plain + std::log(24310.0)));
  const double corrected = common + 4 * std::log(24.0) - 8 * std::log(2.0) + 4 * std::log(5.0);
  CHECK(quality(view, "xxyyxxyy", "description_length_degree_corrected") ==
        Approx(corrected + std::log(165.0)));
}

TEST_CASE("partition-quality of a partition of the southern women as printed",
          "[partition-quality]") {
  // O. Lizardo, Social Networks (SOCIOL 208), Spectral Clustering of Two-Mode Networks,
  // olizardo.github.io/SOCIOL208/comm-tm-spectral.html (commit 09773b5caaf3): four groups of women
  // and events, modularity 0.338 by Barber (2007), doi:10.1103/PhysRevE.76.066102.
  const View view = southern_women();
  const std::string printed = "22222224444111143322222224413111";
  std::string groups(printed.size(), ' ');
  const std::vector<Vertex> order = in_davis_order(view);
  for (std::size_t k = 0; k < printed.size(); ++k) groups[order[k]] = printed[k];
  CHECK(quality(view, groups, "two_mode_modularity") == Approx(0.338).margin(5.1e-4));
}

TEST_CASE("cells that could not be seen leave no description length", "[partition-quality]") {
  const View view = two_mode({"11?0", "1100", "0011", "00-1"});
  const Result result = run_analysis("partition-quality", view, partition(view, "xxyyxxyy"));
  CHECK(std::isnan(column(result, "description_length_plain")[0]));
  CHECK_FALSE(std::isnan(column(result, "two_mode_modularity")[0]));
  CHECK(has_note(result, "A366"));
}

TEST_CASE("partition-quality refuses partitions that do not fit", "[partition-quality]") {
  const View view = path(3);
  CHECK(failure("partition-quality", view).front().code == "P105");
  CHECK(failure("partition-quality", view, partition(view, "xy")).front().code == "G123");
  NodeTable table{"groups.csv", {{"nobody", "x"}, {view.key(0), "x"}, {view.key(0), "y"}}};
  const Diagnostics problems =
      failure("partition-quality", view, {{"partition", std::make_shared<const NodeTable>(table)}});
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "G121");
  CHECK(problems[0].where.line == 2);
  CHECK(problems[1].code == "G122");
  CHECK(problems[2].code == "G123");
}

TEST_CASE("partition-quality knows a roll call by its id and by its answers",
          "[partition-quality]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "vote"};
  list.is_item = {0, 0, 0, 1};
  list.source = {0, 1, 2};
  list.target = {3, 3, 3};
  list.sign = {1, 1, -1};
  const View view{list};
  const auto modularity = [&](std::vector<std::pair<std::string, std::string>> rows) {
    rows.insert(rows.end(), {{"a", "x"}, {"b", "x"}, {"c", "y"}});
    const auto table = std::make_shared<const NodeTable>(NodeTable{"groups.csv", rows});
    return column(run_analysis("partition-quality", view, {{"partition", table}}),
                  "two_mode_modularity")[0];
  };
  CHECK(modularity({{"vote", "x"}}) == modularity({{"vote.yes", "x"}, {"vote.no", "x"}}));
  CHECK(modularity({{"vote", "x"}}) != modularity({{"vote.yes", "x"}, {"vote.no", "y"}}));
  const auto twice = std::make_shared<const NodeTable>(NodeTable{
      "groups.csv", {{"a", "x"}, {"b", "x"}, {"c", "y"}, {"vote", "x"}, {"vote.no", "y"}}});
  CHECK(failure("partition-quality", view, {{"partition", twice}}).front().code == "G122");
}
