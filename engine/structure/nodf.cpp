// SPDX-License-Identifier: Apache-2.0
// NODF: are the items of the less active a part of the items of the more active, and more so than
// in random tables with the same row and column sums?
//
//   a pair with k_a > k_b > 0 counts 100 shared / k_b, any other pair 0; the mean over all pairs
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   one row each for the pairs of actors, the pairs of items, and all of them together; z
//          and p against the random tables.
// Mask     bipartite/nodf.hpp; in random tables only cells that could be seen change.
// Cost     samples x (trades + cells log cells).
// Method   Almeida-Neto et al. (2008), doi:10.1111/j.0030-1299.2008.16644.x; null tables:
//          bipartite/trades.hpp.
// Differs  from programs that sort by fill in place of comparing it: ties count 0, as published.
#include "engine/bipartite/nodf.hpp"

#include <array>
#include <cmath>

#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/statistics/against_draws.hpp"

namespace entente::structure {
namespace {

struct Options {
  std::int64_t samples = 1000;
  static auto fields() {
    return std::tuple{integer("samples", &Options::samples, 1, 1e6,
                              "random tables with the same sums; the smallest p is 1/(1 + "
                              "samples)")};
  }
};

using Three = std::array<std::vector<double>, 3>;  // actors, items, both

Three draws_of(const bipartite::Incidence& table, std::size_t samples, const Context& context) {
  Three draws{std::vector<double>(samples), std::vector<double>(samples),
              std::vector<double>(samples)};
  bipartite::SampleOptions sampling{
      .samples = samples, .threads = context.threads, .stop = context.stop};
  sampling.progress = [&](double done, double total) { context.report("samples", done, total); };
  bipartite::for_each_sample(table, context.rng("nodf"), sampling,
                             [&](std::size_t index, const bipartite::Incidence& drawn) {
                               const auto found = bipartite::nodf(drawn);
                               draws[0][index] = found.actors;
                               draws[1][index] = found.items;
                               draws[2][index] = found.both;
                             });
  return draws;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  const auto found = bipartite::nodf(table);
  const Three draws = draws_of(table, static_cast<std::size_t>(options.samples), context);
  const std::array values{found.actors, found.items, found.both};
  std::vector<double> mean, sd, z, upper, lower;
  bool undefined = false;
  for (std::size_t s = 0; s < values.size(); ++s) {
    const auto at = statistics::against_draws(values[s], draws[s]);
    mean.push_back(at.mean);
    sd.push_back(at.sd);
    z.push_back(at.z);
    upper.push_back(at.p_upper);
    lower.push_back(at.p_lower);
    undefined |= std::isnan(at.z);
  }
  const std::uint64_t both = found.actor_pairs + found.item_pairs;
  std::vector<std::int64_t> pairs{static_cast<std::int64_t>(found.actor_pairs),
                                  static_cast<std::int64_t>(found.item_pairs),
                                  static_cast<std::int64_t>(both)};
  Outcome outcome;
  outcome.tables.push_back(
      {"nodf",
       "Nestedness of the table",
       {{"pairs_of", "", "lines that are compared",
         std::vector<std::string>{"actors", "items", "both"}},
        {"nodf", "", "0 to 100", std::vector<double>(values.begin(), values.end())},
        {"pairs", "", "compared", std::move(pairs)},
        {"mean", "", "of the random tables", std::move(mean)},
        {"sd", "", "of the random tables", std::move(sd)},
        {"z", "", "(nodf - mean) / sd", std::move(z)},
        {"p_upper", "", "chance of as much or more", std::move(upper)},
        {"p_lower", "", "chance of as much or less", std::move(lower)},
        {"samples", "", "random tables", std::vector<std::int64_t>(3, options.samples)}}});
  if (undefined) {
    outcome.notes.push_back(note("S101", "z is undefined where the random tables do not differ"));
  }
  if (found.incomparable_pairs > 0) {
    outcome.notes.push_back(
        note("S102", std::to_string(found.incomparable_pairs) +
                         " pairs have no cell that could be seen for both and are left out"));
  }
  return outcome;
}

}  // namespace

Analysis nodf() {
  return {.method = {.id = "nodf",
                     .title = "Nestedness (NODF)",
                     .formula = "mean over pairs of 100 shared / k_b where k_a > k_b > 0, else 0",
                     .convention = "all pairs of actors, of items, and of both weighted by their "
                                   "number; ties and empty lines count 0; with cells that could "
                                   "not be seen, a pair counts what could be for both; z and p "
                                   "against fdsm",
                     .cost = "samples x (trades + cells log cells)",
                     .citations = {{"M. Almeida-Neto, P. Guimaraes, P. R. Guimaraes Jr, R. D. "
                                    "Loyola and W. Ulrich (2008), A consistent metric for "
                                    "nestedness analysis in ecological systems, Oikos 117",
                                    "10.1111/j.0030-1299.2008.16644.x"},
                                   {"Strona et al. 2014, A fast and unbiased procedure to "
                                    "randomize ecological binary matrices",
                                    "10.1038/ncomms5114"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::structure
