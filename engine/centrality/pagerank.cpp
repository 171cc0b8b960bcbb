// SPDX-License-Identifier: Apache-2.0
// PageRank: the share of time spent at each node by a surfer who follows an edge with probability d
// (damping) and otherwise jumps to a node drawn from the teleport vector p.
//
//   r(v) = (1-d) p(v) + d * ( sum over edges u->v of r(u) w(u,v)/s(u) + sum over sinks of r * q(v)
//   )
//
// s(u) is what leaves u; q = p unless `dangling` says uniform. p is uniform unless given.
//
// Input    directed or not; an undirected edge leads both ways, an undirected loop is one arc;
//          parallel edges add; weights only where they are strengths; signs are not looked at.
// Output   one score per node; scores add up to 1.
// Cost     O(n + m) per step.
// Method   power iteration along in-edges, until the scores move less than `tolerance` in all.
//          Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X;
//          Langville and Meyer (2004), doi:10.1080/15427951.2004.10129091
// Differs  from boost::graph::page_rank, which sums to n and loses rank at sinks.

#include <cmath>
#include <span>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/node_values.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/number_text.hpp"
#include "engine/base/sum.hpp"

namespace entente::centrality {
namespace {

struct Options {
  double damping = 0.85;
  FileTable personalization;
  std::string dangling = "teleport";
  double tolerance = 1e-12;
  std::int64_t max_steps = 100'000;
  static auto fields() {
    return std::tuple{
        real("damping", &Options::damping, 0, 1, "chance of following an edge, not jumping"),
        file("personalization", &Options::personalization, "node,value",
             "where jumps land, in proportion to value; nodes not listed get 0"),
        choice("dangling", &Options::dangling, {"teleport", "uniform"},
               "where the rank of nodes without a way out goes"),
        real("tolerance", &Options::tolerance, 1e-15, 1, "stop when the scores move less in all"),
        integer("max_steps", &Options::max_steps, 1, 1e9, "give up after so many steps")};
  }
};

Expected<std::vector<double>> teleport_vector(const View& view, const FileTable& table) {
  const std::uint32_t n = view.vertex_count();
  if (!table) return std::vector<double>(n, n == 0 ? 0 : 1.0 / n);
  auto share = node_values(view, *table, {.low = 0});
  if (!share) return share;
  Sum total;
  for (const double value : *share) total += value;
  if (!(total.value() > 0)) {
    return error("G106", "the values of the personalization add up to 0",
                 "give at least one node a value above 0", {table->file, 0, 0});
  }
  for (double& value : *share) value /= total.value();
  return share;
}

// Adds value[v] over a row in a fixed order; four sums run beside each other.
double row_sum(std::span<const Vertex> row, const std::vector<double>& value) {
  double sum[4] = {0, 0, 0, 0};
  std::size_t k = 0;
  for (; k + 4 <= row.size(); k += 4) {
    for (std::size_t lane = 0; lane < 4; ++lane) sum[lane] += value[row[k + lane]];
  }
  for (std::size_t lane = 0; k < row.size(); ++k, ++lane) sum[lane] += value[row[k]];
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

class Surfer {
 public:
  Surfer(const View& view, const Options& options, std::vector<double> teleport,
         const Context& context)
      : view_(view),
        options_(options),
        context_(context),
        teleport_(std::move(teleport)),
        weighted_(view.has_weights() && view.weight_role() == WeightRole::strength),
        rank_(teleport_),
        carried_(view.vertex_count()),
        leaving_(view.vertex_count(), 0) {
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      Sum sum;
      for (const std::uint32_t e : view.out_edges(v)) sum += view.strength(e);
      leaving_[v] = sum.value();
    }
  }

  // One step; returns by how much the scores moved in all.
  double step() {
    const auto loop = context_.loop(rank_.size(), 4096);
    const double lost = sum_chunks(loop, [&](std::size_t begin, std::size_t end) {
      double sum = 0;
      for (std::size_t v = begin; v < end; ++v) {
        carried_[v] = leaving_[v] > 0 ? rank_[v] / leaving_[v] : 0;
        if (!(leaving_[v] > 0)) sum += rank_[v];
      }
      return sum;
    });
    const double d = options_.damping, share = 1.0 / static_cast<double>(rank_.size());
    const bool to_teleport = options_.dangling == "teleport";
    return sum_chunks(loop, [&](std::size_t begin, std::size_t end) {
      double moved = 0;
      for (std::size_t v = begin; v < end; ++v) {
        const double jumps = (1 - d) * teleport_[v];
        const double from_sinks = lost * (to_teleport ? teleport_[v] : share);
        const double next = jumps + d * (arriving(static_cast<Vertex>(v)) + from_sinks);
        moved += std::abs(next - rank_[v]);
        rank_[v] = next;  // the others read carried_, not rank_
      }
      return moved;
    });
  }

  std::vector<double> scores() const {
    Sum total;
    for (const double r : rank_) total += r;
    std::vector<double> result = rank_;
    for (double& r : result) r /= total.value();
    return result;
  }

 private:
  double arriving(Vertex v) const {
    if (!weighted_) return row_sum(view_.in(v), carried_);
    const auto row = view_.in(v);
    const auto edges = view_.in_edges(v);
    double sum = 0;
    for (std::size_t k = 0; k < row.size(); ++k) sum += carried_[row[k]] * view_.strength(edges[k]);
    return sum;
  }

  const View& view_;
  const Options& options_;
  const Context& context_;
  std::vector<double> teleport_;
  bool weighted_;
  std::vector<double> rank_, carried_, leaving_;
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  auto teleport = teleport_vector(view, options.personalization);
  if (!teleport) return teleport.error();
  Outcome outcome;
  std::vector<double> score;
  if (view.vertex_count() > 0) {
    Surfer surfer(view, options, *std::move(teleport), context);
    double moved = 1;
    for (std::int64_t step = 0; step < options.max_steps && moved >= options.tolerance; ++step) {
      context.check_stop();
      moved = surfer.step();
    }
    if (moved >= options.tolerance) {
      outcome.notes.push_back(warning(
          "G107", "the scores still moved by " + number_text(moved) + " when the steps ran out",
          "raise max_steps or the tolerance, or lower the damping"));
    }
    score = surfer.scores();
  }
  outcome.tables.push_back(
      node_table(view, "PageRank of each node",
                 {{"pagerank", "", "share of time spent at the node", std::move(score)}}));
  return outcome;
}

}  // namespace

Analysis pagerank() {
  return {
      .method = {.id = "pagerank",
                 .title = "PageRank",
                 .formula = "r(v) = (1-d) p(v) + d (sum over u->v of r(u) w(u,v)/s(u) + rank of "
                            "sinks * p(v))",
                 .convention = "damping 0.85; sums to 1; the rank of nodes without a way out "
                               "goes to the teleport vector; an undirected edge leads both "
                               "ways, an undirected loop is one arc; parallel edges add",
                 .cost = "O(n + m) per step",
                 .citations = {{"S. Brin and L. Page (1998), The anatomy of a large-scale "
                                "hypertextual Web search engine, Computer Networks 30",
                                "10.1016/S0169-7552(98)00110-X"},
                               {"A. N. Langville and C. D. Meyer (2004), Deeper inside "
                                "PageRank, Internet Mathematics 1",
                                "10.1080/15427951.2004.10129091"}}},
      .needs = {.strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
