// SPDX-License-Identifier: Apache-2.0
// The quality of a partition that somebody else found.
//
// Input    one-mode: modularity and the constant Potts model as leiden maximises them; two-mode:
//          Barber's modularity as two-mode-modularity does, endorsements. Weights only if called
//          strengths, none negative.
// Options  partition: a file node,group that names every node; resolution: gamma of the first two.
// Output   one row per quality.
// Cost     O(n + m); with unseen cells O(actors items) per round of the fit.
// Method   graph/objectives.hpp, bipartite/barber.hpp
#include "engine/analysis/analysis.hpp"
#include "engine/analysis/partition_file.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/strengths.hpp"
#include "engine/graph/objectives.hpp"

namespace entente::community {
namespace {

struct Options {
  FileTable partition;
  double resolution = 1;
  static auto fields() {
    return std::tuple{
        file("partition", &Options::partition, "node,group", "the group of every node"),
        real("resolution", &Options::resolution, 0, 1e9, "gamma of modularity and cpm")};
  }
};

double two_mode_modularity_of(const View& view, const Groups& groups) {
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  return bipartite::barber_modularity(
      bipartite::barber_model(table, bipartite::expectation(table, weights), weights), groups);
}

Expected<Outcome> run(const View& view, const Params& params, const Context&) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const auto groups = read_partition(view, options.partition);
  if (!groups) return groups.error();
  std::vector<std::string> names;
  std::vector<double> values;
  if (view.two_mode()) {
    names = {"two_mode_modularity"};
    values = {two_mode_modularity_of(view, *groups)};
  } else {
    names = {"modularity", "cpm"};
    values = {modularity(view, options.resolution).value(*groups),
              constant_potts(view, options.resolution).value(*groups)};
  }
  return Outcome{{{"quality",
                   "Qualities of the partition",
                   {{"quality", "", "name", std::move(names)},
                    {"value", "", "of the partition", std::move(values)}}}},
                 {}};
}

}  // namespace

Analysis partition_quality() {
  return {.method = {.id = "partition-quality",
                     .title = "Quality of a given partition",
                     .formula = "modularity (1/2w) sum (W_uv - gamma s_u s_v / 2w); cpm sum over "
                                "groups of (e_c - gamma n_c (n_c - 1) / 2); two-mode (1/m) sum "
                                "(a_ij - k_i d_j / m)",
                     .convention = "as leiden and two-mode-modularity; gamma = 1 by default",
                     .cost = "O(n + m)",
                     .citations = {{"M. E. J. Newman and M. Girvan (2004), Finding and evaluating "
                                    "community structure in networks, Physical Review E 69",
                                    "10.1103/PhysRevE.69.026113"},
                                   {"M. J. Barber (2007), Modularity and community detection in "
                                    "bipartite networks, Physical Review E 76",
                                    "10.1103/PhysRevE.76.066102"}}},
          .needs = {.endorsements = true, .strengths = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::community
