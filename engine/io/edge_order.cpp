// SPDX-License-Identifier: Apache-2.0
#include "engine/io/edge_order.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente::io {
namespace {

// The first eight bytes, as a number that is ordered like them.
std::uint64_t beginning(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i)
    bytes = bytes << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  return bytes;
}

// `order` sorted by key(position), which is below `keys`; what is equal keeps its order.
template <class Key>
std::vector<std::uint32_t> sorted_by(const std::vector<std::uint32_t>& order, std::size_t keys,
                                     Key key) {
  std::vector<std::uint32_t> next(keys + 1);
  for (const std::uint32_t position : order) ++next[key(position) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<std::uint32_t> sorted(order.size());
  for (const std::uint32_t position : order) sorted[next[key(position)]++] = position;
  return sorted;
}

std::vector<std::uint32_t> positions(std::size_t count) {
  std::vector<std::uint32_t> result(count);
  std::iota(result.begin(), result.end(), 0U);
  return result;
}

// Without what Java's trim() takes away.
std::string trimmed(const std::string& text) {
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  const auto begin = std::find_if_not(text.begin(), text.end(), is_blank);
  const auto end = std::find_if_not(text.rbegin(), text.rend(), is_blank).base();
  return begin < end ? std::string(begin, end) : std::string();
}

// By edge, a number of the text of the attribute; all 0 without an attribute.
std::vector<std::uint32_t> numbers_of_texts(const Attribute* attribute, std::size_t count,
                                            OuterBlanks blanks) {
  std::vector<std::uint32_t> result(count);
  if (attribute == nullptr) return result;
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (std::size_t e = 0; e < count; ++e) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    std::string text = attribute->text(e);
    if (blanks == OuterBlanks::trimmed) text = trimmed(text);
    result[e] = numbers.try_emplace(std::move(text), next).first->second;
  }
  return result;
}

}  // namespace

std::vector<std::uint32_t> order_by_id(const std::vector<std::string>& ids) {
  struct Id {
    std::uint64_t beginning;
    std::uint32_t position;
  };
  std::vector<Id> sorted(ids.size());
  for (std::uint32_t i = 0; i < ids.size(); ++i) sorted[i] = {beginning(ids[i]), i};
  std::sort(sorted.begin(), sorted.end(), [&](const Id& a, const Id& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    return std::tie(ids[a.position], a.position) < std::tie(ids[b.position], b.position);
  });
  std::vector<std::uint32_t> order(ids.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = sorted[i].position;
  return order;
}

std::vector<std::uint32_t> order_by_ends(const PropertyGraph& graph,
                                         const std::vector<std::uint32_t>& node_order) {
  const std::size_t nodes = node_order.size();
  std::vector<std::uint32_t> place(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) place[node_order[i]] = i;
  const auto by_target = sorted_by(positions(graph.source.size()), nodes,
                                   [&](std::uint32_t e) { return place[graph.target[e]]; });
  return sorted_by(by_target, nodes, [&](std::uint32_t e) { return place[graph.source[e]]; });
}

std::size_t count_parallels(const PropertyGraph& graph, const Attribute* relation,
                            OuterBlanks blanks) {
  const auto ends = [&](std::uint32_t e) {
    std::pair pair(graph.source[e], graph.target[e]);
    if (!graph.directed && pair.first > pair.second) std::swap(pair.first, pair.second);
    return pair;
  };
  const auto order = sorted_by(positions(graph.source.size()), graph.node_ids.size(),
                               [&](std::uint32_t e) { return ends(e).first; });
  const std::vector<std::uint32_t> number = numbers_of_texts(relation, order.size(), blanks);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;  // of one source: target and text
  std::size_t repeats = 0;
  for (std::size_t i = 0; i < order.size();) {
    keys.clear();
    const std::uint32_t source = ends(order[i]).first;
    for (; i < order.size() && ends(order[i]).first == source; ++i)
      keys.emplace_back(ends(order[i]).second, number[order[i]]);
    std::sort(keys.begin(), keys.end());
    for (std::size_t k = 1; k < keys.size(); ++k) repeats += keys[k] == keys[k - 1] ? 1 : 0;
  }
  return repeats;
}

}  // namespace entente::io
