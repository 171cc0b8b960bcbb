// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/two_lines.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

#include "engine/base/parallel.hpp"

namespace entente::bipartite {
namespace {

using Order = std::vector<std::uint32_t>;
using Neighbours = std::function<std::span<const std::uint32_t>(std::uint32_t)>;

constexpr int most_turns = 100;

Order numbers(std::uint32_t count) {
  Order order(count);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

std::vector<std::uint32_t> places(const Order& order) {
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) place[order[k]] = k;
  return place;
}

// Actors as they are, items behind them.
struct Search {
  const Incidence* table;
  std::vector<std::uint8_t> met;

  std::span<const std::uint32_t> around(std::uint32_t v) const {
    return v < table->actors() ? table->row(v) : table->column(v - table->actors());
  }
  // All that can be reached from v, in the order in which it is met.
  Order from(std::uint32_t v) {
    Order found{v};
    met[v] = 1;
    for (std::size_t at = 0; at < found.size(); ++at) {
      const std::uint32_t behind = found[at] < table->actors() ? table->actors() : 0;
      for (const std::uint32_t u : around(found[at])) {
        if (std::exchange(met[u + behind], std::uint8_t{1}) == 0) found.push_back(u + behind);
      }
    }
    return found;
  }
};

// Component by component, each from the vertex that a first search meets last.
Order met_from_ends(const Incidence& table) {
  Search search{&table, std::vector<std::uint8_t>(table.actors() + table.items(), 0)};
  Order order, alone;
  for (std::uint32_t v = 0; v < search.met.size(); ++v) {
    if (search.met[v] != 0) continue;
    if (search.around(v).empty()) {
      alone.push_back(v);
      continue;
    }
    const Order reached = search.from(v);
    for (const std::uint32_t u : reached) search.met[u] = 0;
    const Order again = search.from(reached.back());
    order.insert(order.end(), again.begin(), again.end());
  }
  order.insert(order.end(), alone.begin(), alone.end());
  return order;
}

// By the mean place of the neighbours; ties as they stand. Returns whether the order changed.
bool sort_by_middle(Order& order, const Neighbours& neighbours, const Order& others) {
  const auto place = places(others);
  std::vector<std::pair<double, std::uint32_t>> middle;
  for (const std::uint32_t v : order) {
    double sum = 0;
    for (const std::uint32_t u : neighbours(v)) sum += place[u];
    const auto degree = static_cast<double>(neighbours(v).size());
    middle.emplace_back(degree > 0 ? sum / degree : std::numeric_limits<double>::max(), v);
  }
  std::stable_sort(middle.begin(), middle.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  bool changed = false;
  for (std::size_t k = 0; k < order.size(); ++k) {
    changed = changed || order[k] != middle[k].second;
    order[k] = middle[k].second;
  }
  return changed;
}

// How many of the numbers that were added are larger than one (Fenwick tree).
class LargerCount {
 public:
  explicit LargerCount(std::size_t count) : tree_(count + 1, 0) {}
  void add(std::size_t number) {
    ++all_;
    for (std::size_t k = number + 1; k < tree_.size(); k += k & (~k + 1)) ++tree_[k];
  }
  std::uint64_t above(std::size_t number) const {
    std::uint64_t others = 0;
    for (std::size_t k = number + 1; k > 0; k -= k & (~k + 1)) others += tree_[k];
    return all_ - others;
  }

 private:
  std::vector<std::uint64_t> tree_;
  std::uint64_t all_ = 0;
};

}  // namespace

std::uint64_t crossings(const Incidence& table, const Order& actors, const Order& items) {
  const auto place = places(items);
  LargerCount left(items.size());
  std::uint64_t count = 0;
  for (const std::uint32_t actor : actors) {
    for (const std::uint32_t item : table.row(actor)) count += left.above(place[item]);
    for (const std::uint32_t item : table.row(actor)) left.add(place[item]);
  }
  return count;
}

TwoLines two_lines(const Incidence& table, const std::stop_token& stop) {
  Order actors, items;
  for (const std::uint32_t v : met_from_ends(table)) {
    v < table.actors() ? actors.push_back(v) : items.push_back(v - table.actors());
  }
  TwoLines best{actors, items, crossings(table, actors, items),
                crossings(table, numbers(table.actors()), numbers(table.items()))};
  bool changed = true;
  for (int turn = 0; changed && turn < most_turns; ++turn) {
    if (stop.stop_requested()) throw Stopped{};
    changed = sort_by_middle(
        items, [&](std::uint32_t j) { return table.column(j); }, actors);
    changed = sort_by_middle(
                  actors, [&](std::uint32_t i) { return table.row(i); }, items) ||
              changed;
    const std::uint64_t now = crossings(table, actors, items);
    if (now < best.crossings) {
      best.actors = actors;
      best.items = items;
      best.crossings = now;
    }
  }
  return best;
}

}  // namespace entente::bipartite
