// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/barber.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/best_response.hpp"

namespace entente::bipartite {
namespace {

constexpr double near_best_gap = 1e-6;

struct Margins {
  std::vector<double> row, column;
  double total = 0;
};

Margins margins(const Incidence& table, std::span<const double> weights) {
  Margins sums;
  std::vector<Sum> row(table.actors()), column(table.items());
  Sum total;
  std::size_t cell = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) {
      const double weight = weights.empty() ? 1.0 : weights[cell++];
      row[i] += weight;
      column[j] += weight;
      total += weight;
    }
  }
  for (const Sum& sum : row) sums.row.push_back(sum.value());
  for (const Sum& sum : column) sums.column.push_back(sum.value());
  sums.total = total.value();
  return sums;
}

// Actors with ones whose cells on the same items are known.
struct SeenAlike {
  std::vector<std::uint32_t> actors, known;
  double sum = 0;     // of the actors' rows
  double factor = 0;  // row_i is k_i times this
};

std::vector<SeenAlike> seen_alike(const Incidence& table, const Margins& sums) {
  std::vector<SeenAlike> classes;
  std::map<std::vector<std::uint32_t>, std::size_t> place;
  std::vector<std::uint32_t> known;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    if (sums.row[i] == 0) continue;
    known.clear();
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      if (table.known(i, j)) known.push_back(j);
    }
    const auto [at, added] = place.emplace(known, classes.size());
    if (added) classes.push_back({{}, known});
    classes[at->second].actors.push_back(i);
  }
  for (SeenAlike& alike : classes) {
    Sum sum;
    for (const std::uint32_t i : alike.actors) sum += sums.row[i];
    alike.sum = sum.value();
  }
  return classes;
}

// Scales rows and columns in turn; the last step sets the columns, so the rows show what is left.
// Cost: each round O(classes x items).
Expectation fit(const Incidence& table, const Margins& sums, const std::stop_token& stop) {
  constexpr int most_rounds = 20'000;
  constexpr double close = 1e-13;
  const std::uint32_t actors = table.actors(), items = table.items();
  std::vector<SeenAlike> classes = seen_alike(table, sums);
  Expectation e{std::vector<double>(actors, 0), std::vector<double>(items, 1)};
  std::vector<double> reach(items);
  for (int round = 0; round < most_rounds; ++round) {
    if (stop.stop_requested()) throw Stopped{};
    double worst = 0;
    std::fill(reach.begin(), reach.end(), 0);
    for (SeenAlike& alike : classes) {
      double sum = 0;
      for (const std::uint32_t j : alike.known) sum += e.column[j];
      worst = std::max(worst, std::abs(alike.factor * sum - 1));
      alike.factor = 1 / sum;
      for (const std::uint32_t j : alike.known) reach[j] += alike.factor * alike.sum;
    }
    for (std::uint32_t j = 0; j < items; ++j) {
      e.column[j] = sums.column[j] == 0 ? 0 : sums.column[j] / reach[j];
    }
    if (worst < close) break;
  }
  for (const SeenAlike& alike : classes) {
    for (const std::uint32_t i : alike.actors) e.row[i] = sums.row[i] * alike.factor;
  }
  return e;
}

// Tables up to this many cells are held densely for the climb: 32 MiB.
constexpr std::size_t dense_cells = std::size_t{1} << 22;
// Random starts have at most so many labels: the climb costs leaders x followers x groups.
constexpr std::uint32_t most_labels = 64;

Groups random_leaders(const DenseTable& table, Rng& rng) {
  const std::uint64_t labels = 1 + rng.below(std::clamp(table.leaders, 1U, most_labels));
  Groups groups(table.leaders);
  for (std::uint32_t& g : groups) g = static_cast<std::uint32_t>(rng.below(labels));
  return groups;
}

// Gives a quarter of the leaders (two at least) a random group, perhaps a new one.
void kick(Groups& leaders, Rng& rng) {
  const auto n = static_cast<std::uint32_t>(leaders.size());
  const std::uint32_t labels = std::min(n, renumber(leaders) + 1);
  for (std::uint32_t k = 0; k < std::max(2U, n / 4); ++k) {
    leaders[rng.below(n)] = static_cast<std::uint32_t>(rng.below(labels));
  }
}

// Half of the restarts begin with Leiden from single vertices, the others with random leaders. Too
// large a table for the climb has Leiden alone.
Groups restart(const BarberModel& model, const DenseTable* table, bool from_leaders, Rng rng,
               const BarberOptions& options) {
  const auto refined = [&](Groups groups) {
    return leiden(model.graph, std::move(groups), rng, {.stop = options.stop});
  };
  if (table == nullptr) return refined(singletons(model.graph.size()));
  const auto climbed = [&](const Groups& leaders) {
    return with_followers(*table, climb(*table, leaders, options.stop));
  };
  Groups groups = climbed(from_leaders || !options.refine
                              ? random_leaders(*table, rng)
                              : leaders_of(*table, refined(singletons(model.graph.size()))));
  double value = quality(model.graph, groups);
  const auto keep_better = [&](Groups next) {
    const double better = quality(model.graph, next);
    if (better <= value + 1e-12 * model.total) return false;
    groups = std::move(next);
    value = better;
    return true;
  };
  for (std::uint32_t k = 0; k < options.kicks && table->leaders > 0; ++k) {
    Groups leaders = leaders_of(*table, groups);
    kick(leaders, rng);
    keep_better(climbed(leaders));
  }
  while (options.refine && keep_better(climbed(leaders_of(*table, refined(groups))))) {
  }
  return groups;
}

