// SPDX-License-Identifier: Apache-2.0
// The signed backbone of a two-mode graph: +1 between two of one side that have more in common than
// a null model explains, -1 between two that have less, and no edge between all others.
//
//   p = min(1, 2 min(P(S >= x), P(S <= x))), corrected for all pairs; the sign is that of the
//   smaller tail
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   the edges (their table reads back as a signed edge list), all pairs with both tails, and
//          how many pairs could have been found at all.
// Mask     as the null model: unknown and impossible cells are left out; the answers of a roll call
//          exclude each other.
// Cost     as the null model with both tails at once.
// Differs  from two runs of the null model, one for each tail: here the tails share the level.
#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/bicm_pairs.hpp"
#include "engine/bipartite/hypergeometric_pairs.hpp"
#include "engine/null_model/pair_table.hpp"

namespace entente::null_model {
namespace {

struct Options : PairOptions {
  std::string null_model = "rowcond";
  Options() { tail = "both"; }
  static auto fields() {
    return std::tuple{
        choice("null_model", &Options::null_model, {"rowcond", "bicm", "hypergeometric"},
               "what the overlap of a pair is held against"),
        choice("side", static_cast<std::string Options::*>(&PairOptions::side), {"actor", "item"},
               "whose pairs"),
        choice("correction", static_cast<std::string Options::*>(&PairOptions::correction),
               statistics::discrete_adjustment_names(), "how q_value is made from all p values"),
        real("fdr", static_cast<double Options::*>(&PairOptions::fdr), 0, 1,
             "a pair is an edge where q_value is at most this")};
  }
};

Expected<bipartite::RowPairs> model_of(const bipartite::Incidence& table, const Options& options,
                                       const Context& context) {
  const bipartite::Mode mode = options.mode();
  if (options.null_model == "hypergeometric") return bipartite::hypergeometric_pairs(table, mode);
  if (options.null_model == "bicm") {
    const auto fit = bipartite::fit_bicm(table, context.stop);
    if (!fit) return fit.error();
    bipartite::RowPairs model;
    model.null = bipartite::bicm_pairs(*fit, mode);
    return model;
  }
  const auto odds = bipartite::fit_row_odds(mode == bipartite::Mode::actor ? table : table.turned(),
                                            context.threads, context.stop);
  if (!odds) return odds.error();
  return bipartite::row_pairs(table, mode, *odds);
}

bool is_positive(const bipartite::PairTest& pair) { return pair.p_upper <= pair.p_lower; }

Table edges(const View& view, const Options& options, const bipartite::PairTests& tests) {
  const Vertex shift = options.mode() == bipartite::Mode::actor ? 0 : view.actor_count();
  std::vector<Vertex> source, target;
  std::vector<std::int64_t> sign, observed;
  std::vector<double> expected, p_value, q_value;
  for (const auto& pair : tests.pairs) {
    if (pair.q_value > options.fdr) continue;
    source.push_back(shift + pair.a);
    target.push_back(shift + pair.b);
    sign.push_back(is_positive(pair) ? 1 : -1);
    observed.push_back(pair.observed);
    expected.push_back(pair.expected);
    p_value.push_back(pair.p_value);
    q_value.push_back(pair.q_value);
  }
  return {"edges",
          "Pairs that have more (1) or less (-1) in common than chance",
          {{"source", "", "key of the first", std::move(source)},
           {"target", "", "key of the second", std::move(target)},
           {"sign", "", "1: more in common than expected; -1: less", std::move(sign)},
           {"observed", "", "what both have", std::move(observed)},
           {"expected", "", "its mean under the null model", std::move(expected)},
           {"p_value", "", "of both tails: twice the smaller one", std::move(p_value)},
           {"q_value", "", "p_value corrected for all pairs", std::move(q_value)}}};
}

Table tails(const View& view, const Options& options, const bipartite::PairTests& tests) {
  Table table = pair_table(view, options, "All pairs, with both tails", tests.pairs);
  std::vector<double> upper, lower;
  for (const auto& pair : tests.pairs) {
    upper.push_back(pair.p_upper);
    lower.push_back(pair.p_lower);
  }
  for (Column& column : table.columns) {
    if (column.name == "p_value") column.help = "twice the smaller of both tails, at most 1";
  }
  table.columns.push_back({"p_upper", "", "chance of as much or more", std::move(upper)});
  table.columns.push_back({"p_lower", "", "chance of as much or less", std::move(lower)});
  return table;
}

Table counts(const Options& options, const bipartite::PairTests& tests) {
  Table table{"tests", "What the test could find", test_columns(tests, options)};
  std::int64_t positive = 0, negative = 0;
  for (const auto& pair : tests.pairs) {
    if (pair.q_value <= options.fdr) ++(is_positive(pair) ? positive : negative);
  }
  table.columns.push_back({"positive", "", "edges of sign 1", std::vector{positive}});
  table.columns.push_back({"negative", "", "edges of sign -1", std::vector{negative}});
  return table;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  context.report("fit", 0, 2);
  const auto model = model_of(table, options, context);
  if (!model) return model.error();
  if (const auto refusal = too_many_pairs(table, model->null, options)) return *refusal;
  if (bipartite::too_costly(*model)) {
    return error("N107", "the exact law of a pair is too large for a table of this size",
                 "take --null-model bicm");
  }
  context.report("pairs", 1, 2);
  const auto tests = test_pairs(table, model->null, options, context);
  Outcome outcome;
  outcome.tables = {edges(view, options, tests), tails(view, options, tests),
                    counts(options, tests)};
  context.report("pairs", 2, 2);
  return outcome;
}

}  // namespace

Analysis signed_backbone() {
  return {
      .method = {.id = "signed-backbone",
                 .title = "Signed backbone",
                 .formula = "+1 where P(S >= x) and -1 where P(S <= x) is significant; p = min(1, "
                            "2 min(P(S >= x), P(S <= x)))",
                 .convention = "null model rowcond, exact law of each pair's overlap; one "
                               "correction over all pairs, both tails sharing the level; cells "
                               "that could not be seen are left out",
                 .cost = "as the null model",
                 .citations = {{"Neal 2014, The backbone of bipartite projections: Inferring "
                                "relationships from co-authorship, co-sponsorship, co-attendance "
                                "and other co-behaviors, Social Networks 39",
                                "10.1016/j.socnet.2014.06.001"},
                               {"Neal, Domagalski and Sagan 2021, Comparing alternatives to the "
                                "fixed degree sequence model",
                                "10.1038/s41598-021-03238-3"}}},
      .needs = {.two_mode = true, .endorsements = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::null_model
