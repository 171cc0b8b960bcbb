// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/best_response.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/bipartite/barber.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

BarberModel model_of(const View& view) {
  const Incidence table(view);
  return barber_model(table, expectation(table));
}

// H by the formula at the head of the header.
double value(const DenseTable& table, const Groups& leaders) {
  double total = 0;
  for (std::uint32_t f = 0; f < table.classes; ++f) {
    std::vector<double> score(table.leaders + 1, 0.0);
    for (std::uint32_t l = 0; l < table.leaders; ++l) score[leaders[l]] += table.row(l)[f];
    total += std::max(0.0, *std::max_element(score.begin(), score.end()));
  }
  return total;
}

}  // namespace

TEST_CASE("the smaller side leads, and followers give their best answer", "[best_response]") {
  for (const auto& [actors, items] : {std::pair{12U, 5U}, {5U, 12U}, {6U, 6U}}) {
    const BarberModel model =
        model_of(test::random_two_mode({.actors = actors, .items = items, .density = 0.4}, 2));
    const DenseTable table = dense_table(model.graph, model.actors);
    CHECK(table.actors_lead == (actors <= items));
    CHECK(table.leaders == std::min(actors, items));
    Rng rng(4);
    Groups leaders(table.leaders);
    for (auto& g : leaders) g = static_cast<std::uint32_t>(rng.below(3));
    const Groups all = with_followers(table, leaders);
    CHECK(quality(model.graph, all) == Approx(value(table, leaders)).margin(1e-12));
    Groups back = leaders_of(table, all);
    renumber(back);
    renumber(leaders);
    CHECK(back == leaders);
  }
}

TEST_CASE("followers that differ in nothing are one class", "[best_response]") {
  const BarberModel model = model_of(test::two_mode({"110", "110", "1?0", "001", "110"}));
  const DenseTable table = dense_table(model.graph, model.actors);
  CHECK(table.class_of == std::vector<std::uint32_t>{0, 0, 1, 2, 0});
  CHECK(table.classes == 3);
  const Groups all = with_followers(table, {0, 0, 1});
  CHECK(quality(model.graph, all) == Approx(value(table, {0, 0, 1})).margin(1e-12));
  CHECK(all[0] == all[1]);
  CHECK(all[1] == all[4]);
}

TEST_CASE("no leader's move and no merge improves where the climb ends", "[best_response]") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const BarberModel model = model_of(test::random_two_mode(
        {.actors = 30, .items = 9, .density = 0.35, .hidden = seed % 2 == 0 ? 0.0 : 0.3}, seed));
    const DenseTable table = dense_table(model.graph, model.actors);
    Rng rng(seed);
    Groups start(table.leaders);
    for (auto& g : start) g = static_cast<std::uint32_t>(rng.below(table.leaders));
    const Groups end = climb(table, start);
    const double reached = value(table, end);
    CHECK(reached >= value(table, start) - 1e-12);
    for (std::uint32_t l = 0; l < table.leaders; ++l) {
      for (std::uint32_t g = 0; g < table.leaders; ++g) {
        Groups moved = end;
        moved[l] = g;
        CHECK(value(table, moved) <= reached + 1e-9);
        Groups merged = end;
        std::replace(merged.begin(), merged.end(), l, g);
        CHECK(value(table, merged) <= reached + 1e-9);
      }
    }
  }
}

TEST_CASE("all partitions of the events leave the southern women's best standing",
          "[best_response][.slow]") {
  const BarberModel model = model_of(test::southern_women());
  const DenseTable table = dense_table(model.graph, model.actors);
  REQUIRE(table.leaders == 14);
  // Depth first over the events, with the scores of each woman per group kept up to date.
  std::vector<std::vector<double>> score(15, std::vector<double>(table.classes, 0));
  double best = 0;
  const auto visit = [&](const auto& self, std::uint32_t l, std::uint32_t groups) -> void {
    if (l == 14) {
      double total = 0;
      for (std::uint32_t f = 0; f < table.classes; ++f) {
        double top = 0;
        for (std::uint32_t g = 0; g < groups; ++g) top = std::max(top, score[g][f]);
        total += top;
      }
      best = std::max(best, total);
      return;
    }
    for (std::uint32_t g = 0; g <= groups; ++g) {
      const std::vector<double> before = score[g];
      for (std::uint32_t f = 0; f < table.classes; ++f) score[g][f] += table.row(l)[f];
      self(self, l + 1, std::max(groups, g + 1));
      score[g] = before;
    }
  };
  visit(visit, 0, 0);
  CHECK(best / model.total == Approx(0.3455371796).epsilon(1e-9));
}
