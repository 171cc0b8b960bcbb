// SPDX-License-Identifier: Apache-2.0
// Projection of a two-mode graph: the nodes of one side, joined where they share a node of the
// other side; the weights by their formulas in bipartite/projection.hpp.
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once. Nodes that share nothing have no edge.
// Output   one edge per pair; by resource allocation two, and a loop for what comes back.
// Mask     sums use what is there; ratios count what could be seen for both nodes; a note counts
//          the pairs for which nothing could, whose missing edge says nothing.
// Cost     the sum of the squared degrees of the other side.
#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/projection.hpp"

namespace entente::structure {
namespace {

struct Options {
  std::string side = "actor";
  std::string weights = "simple";
  static auto fields() {
    return std::tuple{choice("side", &Options::side, {"actor", "item"}, "whose graph it is"),
                      choice("weights", &Options::weights,
                             {"simple", "newman", "hyperbolic", "resource-allocation", "jaccard",
                              "overlap", "cosine"},
                             "what a pair's shared nodes are worth")};
  }
};

bipartite::PairWeight weight_named(const std::string& name) {
  using bipartite::PairWeight;
  if (name == "newman") return PairWeight::newman;
  if (name == "hyperbolic") return PairWeight::hyperbolic;
  if (name == "resource-allocation") return PairWeight::resource_allocation;
  if (name == "jaccard") return PairWeight::jaccard;
  if (name == "overlap") return PairWeight::overlap;
  if (name == "cosine") return PairWeight::cosine;
  return PairWeight::simple;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bool actors = options.side == "actor";
  const auto projected = bipartite::project(
      bipartite::Incidence(view), {.side = actors ? bipartite::Mode::actor : bipartite::Mode::item,
                                   .weight = weight_named(options.weights),
                                   .threads = context.threads,
                                   .stop = context.stop});
  std::vector<Vertex> source, target;
  std::vector<double> weight;
  const Vertex first = actors ? 0 : view.actor_count();
  for (const auto& edge : projected.edges) {
    source.push_back(first + edge.source);
    target.push_back(first + edge.target);
    weight.push_back(edge.weight);
  }
  Outcome outcome;
  outcome.tables.push_back({"edges",
                            "Edges of the projection",
                            {{"source", "", "key of the node", std::move(source)},
                             {"target", "", "key of the node", std::move(target)},
                             {"weight", "", "of what the two share", std::move(weight)}}});
  if (projected.incomparable_pairs > 0) {
    outcome.notes.push_back(
        note("A307",
             std::to_string(projected.incomparable_pairs) +
                 " pairs share nothing that could be seen for both; no edge says nothing there"));
  }
  return outcome;
}

}  // namespace

Analysis project() {
  return {
      .method = {.id = "project",
                 .title = "Projection to one side",
                 .formula = "over shared l: simple 1, newman 1/(d_l - 1), hyperbolic 1/d_l, "
                            "resource-allocation 1/(k' d_l); of their number: jaccard "
                            "shared/(k + k' - shared), overlap shared/min(k, k'), cosine "
                            "shared/sqrt(k k')",
                 .convention = "resource-allocation is directed, from the node of degree k' to the "
                               "other, with loops: what leaves a node adds up to 1; with cells "
                               "that could not be seen, ratios count what could be for both",
                 .cost = "the sum of the squared degrees of the other side",
                 .citations = {{"M. E. J. Newman (2001), Scientific collaboration networks II, "
                                "Physical Review E 64",
                                "10.1103/PhysRevE.64.016132"},
                               {"T. Zhou, J. Ren, M. Medo and Y.-C. Zhang (2007), Bipartite "
                                "network projection and personal recommendation, Physical Review "
                                "E 76",
                                "10.1103/PhysRevE.76.046115"}}},
      .needs = {.two_mode = true, .endorsements = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::structure
