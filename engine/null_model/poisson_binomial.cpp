// SPDX-License-Identifier: Apache-2.0
// The number of successes of independent trials with different chances: both tails at every number.
//
//   lower(k) = P(X <= k),  upper(k) = P(X >= k),  X = sum of Bernoulli(p_t)
//
// Input    a table with the column p: the chance of each trial.
// Output   one row for each k = 0 .. trials.
// Cost     O(trials^2).
// Method   statistics/poisson_binomial.hpp: convolution, so that tiny tails keep their digits.
#include "engine/statistics/poisson_binomial.hpp"

#include <cstdint>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/table_columns.hpp"

namespace entente::null_model {
namespace {

constexpr std::size_t most_trials = 50'000;

Expected<Outcome> run(const TextTable& table, const Params&, const Context& context) {
  const auto chances = number_column(table, "p", 0, 1);
  if (!chances) return chances.error();
  if (chances->size() > most_trials) {
    return error("N110", std::to_string(chances->size()) + " trials are more than 50 thousand",
                 "take fewer: the cost grows with their square");
  }
  const auto most = static_cast<std::uint32_t>(chances->size());
  std::vector<std::int64_t> k;
  for (std::uint32_t at = 0; at <= most; ++at) k.push_back(at);
  Outcome outcome;
  outcome.tables.push_back(
      {"tails",
       "Tails of the number of successes",
       {{"k", "", "number of successes", std::move(k)},
        {"lower", "", "chance of at most k", statistics::lower_tails(*chances, most, context.stop)},
        {"upper", "", "chance of at least k",
         statistics::upper_tails(*chances, most, context.stop)}}});
  return outcome;
}

}  // namespace

Analysis poisson_binomial() {
  return {.method = {.id = "poisson-binomial",
                     .title = "Poisson-binomial tails",
                     .formula = "f[k] <- f[k] (1 - p) + f[k-1] p for each trial in turn; lower "
                                "sums f from 0, upper from the last k",
                     .convention = "input is a table with the column p; exact convolution, no "
                                   "approximation; lower is P(X <= k), upper P(X >= k)",
                     .cost = "O(trials^2)",
                     .citations = {{"Y. Hong (2013), On computing the distribution function for "
                                    "the Poisson binomial distribution, Computational Statistics "
                                    "and Data Analysis 59",
                                    "10.1016/j.csda.2012.10.006"}}},
          .params = describe<NoOptions>(),
          .on_table = run};
}

}  // namespace entente::null_model
