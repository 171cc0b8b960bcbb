// SPDX-License-Identifier: Apache-2.0
#include "engine/study/second_opinions.hpp"

#include <cmath>
#include <vector>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/base/assert.hpp"
#include "engine/bipartite/correspondence.hpp"
#include "engine/graph/leiden_search.hpp"
#include "engine/graph/partition_comparison.hpp"

namespace entente {
namespace {

using bipartite::Incidence;

// The pairs of actors that share more than chance explains, by position.
std::vector<std::pair<Vertex, Vertex>> positive_edges(const View& core, const Context& context) {
  const Analysis* analysis = find_analysis("signed-backbone");
  ENTENTE_ASSERT(analysis != nullptr);
  std::vector<std::pair<Vertex, Vertex>> edges;
  const auto result = run(*analysis, core, {}, context);
  if (!result) return edges;
  const Table& table = result->tables.front();
  const std::vector<Vertex>* ends[2] = {nullptr, nullptr};
  const std::vector<std::int64_t>* sign = nullptr;
  for (const Column& column : table.columns) {
    if (column.name == "source") ends[0] = std::get_if<std::vector<Vertex>>(&column.cells);
    if (column.name == "target") ends[1] = std::get_if<std::vector<Vertex>>(&column.cells);
    if (column.name == "sign") sign = std::get_if<std::vector<std::int64_t>>(&column.cells);
  }
  ENTENTE_ASSERT(ends[0] != nullptr && ends[1] != nullptr && sign != nullptr);
  for (std::size_t e = 0; e < sign->size(); ++e) {
    if ((*sign)[e] > 0) edges.emplace_back((*ends[0])[e], (*ends[1])[e]);
  }
  return edges;
}

void ask_backbone(const View& core, const Coalitions& coalitions, const Context& context,
                  SecondOpinions& opinions) {
  const auto edges = positive_edges(core, context);
  if (edges.empty()) return;
  EdgeList list;
  std::vector<std::uint8_t> placed(core.actor_count(), 0);
  for (Vertex v = 0; v < core.actor_count(); ++v) {
    list.keys.push_back(std::to_string(1'000'000'000 + std::uint64_t{v}));  // keeps the order
  }
  for (const auto& [a, b] : edges) {
    list.source.push_back(a);
    list.target.push_back(b);
    placed[a] = placed[b] = 1;
  }
  const PartitionSearch found =
      search(modularity(View(std::move(list)), 1), context.rng("second opinion"),
             {.restarts = 20, .threads = context.threads, .stop = context.stop});
  const Groups& groups = found.found[found.best()];
  std::vector<std::uint32_t> ours, theirs;
  for (Vertex v = 0; v < core.actor_count(); ++v) {
    if (placed[v] == 0) continue;
    ours.push_back(coalitions.of_actor[v]);
    theirs.push_back(groups[v]);
  }
  opinions.backbone_actors = static_cast<std::uint32_t>(ours.size());
  opinions.backbone = adjusted_rand(contingency(ours, theirs));
}

bool lopsided(const Incidence& table, std::uint32_t item) {
  std::uint32_t known = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) known += table.known(i, item) ? 1 : 0;
  const std::uint32_t ones = table.column_sum(item);
  return static_cast<double>(std::min(ones, known - ones)) < 0.025 * known;
}

void ask_first_axis(const Incidence& table, const Coalitions& coalitions, const Context& context,
                    SecondOpinions& opinions) {
  std::vector<std::vector<std::uint32_t>> rows(table.actors());
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    if (lopsided(table, j)) continue;
    for (const std::uint32_t i : table.column(j)) rows[i].push_back(j);
  }
  const bipartite::Correspondence found =
      bipartite::correspondence(Incidence(table, rows), {}, {.axes = 1, .stop = context.stop});
  if (found.parts > 1 || found.axes.empty()) return;
  std::vector<std::uint32_t> ours, sides;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    const double at = found.axes.front().rows[i];
    if (std::isnan(at)) continue;
    ours.push_back(coalitions.of_actor[i]);
    sides.push_back(at > 0 ? 1 : 0);
  }
  opinions.first_axis = adjusted_rand(contingency(ours, sides));
}

}  // namespace

SecondOpinions second_opinions(const View& core, const Incidence& table,
                               const Coalitions& coalitions, const Context& context) {
  SecondOpinions opinions;
  ask_backbone(core, coalitions, context, opinions);
  ask_first_axis(table, coalitions, context, opinions);
  return opinions;
}

}  // namespace entente
