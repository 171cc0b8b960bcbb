// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/butterflies.hpp"

#include "engine/base/parallel.hpp"
#include "engine/base/scratch.hpp"
#include "engine/bipartite/overlaps.hpp"

namespace entente::bipartite {
namespace {

// Pairs of the side whose partners have the smaller degrees are cheaper to visit.
Mode cheaper(const Incidence& table) {
  double by_actors = 0, by_items = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    by_items += double(table.row_sum(i)) * table.row_sum(i);
  }
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    by_actors += double(table.column_sum(j)) * table.column_sum(j);
  }
  return by_actors <= by_items ? Mode::actor : Mode::item;
}

std::uint64_t pairs_of(std::uint64_t shared) { return shared * (shared - 1) / 2; }

// Counts by own and by other node; sums of whole numbers are the same in any order.
struct Counter {
  explicit Counter(const SideOf& side)
      : overlaps(side), own(side.size(), 0), other(side.other_size(), 0) {}

  void visit(const SideOf& side, std::uint32_t u) {
    overlaps.from(u);
    for (const std::uint32_t v : overlaps.partners()) {
      const std::uint64_t pairs = pairs_of(overlaps.shared(v));
      own[u] += pairs;
      own[v] += pairs;
      total += pairs;
    }
    for (const std::uint32_t l : side.joined(u)) {
      for (const std::uint32_t v : side.members(l)) {
        if (v > u) other[l] += overlaps.shared(v) - 1;
      }
    }
  }

  Overlaps overlaps;
  std::vector<std::uint64_t> own, other;
  std::uint64_t total = 0;
};

void add(std::vector<std::uint64_t>& sum, const std::vector<std::uint64_t>& part) {
  for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += part[k];
}

}  // namespace

Butterflies butterflies(const Incidence& table, unsigned threads, const std::stop_token& stop) {
  const Mode mode = cheaper(table);
  const SideOf side(table, mode);
  ScratchPool<Counter> pool([&] { return Counter(side); });
  for_chunks({.count = side.size(), .chunk = 64, .threads = threads, .stop = stop},
             [&](std::size_t begin, std::size_t end) {
               pool.with([&](Counter& counter) {
                 for (auto u = std::uint32_t(begin); u < end; ++u) counter.visit(side, u);
               });
             });
  Counter sum(side);
  pool.for_each([&](const Counter& part) {
    add(sum.own, part.own);
    add(sum.other, part.other);
    sum.total += part.total;
  });
  Butterflies result{sum.total, mode == Mode::actor ? std::move(sum.own) : sum.other};
  const auto& rest = mode == Mode::actor ? sum.other : sum.own;
  result.of_node.insert(result.of_node.end(), rest.begin(), rest.end());
  return result;
}

std::uint64_t butterfly_count(const Incidence& table) {
  const SideOf side(table, cheaper(table));
  Overlaps overlaps(side);
  std::uint64_t total = 0;
  for (std::uint32_t u = 0; u < side.size(); ++u) {
    overlaps.from(u);
    for (const std::uint32_t v : overlaps.partners()) total += pairs_of(overlaps.shared(v));
  }
  return total;
}

}  // namespace entente::bipartite
