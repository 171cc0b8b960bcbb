// SPDX-License-Identifier: Apache-2.0
// Groups of vertices that maximise a quality of the form
//
//   H = sum over groups c of [ sum over ordered pairs (u, v) in c of W_uv  -  P_c Q_c ],
//   P_c and Q_c the sums of p_v and q_v over the group,
//
// which is modularity (directed or not), the constant Potts model and Barber's two-mode modularity,
// by the choice of W, p and q.
//
// Method   Leiden: local moves of vertices, refinement of each group from single vertices with
//          random choices proportional to exp(gain / theta), aggregation; again until nothing
//          changes. Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z.
// Cost     nearly O(n + arcs) per iteration.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/base/random.hpp"

namespace entente {

// A pair of vertices stands in the rows of both, with the weight W_uv + W_vu.
struct QualityGraph {
  std::vector<std::size_t> begin{0};
  std::vector<std::uint32_t> neighbour;  // no loops, no pair twice in one row
  std::vector<double> weight;            // beside neighbour
  std::vector<double> loop;              // by vertex: W_vv
  std::vector<double> p, q;              // by vertex

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(loop.size()); }
};

using Groups = std::vector<std::uint32_t>;  // by vertex: the number of its group

// H of a partition into groups numbered below the number of vertices.
double quality(const QualityGraph& graph, std::span<const std::uint32_t> groups);

struct LeidenOptions {
  double theta = 0.01;  // in units of the mean weight of an arc
  std::stop_token stop{};
};

// Improves the partition `start` (groups numbered below the number of vertices); the result is
// numbered from 0 in the order of the vertices. One stream of random numbers gives one result.
Groups leiden(const QualityGraph& graph, Groups start, Rng& rng, const LeidenOptions& options = {});

// The graph whose vertices are the parts, numbered from 0: their weights, loops, p and q add up.
QualityGraph aggregate(const QualityGraph& graph, const Groups& part, std::uint32_t parts);

// The partition into single vertices.
Groups singletons(std::uint32_t vertices);

// Renames groups 0, 1, ... in the order of their first vertices; returns how many there are.
std::uint32_t renumber(Groups& groups);

}  // namespace entente
