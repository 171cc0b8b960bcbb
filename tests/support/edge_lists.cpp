// SPDX-License-Identifier: Apache-2.0
#include "tests/support/edge_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/base/random.hpp"

namespace entente::test {
namespace {

// Views are sorted by key, so vertices of one mode keep the order of `list`.
void number_keys(EdgeList& list) {
  for (std::size_t v = 0; v < list.labels.size(); ++v) list.keys[v] = fmt::format("k{:07}", v);
}

void add_node(EdgeList& list, std::string label, std::string group) {
  list.labels.push_back(std::move(label));
  list.keys.emplace_back();
  if (list.columns.empty()) list.columns.push_back({"group", {}});
  list.columns.front().texts.push_back(std::move(group));
}

double random_weight(Rng& rng) { return double(1 + rng.below(24)) / 8; }

void add_edge(EdgeList& list, Vertex source, Vertex target, double weight) {
  list.source.push_back(source);
  list.target.push_back(target);
  if (list.weight_role != WeightRole::ignore) list.weight.push_back(weight);
}

// The nodes of `list` at new positions, without edges.
EdgeList moved(const EdgeList& list, const std::vector<Vertex>& old_position) {
  EdgeList result;
  result.directed = list.directed;
  result.two_mode = list.two_mode;
  result.weight_role = list.weight_role;
  for (const Vertex v : old_position) {
    add_node(result, list.labels[v], list.columns.front().texts[v]);
    if (list.two_mode) result.is_item.push_back(list.is_item[v]);
  }
  number_keys(result);
  return result;
}

}  // namespace

EdgeList random_edges(const RandomEdges& graph, std::uint64_t seed) {
  Rng rng(seed);
  EdgeList list;
  list.directed = graph.directed;
  list.weight_role = graph.role;
  for (std::uint32_t v = 0; v < graph.nodes; ++v) {
    add_node(list, fmt::format("n{}", v), fmt::format("g{}", v % 3));
  }
  number_keys(list);
  for (std::uint32_t e = 0; e < graph.edges; ++e) {
    const auto source = Vertex(rng.below(graph.nodes));
    auto target = Vertex(rng.below(graph.nodes));
    if (graph.blocks > 1 && rng.below(6) != 0) {
      const std::uint32_t same = (graph.nodes - 1 - source % graph.blocks) / graph.blocks + 1;
      target = Vertex(rng.below(same)) * graph.blocks + source % graph.blocks;
    }
    add_edge(list, source, target, random_weight(rng));
  }
  return list;
}

EdgeList random_cells(const RandomCells& table, std::uint64_t seed) {
  Rng rng(seed);
  EdgeList list;
  list.two_mode = true;
  list.weight_role = table.role;
  for (std::uint32_t v = 0; v < table.actors + table.items; ++v) {
    const bool item = v >= table.actors;
    add_node(list, fmt::format("{}{}", item ? "item " : "actor ", item ? v - table.actors : v),
             fmt::format("g{}", v % 3));
    list.is_item.push_back(item ? 1 : 0);
  }
  number_keys(list);
  for (Vertex i = 0; i < table.actors; ++i) {
    for (Vertex j = 0; j < table.items; ++j) {
      const bool inside = i % table.blocks == j % table.blocks;
      if (rng.uniform() >= (inside ? table.density : table.density / 10)) continue;
      add_edge(list, i, table.actors + j, random_weight(rng));
    }
  }
  return list;
}

EdgeList renamed(const EdgeList& list, std::uint64_t seed) {
  std::vector<Vertex> old_position(list.keys.size());
  std::iota(old_position.begin(), old_position.end(), 0U);
  Rng(seed).shuffle(old_position);
  EdgeList result = moved(list, old_position);
  std::vector<Vertex> new_position(old_position.size());
  for (Vertex v = 0; v < old_position.size(); ++v) new_position[old_position[v]] = v;
  for (std::size_t e = 0; e < list.source.size(); ++e) {
    add_edge(result, new_position[list.source[e]], new_position[list.target[e]],
             list.weight.empty() ? 1 : list.weight[e]);
  }
  return result;
}

EdgeList reordered(const EdgeList& list, std::uint64_t seed) {
  EdgeList result = list;
  Rng rng(seed);
  std::vector<std::size_t> order(list.source.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  rng.shuffle(order);
  for (std::size_t e = 0; e < order.size(); ++e) {
    result.source[e] = list.source[order[e]];
    result.target[e] = list.target[order[e]];
    if (!list.weight.empty()) result.weight[e] = list.weight[order[e]];
    if (!list.directed && rng.coin()) std::swap(result.source[e], result.target[e]);
  }
  return result;
}

EdgeList reversed(EdgeList list) {
  std::swap(list.source, list.target);
  return list;
}

EdgeList transposed(EdgeList list) {
  for (std::uint8_t& item : list.is_item) item = item == 0 ? 1 : 0;
  return list;
}

EdgeList with_isolated_node(const EdgeList& list, Place place, bool item) {
  EdgeList result = list;
  add_node(result, "isolated", "g0");
  if (list.two_mode) result.is_item.push_back(item ? 1 : 0);
  std::vector<Vertex> order(result.labels.size());
  std::iota(order.begin(), order.end(), 0U);
  const Vertex shift = place == Place::first ? 1 : 0;
  if (shift == 1) std::rotate(order.begin(), order.end() - 1, order.end());
  EdgeList with = moved(result, order);
  for (std::size_t e = 0; e < list.source.size(); ++e) {
    add_edge(with, list.source[e] + shift, list.target[e] + shift,
             list.weight.empty() ? 1 : list.weight[e]);
  }
  return with;
}

EdgeList twice(const EdgeList& list) {
  EdgeList result = list;
  const auto n = Vertex(list.keys.size());
  for (Vertex v = 0; v < n; ++v) {
    add_node(result, "copy " + list.labels[v], list.columns.front().texts[v]);
    if (list.two_mode) result.is_item.push_back(list.is_item[v]);
  }
  number_keys(result);
  for (std::size_t e = 0; e < list.source.size(); ++e) {
    add_edge(result, n + list.source[e], n + list.target[e],
             list.weight.empty() ? 1 : list.weight[e]);
  }
  return result;
}

EdgeList scaled(EdgeList list, double factor) {
  for (double& weight : list.weight) weight *= factor;
  return list;
}

}  // namespace entente::test
