// SPDX-License-Identifier: Apache-2.0
// Which nodes are the core that is joined within itself and to the others, while the others are not
// joined among themselves; and is that more than their degrees make anyway?
//
// Input    one-mode, directed or not: the simple graph; two-mode: endorsements. Weights are not
//          looked at.
// Options  convention: `full` expects edges between core and periphery (one-mode) or none
// (two-mode,
//          where the core is a block of actors and items); `missing` leaves these cells out.
//          exact: up to so many nodes all cores are tried; restarts above. samples: rewired graphs.
// Output   core (1 or 0) of each node; the correlation, and where it stands among those of graphs
//          with the same degrees, searched with the same effort.
// Mask     cells that could not be seen are left out, also of the random tables.
// Cost     (1 + samples) searches (structure/core_search.hpp); 10 swaps per edge and sample.
// Method   Borgatti and Everett (2000), doi:10.1016/S0378-8733(99)00019-2; rewiring:
// graph/rewire.hpp,
//          two-mode bipartite/trades.hpp (fdsm).
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/graph/rewire.hpp"
#include "engine/statistics/against_draws.hpp"
#include "engine/structure/core_search.hpp"

namespace entente::structure {
namespace {

struct Options {
  std::string convention = "full";
  std::int64_t exact = 20, restarts = 0, samples = 0;
  static auto fields() {
    return std::tuple{
        choice("convention", &Options::convention, {"full", "missing"},
               "all cells count, or those between core and periphery are left out"),
        integer("exact", &Options::exact, 0, 24, "up to so many nodes every core is tried"),
        integer("restarts", &Options::restarts, 0, 1e6,
                "independent searches above; 0: by effort, 5, 20 or 100"),
        integer("samples", &Options::samples, 0, 1e6,
                "rewired graphs; 0: by effort, 100, 200 or 1000")};
  }
};

CoreOptions core_options(const View& view, const Options& options, const Context& context) {
  const bool missing = options.convention == "missing";
  return {.pattern = missing           ? CorePattern::blocks
                     : view.two_mode() ? CorePattern::block
                                       : CorePattern::either,
          .exact = static_cast<std::uint32_t>(options.exact),
          .restarts = amount(options.restarts, context.effort, {5, 20, 100}),
          .stop = context.stop};
}

std::vector<Ends> simple_edges(const View& view) {
  const View plain = view.directed() ? simple(view) : simple_undirected(view);
  std::vector<Ends> edges;
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    edges.emplace_back(plain.source(e), plain.target(e));
  }
  return edges;
}

struct Study {
  FoundCore data;
  std::vector<double> draws;  // correlations of the samples
};

Study one_mode_study(const View& view, const CoreOptions& options, std::size_t samples,
                     const Context& context) {
  const std::uint32_t n = view.vertex_count();
  const auto edges = simple_edges(view);
  const Rng rng = context.rng("core-periphery");
  Study study{find_core(CoreCells(n, view.directed(), edges), rng.split(0), options), {}};
  if (!study.data.defined) return study;
  study.draws.resize(samples);
  constexpr std::size_t rounds = 50;  // between two reports
  for (std::size_t from = 0; from < samples; from += rounds) {
    context.report("samples", double(from), double(samples));
    const std::size_t many = std::min(rounds, samples - from);
    for_chunks(context.loop(many), [&](std::size_t begin, std::size_t end) {
      for (std::size_t s = from + begin; s < from + end; ++s) {
        Rng draws = rng.split(1 + s);
        const auto drawn = rewired(edges, view.directed(), 10 * edges.size(), draws, context.stop);
        study.draws[s] =
            find_core(CoreCells(n, view.directed(), drawn), draws, options).correlation;
      }
    });
  }
  return study;
}

Study two_mode_study(const bipartite::Incidence& table, const CoreOptions& options,
                     std::size_t samples, const Context& context) {
  const Rng rng = context.rng("core-periphery");
  Study study{find_core(CoreCells(table), rng.split(0), options), {}};
  if (!study.data.defined) return study;
  study.draws.resize(samples);
  bipartite::SampleOptions sampling{
      .samples = samples, .threads = context.threads, .stop = context.stop};
  sampling.progress = [&](double done, double total) { context.report("samples", done, total); };
  bipartite::for_each_sample(
      table, rng.split(1), sampling, [&](std::size_t s, const bipartite::Incidence& drawn) {
        study.draws[s] = find_core(CoreCells(drawn), rng.split(2 + s), options).correlation;
      });
  return study;
}

Table summary_table(const Study& study, const statistics::AgainstDraws& at,
                    const CoreOptions& options, std::uint32_t nodes) {
  const auto real = [](std::string name, std::string help, double value) {
    return Column{std::move(name), "", std::move(help), std::vector{value}};
  };
  const auto count = [](std::string name, std::string help, std::size_t value) {
    return Column{std::move(name), "", std::move(help), std::vector{std::int64_t(value)}};
  };
  constexpr double absent = std::numeric_limits<double>::quiet_NaN();
  const bool defined = study.data.defined, exact = nodes <= options.exact;
  const auto members = std::size_t(std::count(study.data.core.begin(), study.data.core.end(), 1));
  return {
      "summary",
      "How well a core and a periphery describe the graph",
      {real("correlation", "of the best pattern found", defined ? study.data.correlation : absent),
       count("core_nodes", "", members),
       count("exact", "1 where every core was tried", exact ? 1 : 0),
       count("restarts", "", exact ? 0 : options.restarts),
       real("share_near_best", "of the restarts, within 1e-6 of the best",
            study.data.share_near_best),
       count("samples", "rewired graphs with the same degrees", study.draws.size()),
       real("mean", "correlation of the samples", defined ? at.mean : absent),
       real("sd", "of the samples", defined ? at.sd : absent),
       real("z", "(correlation - mean) / sd", defined ? at.z : absent),
       real("p_value", "chance of as much or more", defined ? at.p_upper : absent)}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const CoreOptions searching = core_options(view, options, context);
  const std::size_t samples = amount(options.samples, context.effort, {100, 200, 1000});
  const Study study = view.two_mode()
                          ? two_mode_study(bipartite::Incidence(view), searching, samples, context)
                          : one_mode_study(view, searching, samples, context);
  const auto at = statistics::against_draws(study.data.correlation, study.draws);
  Outcome outcome;
  const auto& core = study.data.core;
  outcome.tables.push_back(node_table(view, "The core",
                                      {{"core", "", "1 in the core, 0 in the periphery",
                                        std::vector<std::int64_t>(core.begin(), core.end())}}));
  outcome.tables.push_back(summary_table(study, at, searching, view.vertex_count()));
  if (!study.data.defined) {
    outcome.notes.push_back(
        note("S141", "no pattern has a correlation: cells or patterns do not differ"));
  } else if (std::isnan(at.z)) {
    outcome.notes.push_back(note("S142", "z is undefined where the rewired graphs do not differ"));
  }
  return outcome;
}

}  // namespace

Analysis core_periphery() {
  return {
      .method = {.id = "core-periphery",
                 .title = "Core and periphery",
                 .formula = "largest Pearson correlation over cells between the graph and a "
                            "pattern: 1 where either node is in the core; two-mode: 1 where both "
                            "the actor and the item are",
                 .convention = "simple graph, ordered pairs where directed, no loops; exact up to "
                               "20 nodes, else best of restarts; p against graphs with the same "
                               "degrees (two-mode: fdsm), searched with the same effort; "
                               "convention missing leaves cells between core and periphery out",
                 .cost = "1 + samples searches: 2^n, or O(n + m) per sweep and restart",
                 .citations = {{"S. P. Borgatti and M. G. Everett (2000), Models of "
                                "core/periphery structures, Social Networks 21",
                                "10.1016/S0378-8733(99)00019-2"},
                               {"B. K. Fosdick, D. B. Larremore, J. Nishimura and J. Ugander "
                                "(2018), Configuring random graph models with fixed degree "
                                "sequences, SIAM Review 60",
                                "10.1137/16M1087175"}}},
      .needs = {.endorsements = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::structure
