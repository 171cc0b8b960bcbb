// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values constraint(const View& view) {
  return column(run_analysis("constraint", view), "constraint");
}

// The formula over the whole matrix of w_ij + w_ji.
Values slow_constraint(const View& view) {
  const std::size_t n = view.vertex_count();
  std::vector<Values> p(n, Values(n, 0));
  std::vector<std::vector<bool>> joined(n, std::vector<bool>(n, false));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex u = view.source(e), v = view.target(e);
    if (u == v) continue;
    p[u][v] += view.strength(e);
    p[v][u] += view.strength(e);
    joined[u][v] = joined[v][u] = true;
  }
  for (auto& row : p) {
    double total = 0;
    for (const double w : row) total += w;
    for (double& w : row) w = total > 0 ? w / total : 0;
  }
  Values score(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (!joined[i][j]) continue;
      double tied_up = p[i][j];
      for (std::size_t q = 0; q < n; ++q) tied_up += q == i || q == j ? 0 : p[i][q] * p[q][j];
      score[i] += tied_up * tied_up;
    }
  }
  return score;
}

}  // namespace

TEST_CASE("constraint of a star and of a triangle", "[constraint]") {
  CHECK(max_gap(constraint(star(4)), {0.25, 1, 1, 1, 1}) < 1e-15);
  // Each goes half directly and a quarter around: (1/2 + 1/4)^2 for either neighbour.
  CHECK(max_gap(constraint(complete(3)), {9.0 / 8, 9.0 / 8, 9.0 / 8}) < 1e-15);
}

TEST_CASE("constraint of a node without neighbours is null, and a note says so", "[constraint]") {
  const auto result = run_analysis("constraint", graph(3, {{0, 1}, {2, 2}}));
  CHECK(column(result, "constraint")[0] == 1);
  CHECK(std::isnan(column(result, "constraint")[2]));
  CHECK(has_note(result, "S151"));
  CHECK_FALSE(has_note(run_analysis("constraint", path(2)), "S151"));
}

TEST_CASE("constraint adds parallel edges and both directions, and reads strengths",
          "[constraint]") {
  const View twice = graph(3, {{0, 1}, {0, 1}, {0, 0}, {0, 2}});
  CHECK(max_gap(constraint(twice), {5.0 / 9, 1, 1}) < 1e-15);
  CHECK(max_gap(constraint(graph(3, {{0, 1}, {1, 0}, {2, 0}}, true)), {5.0 / 9, 1, 1}) < 1e-15);
  const std::vector<WeightedEdge> edges{{0, 1, 4}, {0, 2, 2}};
  CHECK(max_gap(constraint(weighted_graph(3, edges, WeightRole::strength)), {5.0 / 9, 1, 1}) <
        1e-15);
  CHECK(max_gap(constraint(weighted_graph(3, edges, WeightRole::distance)), {0.5, 1, 1}) < 1e-15);
  const View nothing = weighted_graph(2, {{0, 1, 0}}, WeightRole::strength);
  CHECK(std::isnan(constraint(nothing)[0]));
}

TEST_CASE("constraint of Borgatti's example and of the Florentine families", "[constraint]") {
  // Borgatti (1997), Connections 20, as in the tests of networkx: A 0.595, C 1, G 0.400.
  const View view =
      graph(7, {{0, 1}, {0, 5}, {0, 6}, {0, 4}, {4, 6}, {5, 6}, {1, 6}, {1, 3}, {3, 6}, {6, 2}});
  CHECK(max_gap(constraint(view), {0.595486111111111, 0.6427469135802467, 1.0, 0.7847222222222223,
                                   0.7309027777777779, 0.7309027777777779, 0.40027006172839497}) <
        1e-14);
  // networkx 2.8.8, constraint; families in order of names
  CHECK(max_gap(constraint(florentine_families()),
                {1.0, 0.3333333333333333, 0.5, 0.482253086419753, 0.48225308641975306, 1.0, 0.25,
                 1.0, 0.2098765432098766, 1.0, 0.6558641975308641, 0.4598765432098765, 0.5,
                 0.4583333333333333, 0.4598765432098765}) < 1e-14);
}

TEST_CASE("constraint of weighted ties and of a digraph in the tests of networkx", "[constraint]") {
  // networkx, test_structuralholes.py: G 0.299, A 0.795, C 1 with weights; 1.003, 1.003, 1.389.
  const View weighted = weighted_graph(7,
                                       {{0, 1, 2},
                                        {0, 5, 3},
                                        {0, 6, 5},
                                        {0, 4, 2},
                                        {4, 6, 8},
                                        {5, 6, 3},
                                        {1, 6, 4},
                                        {1, 3, 1},
                                        {3, 6, 3},
                                        {6, 2, 10}},
                                       WeightRole::strength);
  CHECK(max_gap(constraint(weighted),
                {0.7949553265597638, 0.812748308689867, 1.0, 0.9134128858154832, 0.8834550045913684,
                 0.8332328971533518, 0.29885160614597844}) < 1e-14);
  CHECK(max_gap(constraint(graph(3, {{0, 1}, {0, 2}, {1, 0}, {2, 1}}, true)),
                {1.0030864197530862, 1.0030864197530862, 1.3888888888888886}) < 1e-14);
}

TEST_CASE("constraint agrees with the formula over the whole matrix", "[constraint]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const auto role = seed < 3 ? WeightRole::ignore : WeightRole::strength;
    const View view = random_graph(25, 110, seed, seed % 2 == 0, role);
    CHECK(max_gap(constraint(view), slow_constraint(view)) < 1e-13);
  }
}

TEST_CASE("constraint does not change with the unit of the strengths", "[constraint]") {
  const View view = random_graph(20, 90, 5, true, WeightRole::strength);
  std::vector<WeightedEdge> doubled;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    doubled.push_back({view.source(e), view.target(e), 2 * view.weight(e)});
  }
  CHECK(constraint(weighted_graph(20, doubled, WeightRole::strength, true)) == constraint(view));
}

TEST_CASE("constraint follows a relabelling", "[constraint]") {
  const View view = random_graph(25, 110, 9, true, WeightRole::strength);
  const auto place = shuffled(25, 1);
  const auto before = constraint(view), after = constraint(relabelled(view, place));
  for (Vertex v = 0; v < 25; ++v) CHECK(std::abs(after[place[v]] - before[v]) < 1e-14);
}

TEST_CASE("constraint refuses what it cannot use", "[constraint]") {
  CHECK(failure("constraint", path(2), {{"normalized", true}}).at(0).code == "P101");
  const View view = weighted_graph(2, {{0, 1, -1}}, WeightRole::strength);
  CHECK(failure("constraint", view).at(0).code == "G102");
}
