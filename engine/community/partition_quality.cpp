// SPDX-License-Identifier: Apache-2.0
// The qualities of a partition that somebody else found.
//
// Input    one-mode: what leiden (modularity, cpm) and map-equation (code_length) look for, how
//          surprising the edges inside are, and description lengths; two-mode: Barber's modularity
//          as two-mode-modularity, endorsements, and description lengths with both priors of the
//          edge counts. Weights only if called strengths, none negative; description lengths and
//          significance do not read them.
// Options  partition: a file node,group that names every node; resolution: gamma of the first two.
// Output   one row. code_length and description lengths are those of undirected graphs; they, and
//          description lengths where cells could not be seen, are null otherwise.
// Cost     O(n + m log m); with unseen cells O(actors items) per round of the fit.
// Method   graph/objectives.hpp, graph/map_equation.hpp, graph/block_description.hpp,
//          bipartite/barber.hpp, community/edge_surprise.hpp
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/partition_file.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/strengths.hpp"
#include "engine/community/edge_surprise.hpp"
#include "engine/graph/block_description.hpp"
#include "engine/graph/map_equation.hpp"
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

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double two_mode_modularity_of(const View& view, const Groups& groups) {
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  return bipartite::barber_modularity(
      bipartite::barber_model(table, bipartite::expectation(table, weights), weights), groups);
}

Column quality_column(std::string name, std::string unit, std::string help, double value) {
  return {std::move(name), std::move(unit), std::move(help), std::vector{value}};
}

Outcome two_mode_qualities(const View& view, const Groups& groups) {
  BlockDescription sides{undefined, undefined}, general = sides;
  Outcome outcome;
  if (view.mask() == nullptr) {
    sides = describe_blocks(view, groups, EdgeCountPrior::sides);
    general = describe_blocks(view, groups, EdgeCountPrior::general);
  } else {
    outcome.notes.push_back(note(
        "A366", "cells that could not be seen have no place in a description length: it is null"));
  }
  outcome.tables.push_back(
      {"quality",
       "Qualities of the partition",
       {quality_column("two_mode_modularity", "", "Barber's Q",
                       two_mode_modularity_of(view, groups)),
        quality_column("description_length_plain", "nats", "prior of two sides", sides.plain),
        quality_column("description_length_degree_corrected", "nats", "prior of two sides",
                       sides.degree_corrected),
        quality_column("description_length_plain_general", "nats", "general prior", general.plain),
        quality_column("description_length_degree_corrected_general", "nats", "general prior",
                       general.degree_corrected)}});
  return outcome;
}

Outcome one_mode_qualities(const View& view, const Groups& groups, double resolution) {
  double code = undefined;
  BlockDescription blocks{undefined, undefined};
  Outcome outcome;
  if (!view.directed()) {
    code = code_length(walk(view), groups);
    blocks = describe_blocks(view, groups, EdgeCountPrior::general);
  } else {
    outcome.notes.push_back(
        note("A367", "code and description lengths are those of undirected graphs: they are null",
             "--undirected ignores the directions"));
  }
  outcome.tables.push_back(
      {"quality",
       "Qualities of the partition",
       {quality_column("modularity", "", "at this resolution",
                       modularity(view, resolution).value(groups)),
        quality_column("cpm", "", "constant Potts model, at this resolution",
                       constant_potts(view, resolution).value(groups)),
        quality_column("code_length", "bits", "map equation, two levels", code),
        quality_column("surprise", "nats", "asymptotic", asymptotic_surprise(view, groups)),
        quality_column("significance", "nats", "of the simple graph", significance(view, groups)),
        quality_column("description_length_plain", "nats", "", blocks.plain),
        quality_column("description_length_degree_corrected", "nats", "",
                       blocks.degree_corrected)}});
  return outcome;
}

Expected<Outcome> run(const View& view, const Params& params, const Context&) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const auto groups = read_partition(view, options.partition);
  if (!groups) return groups.error();
  if (view.two_mode()) return two_mode_qualities(view, *groups);
  return one_mode_qualities(view, *groups, options.resolution);
}

}  // namespace

Analysis partition_quality() {
  return {
      .method = {.id = "partition-quality",
                 .title = "Quality of a given partition",
                 .formula = "modularity (1/2w) sum (W_uv - gamma s_u s_v / 2w); cpm sum over "
                            "groups of (e_c - gamma n_c (n_c - 1) / 2); two-mode (1/m) sum "
                            "(a_ij - k_i d_j / m); code_length the map equation; surprise m D(q || "
                            "<q>); significance sum pairs_c D(p_c || p); description lengths of "
                            "the plain and the degree-corrected block model",
                 .convention = "as leiden, two-mode-modularity and map-equation; gamma = 1 by "
                               "default; blocks never hold actors and items: a group of both is "
                               "two blocks; edge counts by ln C(B1 B2 + E - 1, E), or by the "
                               "general prior ln C(B(B+1)/2 + E - 1, E); uniform degree prior",
                 .cost = "O(n + m log m)",
                 .citations = {{"M. E. J. Newman and M. Girvan (2004), Finding and evaluating "
                                "community structure in networks, Physical Review E 69",
                                "10.1103/PhysRevE.69.026113"},
                               {"M. J. Barber (2007), Modularity and community detection in "
                                "bipartite networks, Physical Review E 76",
                                "10.1103/PhysRevE.76.066102"},
                               {"T. P. Peixoto (2017), Nonparametric Bayesian inference of the "
                                "microcanonical stochastic block model, Physical Review E 95",
                                "10.1103/PhysRevE.95.012317"},
                               {"T.-C. Yen and D. B. Larremore (2020), Community detection in "
                                "bipartite networks with stochastic block models, Physical "
                                "Review E 102",
                                "10.1103/PhysRevE.102.032309"},
                               {"V. A. Traag, R. Aldecoa and J.-C. Delvenne (2015), Detecting "
                                "communities using asymptotical surprise, Physical Review E 92",
                                "10.1103/PhysRevE.92.022816"},
                               {"V. A. Traag, G. Krings and P. Van Dooren (2013), Significant "
                                "scales in community structure, Scientific Reports 3",
                                "10.1038/srep02930"}}},
      .needs = {.endorsements = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
