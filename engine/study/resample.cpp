// SPDX-License-Identifier: Apache-2.0
#include "engine/study/resample.hpp"

#include <utility>
#include <vector>

namespace entente {
namespace {

// Each item once: (item, its other answer or no_item).
std::vector<std::pair<std::uint32_t, std::uint32_t>> units(const bipartite::Incidence& table) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (other == no_item || j < other) result.emplace_back(j, other);
  }
  return result;
}

}  // namespace

bipartite::Incidence resample_items(const bipartite::Incidence& table, Rng& rng) {
  const auto all = units(table);
  EdgeList list;
  list.two_mode = true;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    list.keys.push_back(std::to_string(1'000'000'000 + std::uint64_t{i}));  // keeps the order
    list.is_item.push_back(0);
  }
  std::vector<std::uint32_t> original;  // by new item
  std::vector<std::uint32_t> partner;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const auto [item, other] = all[rng.below(all.size())];
    const auto first = static_cast<std::uint32_t>(original.size());
    original.push_back(item);
    partner.push_back(other == no_item ? no_item : first + 1);
    if (other != no_item) {
      original.push_back(other);
      partner.push_back(first);
    }
  }
  list.other_answer.assign(table.actors(), no_item);
  for (std::uint32_t j = 0; j < original.size(); ++j) {
    const Vertex item = table.actors() + j;
    list.keys.push_back(std::to_string(1'000'000'000 + std::uint64_t{item}));
    list.is_item.push_back(1);
    list.other_answer.push_back(partner[j] == no_item ? no_item : table.actors() + partner[j]);
    for (const std::uint32_t i : table.column(original[j])) {
      list.source.push_back(i);
      list.target.push_back(item);
    }
    if (!table.masked()) continue;
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      if (!table.known(i, original[j])) list.unknown.emplace_back(i, item);
    }
  }
  return bipartite::Incidence(View(std::move(list)));
}

}  // namespace entente
