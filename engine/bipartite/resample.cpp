// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/resample.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/base/draw.hpp"
#include "engine/base/parallel.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/graph/partition_comparison.hpp"

namespace entente::bipartite {
namespace {

std::vector<std::uint32_t> numbers(std::uint32_t count) {
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

// Each item once: (item, its other answer or no_item).
std::vector<std::pair<std::uint32_t, std::uint32_t>> units(const Incidence& table) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (other == no_item || j < other) result.emplace_back(j, other);
  }
  return result;
}

// Which rows and columns of the data a replicate has, and what it forgets.
struct Plan {
  std::vector<std::uint32_t> actor, item;
  std::vector<std::uint32_t> other_answer;  // by new item
  std::vector<std::uint8_t> is_dropped;     // by one of the data, row by row; empty: none
};

Replicate carried_out(const Incidence& table, std::span<const double> weights, Plan plan) {
  std::vector<std::size_t> begin(table.actors() + 1, 0);
  for (std::uint32_t i = 0; i < table.actors(); ++i) begin[i + 1] = begin[i] + table.row_sum(i);
  std::vector<std::vector<std::uint32_t>> copies(table.items());
  for (std::uint32_t j = 0; j < plan.item.size(); ++j) copies[plan.item[j]].push_back(j);
  const auto items = static_cast<std::uint32_t>(plan.item.size());
  const bool has_roll_calls = table.has_roll_calls();
  const bool masked = table.masked() || (has_roll_calls && !plan.is_dropped.empty());
  std::vector<std::uint8_t> hidden(masked ? plan.actor.size() * items : 0, 0);
  std::vector<std::vector<std::uint32_t>> rows(plan.actor.size());
  std::vector<double> new_weights;
  std::vector<std::pair<std::uint32_t, double>> row;
  for (std::size_t i = 0; i < plan.actor.size(); ++i) {
    const std::uint32_t actor = plan.actor[i];
    row.clear();
    for (std::uint32_t j = 0; masked && j < items; ++j) {
      hidden[i * items + j] = table.known(actor, plan.item[j]) ? 0 : 1;
    }
    for (std::size_t k = begin[actor]; k < begin[actor + 1]; ++k) {
      const std::uint32_t item = table.row(actor)[k - begin[actor]];
      const bool is_dropped = !plan.is_dropped.empty() && plan.is_dropped[k] != 0;
      for (const std::uint32_t j : copies[item]) {
        if (!is_dropped) {
          row.emplace_back(j, weights.empty() ? 1.0 : weights[k]);
        } else if (has_roll_calls && plan.other_answer[j] != no_item) {
          hidden[i * items + j] = hidden[i * items + plan.other_answer[j]] = 1;
        }
      }
    }
    std::sort(row.begin(), row.end());
    for (const auto& [j, weight] : row) {
      rows[i].push_back(j);
      if (!weights.empty()) new_weights.push_back(weight);
    }
  }
  if (!has_roll_calls) plan.other_answer.clear();
  return {Incidence(items, rows, std::move(hidden), std::move(plan.other_answer)),
          std::move(new_weights), std::move(plan.actor), std::move(plan.item)};
}

std::vector<std::uint32_t> other_answers(const Incidence& table) {
  std::vector<std::uint32_t> result(table.items());
  for (std::uint32_t j = 0; j < table.items(); ++j) result[j] = table.other_answer(j);
  return result;
}

Groups placed(const Incidence& data, const Replicate& replicate, const Groups& found) {
  Groups groups(data.actors() + data.items(), no_group);
  for (std::size_t i = 0; i < replicate.actor.size(); ++i) groups[replicate.actor[i]] = found[i];
  for (std::size_t j = replicate.item.size(); j-- > 0;) {  // the first copy is set last
    groups[data.actors() + replicate.item[j]] = found[replicate.actor.size() + j];
  }
  return groups;
}

}  // namespace

Replicate resample_items(const Incidence& table, std::span<const double> weights, Rng& rng) {
  const auto all = units(table);
  Plan plan{numbers(table.actors()), {}, {}, {}};
  for (std::size_t k = 0; k < all.size(); ++k) {
    const auto [item, other] = all[rng.below(all.size())];
    const auto first = static_cast<std::uint32_t>(plan.item.size());
    plan.item.push_back(item);
    plan.other_answer.push_back(other == no_item ? no_item : first + 1);
    if (other == no_item) continue;
    plan.item.push_back(other);
    plan.other_answer.push_back(first);
  }
  return carried_out(table, weights, std::move(plan));
}

Replicate drop_edges(const Incidence& table, std::span<const double> weights, double share,
                     Rng& rng) {
  return carried_out(table, weights,
                     {numbers(table.actors()), numbers(table.items()), other_answers(table),
                      drawn_share(table.cells(), share, rng)});
}

Replicate leave_out(const Incidence& table, std::span<const double> weights,
                    std::span<const std::uint32_t> actors) {
  Plan plan{{}, numbers(table.items()), other_answers(table), {}};
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    if (!std::binary_search(actors.begin(), actors.end(), i)) plan.actor.push_back(i);
  }
  return carried_out(table, weights, std::move(plan));
}

std::vector<Groups> partitions_of_replicates(const Incidence& table,
                                             std::span<const double> weights, const Rng& rng,
                                             const ReplicateOptions& options) {
  std::vector<std::vector<std::uint32_t>> left_out;
  if (options.resample == Resample::actors) {
    Rng draws = rng.split(options.replicates);
    left_out = split_evenly(table.actors(), options.replicates, draws);
  }
  const std::size_t count =
      options.resample == Resample::actors ? left_out.size() : options.replicates;
  std::vector<Groups> partitions(count);
  for_chunks({.count = count, .threads = options.threads, .stop = options.stop},
             [&](std::size_t begin, std::size_t end) {
               for (std::size_t r = begin; r < end; ++r) {
                 Rng stream = rng.split(r);
                 const Replicate replicate =
                     options.resample == Resample::items ? resample_items(table, weights, stream)
                     : options.resample == Resample::edges
                         ? drop_edges(table, weights, options.dropped, stream)
                         : leave_out(table, weights, left_out[r]);
                 Expectation e = expectation(replicate.table, replicate.weights, options.stop);
                 for (double& row : e.row) row *= options.resolution;
                 const BarberResult best =
                     maximise(barber_model(replicate.table, e, replicate.weights), stream.split(1),
                              {.restarts = options.restarts, .threads = 1, .stop = options.stop});
                 partitions[r] = placed(table, replicate, best.groups);
               }
             });
  return partitions;
}

}  // namespace entente::bipartite
