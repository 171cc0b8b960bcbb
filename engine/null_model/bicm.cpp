// SPDX-License-Identifier: Apache-2.0
// The bipartite configuration model: the chance of every cell given how active each actor and how
// popular each item is, and which pairs have more (or less) in common than those chances explain.
//
//   p_ij = x_i y_j / (1 + x_i y_j)   with   sum_j p_ij = k_i,  sum_i p_ij = d_j
//   overlap of a pair ~ Poisson-binomial with q_l = p_il p_i'l, its exact tail
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   all pairs of one side; the chance of every known cell; how well the degrees are met.
// Mask     unknown and impossible cells are left out of every sum and every overlap.
// Cost     bipartite/bicm_fit.hpp, bipartite/bicm_pairs.hpp.
// Differs  from fdsm, which keeps both sums exact: with few actors the upper p values here are
//          larger (conservative) and the lower ones a little smaller than they should be.
#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/bicm_fit.hpp"
#include "engine/bipartite/bicm_pairs.hpp"
#include "engine/null_model/pair_table.hpp"

namespace entente::null_model {
namespace {

constexpr std::uint64_t listed_cells = 5'000'000;

struct Options : PairOptions {
  static auto fields() { return PairOptions::fields<Options>(); }
};

Table probabilities(const View& view, const bipartite::BicmFit& fit) {
  std::vector<Vertex> actor, item;
  std::vector<double> probability;
  for (std::uint32_t i = 0; i < view.actor_count(); ++i) {
    for (std::uint32_t j = 0; j < view.item_count(); ++j) {
      if (!fit.table().known(i, j)) continue;
      actor.push_back(i);
      item.push_back(view.actor_count() + j);
      probability.push_back(fit.probability(i, j));
    }
  }
  return {"probabilities",
          "The chance of every cell that could be seen",
          {{"actor", "", "", std::move(actor)},
           {"item", "", "", std::move(item)},
           {"probability", "", "of a 1, given both degrees", std::move(probability)}}};
}

Table fit_table(const bipartite::BicmFit& fit, const bipartite::PairTests& tests,
                const Options& options) {
  const auto count = [](std::uint64_t n) {
    return std::vector<std::int64_t>{static_cast<std::int64_t>(n)};
  };
  Table table{
      "fit",
      "How well the model meets the degrees, and what the test could find",
      {{"residual", "", "largest |expected - degree| / max(1, degree)",
        std::vector{fit.residual()}},
       {"steps", "", "of Newton's method", count(fit.steps())},
       {"actor_classes", "", "of actors that must be alike", count(fit.classes().rows.size())},
       {"item_classes", "", "of items that must be alike, a roll call once",
        count(fit.classes().units.size())}}};
  for (Column& column : test_columns(tests, options)) table.columns.push_back(std::move(column));
  return table;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  context.report("fit", 0, 2);
  const auto fit = bipartite::fit_bicm(table, context.stop);
  if (!fit) return fit.error();
  context.report("pairs", 1, 2);
  const auto null = bipartite::bicm_pairs(*fit, options.mode());
  if (const auto refusal = too_many_pairs(table, null, options)) return *refusal;
  const auto tests = test_pairs(table, null, options, context);
  Outcome outcome;
  outcome.tables.push_back(
      pair_table(view, options, "Pairs against the configuration model", tests.pairs));
  if (std::uint64_t{view.actor_count()} * view.item_count() <= listed_cells) {
    outcome.tables.push_back(probabilities(view, *fit));
  } else {
    outcome.notes.push_back(
        note("N102", "more than 5 million cells: their chances are not listed"));
  }
  outcome.tables.push_back(fit_table(*fit, tests, options));
  note_unlisted(tests, outcome.notes);
  context.report("pairs", 2, 2);
  return outcome;
}

}  // namespace

Analysis bicm() {
  return {.method = {.id = "bicm",
                     .title = "Bipartite configuration model",
                     .formula = "p_ij = x_i y_j / (1 + x_i y_j), sum_j p_ij = k_i, sum_i p_ij = "
                                "d_j; overlap of a pair ~ Poisson-binomial(p_il p_i'l)",
                     .convention = "both degree sequences in expectation; exact tails; a roll "
                                   "call is one trial whose answers exclude each other; cells "
                                   "that could not be seen are left out; all pairs are tests, "
                                   "those without overlap included",
                     .cost = "O(classes of rows x classes of columns) per step; O(items x overlap) "
                             "per pair of classes",
                     .citations = {{"Saracco et al. 2015, Randomizing bipartite networks: the case "
                                    "of the World Trade Web",
                                    "10.1038/srep10595"},
                                   {"Saracco et al. 2017, Inferring monopartite projections of "
                                    "bipartite networks",
                                    "10.1088/1367-2630/aa6b38"},
                                   {"Vallarano et al. 2021, Fast and scalable likelihood "
                                    "maximization for exponential random graph models",
                                    "10.1038/s41598-021-93830-4"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::null_model
