// SPDX-License-Identifier: Apache-2.0
#include "engine/study/measures.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente {
namespace {

constexpr std::string_view measure_ids[] = {"two-mode-degree", "two-mode-betweenness",
                                            "two-mode-closeness", "two-mode-eigenvector", "birank"};

// The same actors, and items drawn with replacement.
View drawn_again(const View& view, Rng rng) {
  std::vector<std::vector<std::uint32_t>> units;  // an item, or both answers of a roll call
  for (std::uint32_t j = 0; j < view.item_count(); ++j) {
    const std::uint32_t other = view.other_answer(j);
    if (other == no_item) units.push_back({j});
    if (other != no_item && j < other) units.push_back({j, other});
  }
  EdgeList list;
  list.two_mode = true;
  for (Vertex v = 0; v < view.actor_count(); ++v) {
    list.keys.push_back(view.key(v));
    list.is_item.push_back(0);
  }
  for (std::size_t draw = 0; draw < units.size(); ++draw) {
    for (const std::uint32_t item : units[rng.below(units.size())]) {
      const Vertex from = view.actor_count() + item, to = static_cast<Vertex>(list.keys.size());
      list.keys.push_back(std::to_string(draw) + "." + view.key(from));
      list.is_item.push_back(1);
      for (const Vertex actor : view.out(from)) {
        list.source.push_back(actor);
        list.target.push_back(to);
      }
    }
  }
  return View(std::move(list));
}

// The column of a measure: its name, and its values by vertex.
Expected<std::pair<std::string, std::vector<double>>> measured(const View& view,
                                                               std::string_view id,
                                                               const Context& context) {
  const Analysis* analysis = find_analysis(id);
  ENTENTE_ASSERT(analysis != nullptr);
  const auto result = run(*analysis, view, {}, context);
  if (!result) return result.error();
  const Column& column = result->tables.front().columns.at(1);
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.cells))
    return std::pair{column.name, std::vector<double>(whole->begin(), whole->end())};
  return std::pair{column.name, std::get<std::vector<double>>(column.cells)};
}

}  // namespace

const std::vector<double>& ActorMeasures::of(std::string_view name) const {
  const auto at = std::find(names.begin(), names.end(), name);
  ENTENTE_ASSERT(at != names.end());
  return values[static_cast<std::size_t>(at - names.begin())];
}

Expected<std::vector<double>> measure_vertices(const View& view, std::string_view id,
                                               const Context& context) {
  auto found = measured(view, id, context);
  if (!found) return found.error();
  return std::move(found->second);
}

Expected<ActorMeasures> measure_actors(const View& view, const Context& context) {
  ActorMeasures measures;
  for (const std::string_view id : measure_ids) {
    auto found = measured(view, id, context);
    if (!found) return found.error();
    measures.names.push_back(std::move(found->first));
    measures.values.push_back(std::move(found->second));
  }
  return measures;
}

Expected<Spread> spread_of_measures(const View& view, std::uint32_t replicates,
                                    const Context& context) {
  Spread spread;
  if (view.item_count() == 0) return spread;
  const Rng rng = context.rng("measures/bootstrap");
  std::vector<std::vector<Sum>> sums, squares;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    context.check_stop();
    context.report("spread of centralities", r, replicates);
    const auto measures = measure_actors(drawn_again(view, rng.split(r)), context);
    if (!measures) return measures.error();
    sums.resize(measures->values.size(), std::vector<Sum>(view.actor_count()));
    squares.resize(measures->values.size(), std::vector<Sum>(view.actor_count()));
    for (std::size_t m = 0; m < measures->values.size(); ++m) {
      for (Vertex v = 0; v < view.actor_count(); ++v) {
        sums[m][v] += measures->values[m][v];
        squares[m][v] += measures->values[m][v] * measures->values[m][v];
      }
    }
  }
  spread.replicates = replicates;
  for (std::size_t m = 0; m < sums.size(); ++m) {
    spread.values.emplace_back();
    for (Vertex v = 0; v < view.actor_count(); ++v) {
      const double n = replicates, mean = sums[m][v].value() / n;
      const double variance = squares[m][v].value() / n - mean * mean;
      spread.values[m].push_back(n > 1 ? std::sqrt(std::max(0.0, variance) * n / (n - 1)) : 0.0);
    }
  }
  return spread;
}

}  // namespace entente
