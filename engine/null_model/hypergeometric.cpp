// SPDX-License-Identifier: Apache-2.0
// The loosest null model of pairs: what two of one side have in common, given how many each has, as
// if all on the other side were equally popular.
//
//   P(S >= x),  S ~ hypergeometric(n, k, k')
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   all pairs of one side; how many could have been found at all.
// Mask     a line has its ones anywhere among its known cells. The answers of a roll call exclude
//          each other.
// Cost     bipartite/hypergeometric_pairs.hpp.
// Differs  from rowcond, which knows that some items are signed by nearly all: where popularity
//          differs, p values here are too small.
#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/hypergeometric_pairs.hpp"
#include "engine/null_model/pair_table.hpp"

namespace entente::null_model {
namespace {

struct Options : PairOptions {
  static auto fields() { return PairOptions::fields<Options>(); }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  const auto model = bipartite::hypergeometric_pairs(table, options.mode());
  if (const auto refusal = too_many_pairs(table, model.null, options)) return *refusal;
  if (bipartite::too_costly(model)) {
    return error("N107", "with this many roll calls the exact law of a pair is too large",
                 "use bicm, or a part of the graph");
  }
  const auto tests = test_pairs(table, model.null, options, context);
  Outcome outcome;
  outcome.tables.push_back(
      pair_table(view, options, "Pairs against lines with their sums alone", tests.pairs));
  outcome.tables.push_back({"tests", "What the test could find", test_columns(tests, options)});
  note_unlisted(tests, outcome.notes);
  return outcome;
}

}  // namespace

Analysis hypergeometric() {
  return {.method = {.id = "hypergeometric",
                     .title = "Fixed sums of one side",
                     .formula = "P(S >= x), S ~ hypergeometric: P(S = s) = C(k, s) C(n - k, k' - "
                                "s) / C(n, k')",
                     .convention = "the sums of the tested side are exact, the other side is "
                                   "uniform; each line has its ones anywhere among its known "
                                   "cells; rows with roll calls: every filling with as many ones "
                                   "and one answer a roll call at most is equally likely; all "
                                   "pairs are tests, those without overlap included",
                     .cost = "O(pairs of kinds x items), with a mask x ones^2",
                     .citations = {{"Neal 2013, Identifying statistically significant edges in "
                                    "one-mode projections, Social Network Analysis and Mining 3",
                                    "10.1007/s13278-013-0107-y"},
                                   {"Tumminello et al. 2011, Statistically validated networks in "
                                    "bipartite complex systems, PLoS ONE 6",
                                    "10.1371/journal.pone.0017994"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::null_model
