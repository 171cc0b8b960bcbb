// SPDX-License-Identifier: Apache-2.0
// p values of many tests, corrected for their number.
//
// Input    a table with the columns id and p: every test that was made, the dull ones included.
// Output   one row for each test, in the order of the table: q_value by the chosen correction, and
//          whether it is at most fdr.
// Cost     O(tests log tests).
// Method   statistics/multiple_testing.hpp. Corrections that know how small each p could have been
//          (tarone, heyse, dbh) need more than p and belong to the pair tests.
#include "engine/analysis/analysis.hpp"
#include "engine/analysis/table_columns.hpp"
#include "engine/statistics/multiple_testing.hpp"

namespace entente::null_model {
namespace {

struct Options {
  std::string correction = "bh";
  double fdr = 0.05;
  static auto fields() {
    return std::tuple{
        choice("correction", &Options::correction, statistics::adjustment_names(),
               "how q_value is made from all p values"),
        real("fdr", &Options::fdr, 0, 1, "a test is significant where q_value is at most this")};
  }
};

Expected<Outcome> run(const TextTable& table, const Params& params, const Context&) {
  const auto options = bind<Options>(params);
  auto ids = id_column(table, "id");
  const auto p = number_column(table, "p", 0, 1);
  if (!ids || !p) {
    Diagnostics problems;
    if (!ids) problems = ids.error();
    if (!p) problems.insert(problems.end(), p.error().begin(), p.error().end());
    return problems;
  }
  auto q = statistics::adjusted(*p, statistics::adjustment_named(options.correction));
  std::vector<std::int64_t> significant;
  for (const double value : q) significant.push_back(value <= options.fdr ? 1 : 0);
  Outcome outcome;
  outcome.tables.push_back(
      {"tests",
       "p values corrected for their number",
       {{"id", "", "of the test", *std::move(ids)},
        {"p", "", "as given", *p},
        {"q_value", "", "p corrected for all tests", std::move(q)},
        {"significant", "", "1 where q_value is at most fdr", std::move(significant)}}});
  return outcome;
}

}  // namespace

Analysis adjust_p() {
  return {
      .method = {.id = "adjust-p",
                 .title = "Correction for many tests",
                 .formula = "bh: min over r' >= r of n p_(r') / r'; by: the same times 1 + 1/2 + "
                            "... + 1/n; holm: max over r' <= r of (n - r' + 1) p_(r'); "
                            "bonferroni: n p; none above 1",
                 .convention = "input is a table with the columns id and p; every row is a test",
                 .cost = "O(tests log tests)",
                 .citations = {{"Y. Benjamini and Y. Hochberg (1995), Controlling the false "
                                "discovery rate, Journal of the Royal Statistical Society B 57",
                                "10.1111/j.2517-6161.1995.tb02031.x"},
                               {"Y. Benjamini and D. Yekutieli (2001), The control of the false "
                                "discovery rate in multiple testing under dependency, Annals of "
                                "Statistics 29",
                                "10.1214/aos/1013699998"},
                               {"S. Holm (1979), A simple sequentially rejective multiple test "
                                "procedure, Scandinavian Journal of Statistics 6",
                                ""}}},
      .params = describe<Options>(),
      .on_table = run};
}

}  // namespace entente::null_model
