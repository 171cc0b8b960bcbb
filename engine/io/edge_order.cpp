// SPDX-License-Identifier: Apache-2.0
#include "engine/io/edge_order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente::io {

std::vector<std::uint32_t> order_by_id(const std::vector<std::string>& ids) {
  std::vector<std::uint32_t> order(ids.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(ids[a], a) < std::tie(ids[b], b);
  });
  return order;
}

std::vector<std::uint32_t> order_by_ends(const PropertyGraph& graph,
                                         const std::vector<std::uint32_t>& node_order) {
  std::vector<std::uint32_t> place(node_order.size());
  for (std::uint32_t i = 0; i < node_order.size(); ++i) place[node_order[i]] = i;
  std::vector<std::uint32_t> order(graph.source.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(place[graph.source[a]], place[graph.target[a]], a) <
           std::tuple(place[graph.source[b]], place[graph.target[b]], b);
  });
  return order;
}

std::size_t count_parallels(const PropertyGraph& graph, const Attribute* relation) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> keys;
  keys.reserve(graph.source.size());
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    std::uint32_t source = graph.source[e], target = graph.target[e], number = 0;
    if (!graph.directed && source > target) std::swap(source, target);
    if (relation != nullptr) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      number = numbers.try_emplace(relation->text(e), next).first->second;
    }
    keys.emplace_back(source, target, number);
  }
  std::sort(keys.begin(), keys.end());
  std::size_t repeats = 0;
  for (std::size_t i = 1; i < keys.size(); ++i) repeats += keys[i] == keys[i - 1] ? 1 : 0;
  return repeats;
}

}  // namespace entente::io
