// SPDX-License-Identifier: Apache-2.0
#include "engine/study/coalitions.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "engine/base/sum.hpp"
#include "engine/bipartite/draw_table.hpp"
#include "engine/bipartite/resample.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/graph/co_assignment.hpp"
#include "engine/statistics/against_draws.hpp"

namespace entente {
namespace {

using bipartite::BarberModel;
using bipartite::BarberResult;
using bipartite::Expectation;
using bipartite::Incidence;

double expected(const Incidence& table, const Expectation& e, std::uint32_t i, std::uint32_t j) {
  return table.known(i, j) ? e.row[i] * e.column[j] : 0.0;
}

// (1/m) sum over the cells of each group of (a - e).
std::vector<double> shares_of_modularity(const Incidence& table, const Expectation& e,
                                         const BarberResult& best) {
  std::vector<std::vector<std::uint32_t>> items(best.group_count);
  for (std::uint32_t j = 0; j < table.items(); ++j)
    items[best.groups[table.actors() + j]].push_back(j);
  std::vector<Sum> shares(best.group_count);
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    Sum& share = shares[best.groups[i]];
    for (const std::uint32_t j : items[best.groups[i]]) {
      share += (table.has(i, j) ? 1.0 : 0.0) - expected(table, e, i, j);
    }
  }
  std::vector<double> result;
  for (const Sum& share : shares) {
    result.push_back(table.cells() == 0 ? 0 : share.value() / static_cast<double>(table.cells()));
  }
  return result;
}

struct NullDraws {
  std::vector<double> modularity, largest_share;
};

Expectation scaled(Expectation e, double resolution) {
  for (double& row : e.row) row *= resolution;
  return e;
}

std::vector<Incidence> null_tables(const Incidence& table, const CoalitionOptions& options,
                                   const Context& context) {
  std::vector<Incidence> samples(options.draws, table);
  if (options.bicm == nullptr) {
    bipartite::for_each_sample(
        table, context.rng("coalitions/fdsm"),
        {.samples = options.draws, .threads = context.threads, .stop = context.stop},
        [&](std::size_t sample, const Incidence& drawn) { samples[sample] = drawn; });
    return samples;
  }
  const Rng rng = context.rng("coalitions/bicm");
  for_chunks(context.loop(options.draws), [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) {
      Rng stream = rng.split(s);
      samples[s] = bipartite::draw_table(*options.bicm, stream);
    }
  });
  return samples;
}

// What significance takes of the optimiser, on the data and on each null draw alike.
bipartite::BarberOptions effort_of_draw(const CoalitionOptions& options, unsigned threads,
                                        const Context& context) {
  bipartite::BarberOptions effort{.restarts = options.restarts_of_draw,
                                  .refine = options.refine_draws,
                                  .threads = threads,
                                  .stop = context.stop};
  if (!options.refine_draws) effort.kicks = 0;
  return effort;
}

NullDraws null_draws(const Incidence& table, const Expectation& of_data,
                     const CoalitionOptions& options, const Context& context) {
  NullDraws draws;
  const std::vector<Incidence> samples = null_tables(table, options, context);
  draws.modularity.resize(options.draws);
  draws.largest_share.resize(options.draws);
  const Rng rng = context.rng("coalitions/null");
  for_chunks(context.loop(options.draws), [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) {
      const Expectation e = options.bicm == nullptr  // fdsm keeps the sums
                                ? of_data
                                : scaled(bipartite::expectation(samples[s]), options.resolution);
      const BarberModel model = bipartite::barber_model(samples[s], e);
      const BarberResult best =
          bipartite::maximise(model, rng.split(s), effort_of_draw(options, 1, context));
      draws.modularity[s] = best.modularity;
      const auto shares = shares_of_modularity(samples[s], e, best);
      draws.largest_share[s] = shares.empty() ? 0 : *std::max_element(shares.begin(), shares.end());
    }
  });
  return draws;
}

Stability bootstrap(const Incidence& table, const Coalitions& found,
                    const CoalitionOptions& options, const Context& context) {
  auto partitions =
      bipartite::partitions_of_replicates(table, {}, context.rng("coalitions/bootstrap"),
                                          {.replicates = options.replicates,
                                           .restarts = options.restarts_of_draw,
                                           .threads = context.threads,
                                           .stop = context.stop});
  for (Groups& partition : partitions) partition.resize(table.actors());
  return stability(found.of_actor, partitions,
                   {.witnesses = table.actors(), .threads = context.threads, .stop = context.stop});
}

