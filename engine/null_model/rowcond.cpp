// SPDX-License-Identifier: Apache-2.0
// Which pairs have more (or less) in common than their own sums and the popularity of what they
// share explain: the sums of the tested side exact, those of the other side in expectation.
//
//   row i is as likely as the product of the odds w_l of its items, among all rows with k_i ones;
//   w so that sum_i E[a_il] = d_l;   P(S >= x) by the exact law of a pair's overlap
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   all pairs of one side; how well the sums are met and how many pairs could have been
//          found at all.
// Mask     unknown and impossible cells are left out; the answers of a roll call exclude each
// other. Cost     bipartite/row_odds.hpp, bipartite/row_pairs.hpp. Differs  from bicm, which lets
// the sums of the tested side vary too and is conservative for it;
//          from fdsm, which keeps the other side exact as well.
#include <cmath>

#include "engine/analysis/analysis.hpp"
#include "engine/base/number_text.hpp"
#include "engine/bipartite/row_draws.hpp"
#include "engine/bipartite/row_pairs.hpp"
#include "engine/null_model/pair_table.hpp"

namespace entente::null_model {
namespace {

struct Options : PairOptions {
  std::int64_t samples = 1000;
  static auto fields() {
    return std::tuple_cat(
        PairOptions::fields<Options>(),
        std::tuple{integer("samples", &Options::samples, 1, 1e6,
                           "draws of every row, where the exact law would be too large")});
  }
};

// Where the exact laws would take too long: draws, with their error.
Expected<bipartite::PairTests> by_draws(const bipartite::Incidence& table,
                                        const bipartite::RowOdds& odds, const Options& options,
                                        const Context& context, Diagnostics& notes) {
  if (const auto refusal = cannot_be_sampled(table, options)) return *refusal;
  const auto samples = static_cast<std::size_t>(options.samples);
  auto tests = bipartite::draw_pairs(table, odds, context.rng("rowcond"),
                                     {.mode = options.mode(),
                                      .samples = samples,
                                      .test = {.tail = options.of_tail(),
                                               .adjustment = options.adjustment(),
                                               .level = options.fdr,
                                               .threads = context.threads,
                                               .stop = context.stop}});
  notes.push_back(
      note("N109",
           "the exact law of a pair would be too large for a table of this size: p_value is "
           "from " +
               std::to_string(samples) +
               " draws of every row, with a standard error of sqrt(p (1 - p) / draws), at most " +
               number_text(std::sqrt(0.25 / static_cast<double>(samples)))));
  note_few_samples(tests, options, samples, notes);
  return tests;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  context.report("fit", 0, 2);
  const auto odds =
      bipartite::fit_row_odds(options.mode() == bipartite::Mode::actor ? table : table.turned(),
                              context.threads, context.stop);
  if (!odds) return odds.error();
  context.report("pairs", 1, 2);
  const auto model = bipartite::row_pairs(table, options.mode(), *odds);
  if (const auto refusal = too_many_pairs(table, model.null, options)) return *refusal;
  Outcome outcome;
  const bool exact = !bipartite::too_costly(model);
  const auto tests = exact ? Expected(test_pairs(table, model.null, options, context))
                           : by_draws(table, *odds, options, context, outcome.notes);
  if (!tests) return tests.error();
  outcome.tables.push_back(
      pair_table(view, options, "Pairs against rows drawn with their sums", tests->pairs));
  Table fit{
      "fit",
      "How well the model meets the sums, and what the test could find",
      {{"residual", "", "largest |expected - sum| / max(1, sum) of the other side",
        std::vector{odds->residual()}},
       {"exact", "", "1: exact laws; 0: draws", std::vector{std::int64_t{exact ? 1 : 0}}},
       {"steps", "", "of Newton's method", std::vector{static_cast<std::int64_t>(odds->steps())}}}};
  for (Column& column : test_columns(*tests, options)) fit.columns.push_back(std::move(column));
  outcome.tables.push_back(std::move(fit));
  note_unlisted(*tests, outcome.notes);
  context.report("pairs", 2, 2);
  return outcome;
}

}  // namespace

Analysis rowcond() {
  return {.method = {.id = "rowcond",
                     .title = "Row-conditional model",
                     .formula = "P(row i) ~ product of w_l over its items, given k_i; w so that "
                                "sum_i E[a_il] = d_l; P(S >= x) = sum of D[k, "
                                "k', s] over s >= x, / sum of D[k, k', s]",
                     .convention = "the sums of the tested side are exact, those of the other "
                                   "side met in expectation to 1e-12; rows are independent; a "
                                   "roll call is one unit whose answers exclude each other; of "
                                   "items, who of those that answered gave this answer is "
                                   "equally likely for all; cells that could not be seen are "
                                   "left out; all pairs are tests, those without overlap "
                                   "included; where the exact law would take too long, p values "
                                   "are from draws, and a note gives their error",
                     .cost = "O(row classes x items x ones) a step of the fit; O(items x singles x "
                             "doubles), x differing answers, for each set of items that a pair "
                             "knows",
                     .citations = {{"Chen, Diaconis, Holmes and Liu 2005, Sequential Monte Carlo "
                                    "methods for statistical analysis of tables",
                                    "10.1198/016214504000001303"},
                                   {"Neal, Domagalski and Sagan 2021, Comparing alternatives to "
                                    "the fixed degree sequence model",
                                    "10.1038/s41598-021-03238-3"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::null_model
