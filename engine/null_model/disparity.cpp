// SPDX-License-Identifier: Apache-2.0
// The disparity filter: edges that carry more of a node's strength than they would if the strength
// were dealt at random among its edges.
//
//   p_ij = (1 - w_ij / s_i)^(k_i - 1) at the end i; an edge is kept if either end's is below alpha
//
// Input    one-mode; weights are strengths, also where nothing is said. Parallel edges add, loops
//          are left out. A digraph: what leaves the source, and what arrives at the target.
// Output   one row for each edge. An end of degree 1 has no p value; an edge with two such ends has
//          none and is not kept.
// Cost     O(n + m).
// Method   Serrano, Boguna and Vespignani (2009), doi:10.1073/pnas.0808904106
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/sum.hpp"

namespace entente::null_model {
namespace {

struct Options {
  double alpha = 0.05;
  static auto fields() {
    return std::tuple{
        real("alpha", &Options::alpha, 0, 1, "an edge is kept where its p_value is below this")};
  }
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// Of the edges at each node, as sources or as targets (undirected: both).
struct Ends {
  std::vector<Sum> strength;
  std::vector<std::uint32_t> degree;
  explicit Ends(std::uint32_t n) : strength(n), degree(n, 0) {}
  void add(Vertex v, double weight) {
    strength[v] += weight;
    ++degree[v];
  }
  double p(Vertex v, double weight) const {
    if (degree[v] < 2) return none;
    const double all = strength[v].value();
    const double share = all > 0 ? std::min(1.0, weight / all) : 0;
    return std::pow(1 - share, degree[v] - 1);
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context&) {
  const auto options = bind<Options>(params);
  if (auto bad = bad_strengths(view)) return *bad;
  const View plain = view.directed() ? simple(view) : simple_undirected(view);
  const std::uint32_t n = plain.vertex_count();
  Ends leaving(n), arriving(n);
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    leaving.add(plain.source(e), plain.strength(e));
    (plain.directed() ? arriving : leaving).add(plain.target(e), plain.strength(e));
  }
  const Ends& at_target = plain.directed() ? arriving : leaving;
  std::vector<Vertex> source, target;
  std::vector<double> weight, p_source, p_target, p_value;
  std::vector<std::int64_t> kept;
  std::uint32_t without = 0;
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    const double w = plain.strength(e);
    source.push_back(plain.source(e));
    target.push_back(plain.target(e));
    weight.push_back(w);
    p_source.push_back(leaving.p(plain.source(e), w));
    p_target.push_back(at_target.p(plain.target(e), w));
    p_value.push_back(std::fmin(p_source.back(), p_target.back()));  // the other if one is none
    kept.push_back(p_value.back() < options.alpha ? 1 : 0);
    without += std::isnan(p_source.back()) || std::isnan(p_target.back()) ? 1 : 0;
  }
  Outcome outcome;
  outcome.tables.push_back({"edges",
                            "Edges against strength dealt at random",
                            {{"source", "", "key of the node", std::move(source)},
                             {"target", "", "key of the node", std::move(target)},
                             {"weight", "", "of all parallel edges", std::move(weight)},
                             {"p_source", "", "at the source", std::move(p_source)},
                             {"p_target", "", "at the target", std::move(p_target)},
                             {"p_value", "", "the smaller of both", std::move(p_value)},
                             {"kept", "", "1 where p_value is below alpha", std::move(kept)}}});
  if (without > 0) {
    outcome.notes.push_back(note(
        "N111", std::to_string(without) + " edges have an end of degree 1, which has no p value"));
  }
  if (!view.has_weights()) {
    outcome.notes.push_back(
        note("N112", "the graph has no weights: every edge weighs as many as are parallel"));
  }
  return outcome;
}

}  // namespace

Analysis disparity() {
  return {
      .method = {.id = "disparity",
                 .title = "Disparity filter",
                 .formula = "p_ij = (1 - w_ij/s_i)^(k_i - 1); kept if min(p_ij, p_ji) < alpha",
                 .convention = "weights are strengths; parallel edges add, loops are left "
                               "out; either end may pass; ends of degree 1 have no p value; "
                               "digraph: out-strength of the source, in-strength of the "
                               "target; p values are not corrected for their number",
                 .cost = "O(n + m)",
                 .citations = {{"M. A. Serrano, M. Boguna and A. Vespignani (2009), Extracting "
                                "the multiscale backbone of complex weighted networks, PNAS "
                                "106",
                                "10.1073/pnas.0808904106"}}},
      .needs = {.one_mode = true, .default_weight_role = WeightRole::strength, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::null_model