std::vector<Binding> bindings(const Incidence& table, const std::vector<std::uint32_t>& of_actor,
                              std::uint32_t group) {
  std::vector<Binding> result;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    double known[2] = {0, 0}, ones[2] = {0, 0};
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      if (table.known(i, j)) ++known[of_actor[i] == group ? 1 : 0];
    }
    for (const std::uint32_t i : table.column(j)) ++ones[of_actor[i] == group ? 1 : 0];
    if (known[1] == 0 || known[0] == 0) continue;
    const Binding binding{j, ones[1] / known[1], ones[0] / known[0]};
    if (binding.inside - binding.outside >= 0.2) result.push_back(binding);
  }
  std::stable_sort(result.begin(), result.end(), [](const Binding& a, const Binding& b) {
    return a.inside - a.outside > b.inside - b.outside;
  });
  return result;
}

// Members by how much they add to the coalition's modularity.
std::vector<std::uint32_t> by_typicality(const Incidence& table, const Expectation& e,
                                         const Coalition& coalition) {
  std::vector<double> score(table.actors(), 0);
  for (const std::uint32_t i : coalition.members) {
    for (const std::uint32_t j : coalition.items)
      score[i] += (table.has(i, j) ? 1.0 : 0.0) - expected(table, e, i, j);
  }
  auto typical = coalition.members;
  std::stable_sort(typical.begin(), typical.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return score[a] > score[b]; });
  return typical;
}

}  // namespace

Coalitions find_coalitions(const Incidence& table, const CoalitionOptions& options,
                           const Context& context) {
  Coalitions found;
  found.draws = options.draws;
  found.replicates = options.replicates;
  found.restarts = options.restarts;
  const Expectation e = scaled(bipartite::expectation(table), options.resolution);
  const BarberModel model = bipartite::barber_model(table, e);
  const BarberResult best = bipartite::maximise(
      model, context.rng("coalitions"),
      {.restarts = options.restarts, .threads = context.threads, .stop = context.stop});
  found.modularity = best.modularity;
  found.share_near_best = best.share_near_best;
  found.near_best_partitions = best.near_best.size();

  const NullDraws null = null_draws(table, e, options, context);
  const auto at = statistics::against_draws(found.modularity, null.modularity);
  found.null_mean = at.mean;
  found.null_sd = at.sd;
  found.z = found.null_sd > 0 ? (found.modularity - found.null_mean) / found.null_sd : 0;
  const BarberResult same_effort = bipartite::maximise(
      model, context.rng("coalitions/data"), effort_of_draw(options, context.threads, context));
  found.p_value = statistics::against_draws(same_effort.modularity, null.modularity).p_upper;

  const auto shares = shares_of_modularity(table, e, best);
  std::vector<Coalition> groups(best.group_count);
  for (std::uint32_t i = 0; i < table.actors(); ++i) groups[best.groups[i]].members.push_back(i);
  for (std::uint32_t j = 0; j < table.items(); ++j)
    groups[best.groups[table.actors() + j]].items.push_back(j);
  std::vector<std::uint32_t> order;
  for (std::uint32_t g = 0; g < best.group_count; ++g) {
    groups[g].share_of_modularity = shares[g];
    groups[g].p_value = statistics::against_draws(shares[g], null.largest_share).p_upper;
    if (!groups[g].members.empty()) order.push_back(g);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return groups[a].members.size() > groups[b].members.size();
  });
  found.of_actor.resize(table.actors());
  for (const std::uint32_t g : order) {
    for (const std::uint32_t i : groups[g].members)
      found.of_actor[i] = static_cast<std::uint32_t>(found.coalitions.size());
    found.coalitions.push_back(std::move(groups[g]));
  }
  const Stability firm = bootstrap(table, found, options, context);
  found.confidence = firm.inside;
  for (std::uint32_t g = 0; g < found.coalitions.size(); ++g) {
    Coalition& coalition = found.coalitions[g];
    coalition.binding = bindings(table, found.of_actor, g);
    coalition.typical = by_typicality(table, e, coalition);
    coalition.stability = firm.of_group[g];
  }
  return found;
}

}  // namespace entente
