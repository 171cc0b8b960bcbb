// SPDX-License-Identifier: Apache-2.0
// Is there structure beyond activity and popularity: the butterflies of the data, and the best
// two-mode modularity found, against random tables with the same row and column sums.
//
//   p_upper = (1 + #{null >= data}) / (1 + N),   p_lower with <=
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   one row per statistic: butterflies, and Barber's modularity by the same search with the
//          same effort on the data and on each null table.
// Mask     as bipartite/trades.hpp and bipartite/barber.hpp.
// Cost     samples x trades, and modularity_samples x a search of `restarts` restarts.
#include <cmath>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/butterflies.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/statistics/against_draws.hpp"

namespace entente::null_model {
namespace {

struct Options {
  std::int64_t samples = 1000, modularity_samples = 200, restarts = 0;
  static auto fields() {
    return std::tuple{
        integer("samples", &Options::samples, 1, 1e6, "random tables for the butterflies"),
        integer("modularity_samples", &Options::modularity_samples, 1, 1e5,
                "random tables for the modularity, at most all samples"),
        integer("restarts", &Options::restarts, 0, 1e4,
                "of each search, of the data and of the random tables alike; 0: by effort, 3, 10 "
                "or 50")};
  }
};

struct Comparison {
  std::string statistic;
  double observed = 0;
  std::vector<double> draws;
};

Table table_of(const std::vector<Comparison>& comparisons) {
  std::vector<std::string> statistic;
  std::vector<double> observed, mean, sd, z, upper, lower;
  std::vector<std::int64_t> samples;
  for (const Comparison& c : comparisons) {
    const auto at = statistics::against_draws(c.observed, c.draws);
    statistic.push_back(c.statistic);
    observed.push_back(c.observed);
    mean.push_back(at.mean);
    sd.push_back(at.sd);
    z.push_back(std::isnan(at.z) ? 0 : at.z);
    upper.push_back(at.p_upper);
    lower.push_back(at.p_lower);
    samples.push_back(static_cast<std::int64_t>(c.draws.size()));
  }
  return {
      "structure_test",
      "Structure beyond activity and popularity",
      {{"statistic", "", "", std::move(statistic)},
       {"observed", "", "in the data", std::move(observed)},
       {"mean", "", "of the random tables", std::move(mean)},
       {"sd", "", "of the random tables", std::move(sd)},
       {"z", "", "(observed - mean) / sd; 0 where the random tables do not differ", std::move(z)},
       {"p_upper", "", "chance of as much or more", std::move(upper)},
       {"p_lower", "", "chance of as much or less", std::move(lower)},
       {"samples", "", "random tables", std::move(samples)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  const auto samples = static_cast<std::size_t>(options.samples);
  const auto searches = std::min(samples, static_cast<std::size_t>(options.modularity_samples));
  const Rng rng = context.rng("structure-test");
  const Rng search_rng = rng.split(1);
  // The random tables have the sums and the mask of the data, hence the same expectation.
  const auto expected = bipartite::expectation(table);
  const auto modularity = [&](const bipartite::Incidence& drawn, std::uint64_t stream) {
    return bipartite::maximise(bipartite::barber_model(drawn, expected), search_rng.split(stream),
                               {.restarts = amount(options.restarts, context.effort, {3, 10, 50}),
                                .threads = 1,
                                .stop = context.stop})
        .modularity;
  };
  Comparison butterflies{"butterflies", static_cast<double>(bipartite::butterfly_count(table)),
                         std::vector<double>(samples)};
  Comparison groups{"modularity", modularity(table, 0), std::vector<double>(searches)};
  bipartite::SampleOptions sampling{
      .samples = samples, .threads = context.threads, .stop = context.stop};
  sampling.progress = [&](double done, double total) { context.report("samples", done, total); };
  bipartite::for_each_sample(
      table, rng.split(0), sampling, [&](std::size_t index, const bipartite::Incidence& drawn) {
        butterflies.draws[index] = static_cast<double>(bipartite::butterfly_count(drawn));
        const std::size_t search = index * searches / samples;  // spread over all chains
        if ((search * samples + searches - 1) / searches == index) {
          groups.draws[search] = modularity(drawn, index + 1);
        }
      });
  Outcome outcome;
  outcome.tables.push_back(table_of({butterflies, groups}));
  return outcome;
}

}  // namespace

Analysis structure_test() {
  return {
      .method = {.id = "structure-test",
                 .title = "Structure beyond activity and popularity",
                 .formula = "p_upper = (1 + #{null >= data}) / (1 + N)",
                 .convention = "null: fdsm, every row and column sum kept; butterflies on all "
                               "samples; Barber's modularity by the same search and effort on "
                               "data and null tables",
                 .cost = "samples x (trades + butterflies), modularity_samples x a search",
                 .citations = {{"Strona et al. 2014, A fast and unbiased procedure to randomize "
                                "ecological binary matrices",
                                "10.1038/ncomms5114"},
                               {"Barber 2007, Modularity and community detection in bipartite "
                                "networks",
                                "10.1103/PhysRevE.76.066102"},
                               {"Davison and Hinkley 1997, Bootstrap methods and their application",
                                "10.1017/CBO9780511802843"}}},
      .needs = {.two_mode = true, .endorsements = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::null_model