// Numbers groups by size, then by their first vertex.
std::uint32_t number_by_size(Groups& groups) {
  const std::uint32_t count = renumber(groups);
  std::vector<std::uint32_t> size(count, 0), order = singletons(count), name(count);
  for (const std::uint32_t g : groups) ++size[g];
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  for (std::uint32_t rank = 0; rank < count; ++rank) name[order[rank]] = rank;
  for (std::uint32_t& g : groups) g = name[g];
  return count;
}

}  // namespace

Expectation expectation(const Incidence& table, std::span<const double> weights,
                        const std::stop_token& stop) {
  ENTENTE_ASSERT(weights.empty() || weights.size() == table.cells());
  Margins sums = margins(table, weights);
  if (table.masked()) return fit(table, sums, stop);
  for (double& d : sums.column) d = sums.total == 0 ? 0 : d / sums.total;
  return {std::move(sums.row), std::move(sums.column)};
}

BarberModel barber_model(const Incidence& table, const Expectation& expected,
                         std::span<const double> weights) {
  const std::uint32_t actors = table.actors(), items = table.items(), n = actors + items;
  BarberModel model;
  model.actors = actors;
  Sum total;
  // An unseen cell expects nothing; its product of factors is given back as a weight.
  struct Cell {
    std::uint32_t actor, item;
    double value;
  };
  std::vector<Cell> cells;
  std::size_t next_weight = 0;
  for (std::uint32_t i = 0; i < actors; ++i) {
    for (const std::uint32_t j : table.row(i)) {
      const double weight = weights.empty() ? 1.0 : weights[next_weight++];
      total += weight;
      cells.push_back({i, j, weight});
    }
    if (!table.masked()) continue;
    for (std::uint32_t j = 0; j < items; ++j) {
      const double back = table.known(i, j) ? 0 : expected.row[i] * expected.column[j];
      if (back > 0) cells.push_back({i, j, back});
    }
  }
  model.total = total.value();
  QualityGraph& graph = model.graph;
  graph.begin.assign(n + 1, 0);
  for (const Cell& cell : cells) {
    ++graph.begin[cell.actor + 1];
    ++graph.begin[actors + cell.item + 1];
  }
  for (std::uint32_t v = 0; v < n; ++v) graph.begin[v + 1] += graph.begin[v];
  graph.neighbour.resize(2 * cells.size());
  graph.weight.resize(2 * cells.size());
  std::vector<std::size_t> next(graph.begin.begin(), graph.begin.end() - 1);
  for (const Cell& cell : cells) {
    const std::uint32_t u = cell.actor, v = actors + cell.item;
    graph.neighbour[next[u]] = v;
    graph.weight[next[u]++] = cell.value;
    graph.neighbour[next[v]] = u;
    graph.weight[next[v]++] = cell.value;
  }
  graph.loop.assign(n, 0);
  graph.p = expected.row;
  graph.p.resize(n, 0);
  graph.q.assign(actors, 0);
  graph.q.insert(graph.q.end(), expected.column.begin(), expected.column.end());
  return model;
}

double barber_modularity(const BarberModel& model, std::span<const std::uint32_t> groups) {
  return model.total == 0 ? 0 : quality(model.graph, groups) / model.total;
}

BarberSearch search(const BarberModel& model, const Rng& rng, const BarberOptions& options) {
  ENTENTE_ASSERT(options.restarts > 0);
  std::optional<DenseTable> table;
  const std::uint32_t items = model.graph.size() - model.actors;
  if (std::size_t{model.actors} * items <= dense_cells) {
    table = dense_table(model.graph, model.actors);
  }
  BarberSearch result{std::vector<Groups>(options.restarts), std::vector<double>(options.restarts)};
  for_chunks({.count = options.restarts, .threads = options.threads, .stop = options.stop},
             [&](std::size_t begin, std::size_t end) {
               for (std::size_t r = begin; r < end; ++r) {
                 result.found[r] =
                     restart(model, table ? &*table : nullptr, r % 2 == 1, rng.split(r), options);
                 result.modularity[r] = barber_modularity(model, result.found[r]);
               }
             });
  return result;
}

BarberResult best_of(BarberSearch&& search) {
  auto& [found, modularity] = search;
  BarberResult result;
  const auto best = std::max_element(modularity.begin(), modularity.end());
  result.modularity = *best;
  result.groups = found[std::size_t(best - modularity.begin())];
  result.group_count = number_by_size(result.groups);
  result.near_best.push_back(result.groups);
  std::uint32_t near = 0;
  for (std::size_t r = 0; r < found.size(); ++r) {
    if (modularity[r] < result.modularity - near_best_gap) continue;
    ++near;
    number_by_size(found[r]);
    if (std::find(result.near_best.begin(), result.near_best.end(), found[r]) ==
        result.near_best.end()) {
      result.near_best.push_back(std::move(found[r]));
    }
  }
  result.share_near_best = double(near) / double(found.size());
  return result;
}

BarberResult maximise(const BarberModel& model, const Rng& rng, const BarberOptions& options) {
  return best_of(search(model, rng, options));
}

BarberResult maximise(const Incidence& table, const Rng& rng, const BarberOptions& options) {
  return maximise(barber_model(table, expectation(table)), rng, options);
}

}  // namespace entente::bipartite
