// SPDX-License-Identifier: Apache-2.0
// Constraint: how far a node's ties lead back to one another, so that it has nothing to broker.
//
//   c(i) = sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2,      q other than i and j
//   p_ij = (w_ij + w_ji) / sum over k of (w_ik + w_ki)
//
// Input    directed or not, both directions add; loops are left out, parallel edges add; weights
//          only where they are strengths.
// Output   one real per node; null without neighbours (or with ties of strength 0 alone), and a
//          note says so.
// Cost     the sum of the squared degrees.
// Method   Burt (1992), Structural Holes, pp. 54-55
// Differs  from networkx on a digraph, which has no answer for a node that no edge leaves.

#include <algorithm>
#include <limits>
#include <span>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/base/sum.hpp"

namespace entente::structure {
namespace {

// The neighbours of each node, ascending and each once, and the share p of its strength that goes
// to each; all 0 where it has none.
class Shares {
 public:
  Shares(const View& view, const Context& context) {
    std::vector<Tie> ties;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      if (v % 65536 == 0) context.check_stop();
      ties.clear();
      add(v, view.out(v), view.out_edges(v), ties);
      if (view.directed()) add(v, view.in(v), view.in_edges(v), ties);
      std::sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) {
        return a.to != b.to ? a.to < b.to : a.edge < b.edge;
      });
      Sum total;
      for (std::size_t k = 0; k < ties.size();) {
        Sum weight;
        const Vertex u = ties[k].to;
        for (; k < ties.size() && ties[k].to == u; ++k) weight += view.strength(ties[k].edge);
        total += weight.value();
        to_.push_back(u);
        share_.push_back(weight.value());
      }
      for (std::size_t k = begin_.back(); k < share_.size(); ++k) {
        share_[k] = total.value() > 0 ? share_[k] / total.value() : 0;
      }
      tied_.push_back(total.value() > 0 ? 1 : 0);
      begin_.push_back(to_.size());
    }
  }
  std::span<const Vertex> neighbours(Vertex v) const { return row(to_, v); }
  std::span<const double> shares(Vertex v) const { return row(share_, v); }
  bool tied(Vertex v) const { return tied_[v] != 0; }

 private:
  struct Tie {
    Vertex to;
    std::uint32_t edge;
  };
  static void add(Vertex v, std::span<const Vertex> ends, std::span<const std::uint32_t> edges,
                  std::vector<Tie>& ties) {
    for (std::size_t k = 0; k < ends.size(); ++k) {
      if (ends[k] != v) ties.push_back({ends[k], edges[k]});
    }
  }
  template <class T>
  std::span<const T> row(const std::vector<T>& values, Vertex v) const {
    return {values.data() + begin_[v], values.data() + begin_[v + 1]};
  }

  std::vector<std::size_t> begin_{0};
  std::vector<Vertex> to_;
  std::vector<double> share_;
  std::vector<std::uint8_t> tied_;
};

// detour: by node, all 0 before and after.
double constraint_of(const Shares& graph, Vertex i, std::vector<double>& detour) {
  const auto neighbours = graph.neighbours(i);
  const auto shares = graph.shares(i);
  for (std::size_t k = 0; k < neighbours.size(); ++k) {
    const Vertex q = neighbours[k];
    const auto behind = graph.neighbours(q);
    const auto onward = graph.shares(q);
    for (std::size_t j = 0; j < behind.size(); ++j) detour[behind[j]] += shares[k] * onward[j];
  }
  Sum sum;
  for (std::size_t k = 0; k < neighbours.size(); ++k) {
    const double tied_up = shares[k] + detour[neighbours[k]];
    sum += tied_up * tied_up;
  }
  for (const Vertex q : neighbours) {
    for (const Vertex j : graph.neighbours(q)) detour[j] = 0;
  }
  return sum.value();
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const Shares graph(view, context);
  const std::uint32_t n = view.vertex_count();
  std::vector<double> score(n, std::numeric_limits<double>::quiet_NaN());
  ScratchPool<std::vector<double>> pool([&] { return std::vector<double>(n, 0); });
  for_chunks(context.loop(n, 64), [&](std::size_t begin, std::size_t end) {
    pool.with([&](std::vector<double>& detour) {
      for (auto v = static_cast<Vertex>(begin); v < end; ++v) {
        if (graph.tied(v)) score[v] = constraint_of(graph, v, detour);
      }
    });
  });
  Outcome outcome;
  if (std::any_of(score.begin(), score.end(), [](double c) { return c != c; })) {
    outcome.notes.push_back(
        note("S151", "nodes without neighbours have no constraint and are shown as null"));
  }
  outcome.tables.push_back(node_table(
      view, "Constraint of each node",
      {{"constraint", "", "how far its ties lead back to one another", std::move(score)}}));
  return outcome;
}

}  // namespace

Analysis constraint() {
  return {
      .method = {.id = "constraint",
                 .title = "Constraint",
                 .formula = "c(i) = sum over neighbours j of (p_ij + sum over q != i, j of p_iq "
                            "p_qj)^2, p_ij = (w_ij + w_ji) / sum over k of (w_ik + w_ki)",
                 .convention = "both directions add; parallel edges add; loops are left out; the "
                               "whole graph gives p_qj, not the neighbourhood of i alone; null "
                               "without neighbours",
                 .cost = "the sum of the squared degrees",
                 .citations = {{"R. S. Burt (1992), Structural Holes: The Social Structure of "
                                "Competition, Harvard University Press, pp. 54-55",
                                ""}}},
      .needs = {.strengths = true},
      .params = describe<NoOptions>(),
      .on_view = run};
}

}  // namespace entente::structure
