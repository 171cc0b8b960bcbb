// SPDX-License-Identifier: Apache-2.0
// Core number: the largest k such that a node belongs to a subgraph in which all nodes have at
// least k neighbours.
//
// Input    directed or not; loops and parallel edges are left out.
// Options  direction, for digraphs: `undirected` (default) forgets directions, `in` and `out` count
//          the edges that arrive or leave, `total` counts both.
// Output   one whole number per node.
// Cost     O(n + m).
// Method   takes the node of smallest degree away, again and again, from buckets.
//          Batagelj and Zaversnik (2003), arXiv:cs/0310049

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/graph/neighbours.hpp"

namespace entente::centrality {
namespace {

struct Options {
  std::string direction = "undirected";
  static auto fields() {
    return std::tuple{choice("direction", &Options::direction, {"undirected", "in", "out", "total"},
                             "which edges of a digraph count as neighbours")};
  }
};

// What a node's degree counts, and whose degrees fall when a node goes.
struct Rule {
  std::vector<Side> counts, falls;
};

Rule rule_of(const std::string& direction, bool directed) {
  if (!directed || direction == "undirected") return {{Side::either}, {Side::either}};
  if (direction == "in") return {{Side::in}, {Side::out}};
  if (direction == "out") return {{Side::out}, {Side::in}};
  return {{Side::in, Side::out}, {Side::out, Side::in}};
}

// Vertices in order of degree, kept in order while degrees fall by one.
class Buckets {
 public:
  explicit Buckets(std::vector<std::uint32_t> degree) : degree_(std::move(degree)) {
    const std::size_t n = degree_.size();
    const std::uint32_t largest = n == 0 ? 0 : *std::max_element(degree_.begin(), degree_.end());
    begin_.assign(std::size_t{largest} + 2, 0);
    for (const auto d : degree_) ++begin_[d + 1];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    order_.resize(n);
    place_.resize(n);
    std::vector<std::uint32_t> next = begin_;
    for (Vertex v = 0; v < n; ++v) {
      place_[v] = next[degree_[v]]++;
      order_[place_[v]] = v;
    }
  }
  Vertex at(std::size_t k) const { return order_[k]; }
  std::uint32_t degree(Vertex v) const { return degree_[v]; }

  // Moves v to the front of its bucket, which then begins behind it.
  void lower(Vertex v) {
    const std::uint32_t front = begin_[degree_[v]]++;
    const Vertex other = order_[front];
    std::swap(order_[place_[v]], order_[front]);
    std::swap(place_[v], place_[other]);
    --degree_[v];
  }

 private:
  std::vector<std::uint32_t> degree_, begin_, place_;
  std::vector<Vertex> order_;
};

std::vector<std::int64_t> core_numbers(const View& view, const Options& options,
                                       const Context& context) {
  const std::uint32_t n = view.vertex_count();
  const Rule rule = rule_of(options.direction, view.directed());
  std::vector<std::uint32_t> degree(n, 0);
  for (const Side side : rule.counts) {
    const Neighbours rows(view, side);
    for (Vertex v = 0; v < n; ++v) degree[v] += static_cast<std::uint32_t>(rows.of(v).size());
  }
  std::vector<Neighbours> falls;
  for (const Side side : rule.falls) falls.emplace_back(view, side);

  Buckets buckets(std::move(degree));
  std::vector<std::int64_t> core(n);
  for (std::size_t k = 0; k < n; ++k) {
    if (k % 65536 == 0) context.check_stop();
    const Vertex v = buckets.at(k);
    core[v] = buckets.degree(v);
    for (const Neighbours& rows : falls) {
      for (const Vertex u : rows.of(v)) {
        if (buckets.degree(u) > buckets.degree(v)) buckets.lower(u);
      }
    }
  }
  return core;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  auto core = core_numbers(view, bind<Options>(params), context);
  return Outcome{{node_table(view, "Core number of each node",
                             {{"core_number", "", "largest k of a k-core with the node in it",
                               std::move(core)}})},
                 {}};
}

}  // namespace

Analysis core_number() {
  return {.method = {.id = "core-number",
                     .title = "Core number",
                     .formula = "largest k with v in a subgraph of minimum degree k",
                     .convention = "loops and parallel edges are left out; a digraph is read as "
                                   "undirected by default",
                     .cost = "O(n + m)",
                     .citations = {{"V. Batagelj and M. Zaversnik (2003), An O(m) algorithm for "
                                    "cores decomposition of networks, arXiv:cs/0310049",
                                    "10.48550/arXiv.cs/0310049"},
                                   {"S. B. Seidman (1983), Network structure and minimum degree, "
                                    "Social Networks 5",
                                    "10.1016/0378-8733(83)90028-X"}}},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::centrality
