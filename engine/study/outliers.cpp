// SPDX-License-Identifier: Apache-2.0
#include "engine/study/outliers.hpp"

#include <algorithm>

#include "engine/bipartite/absences.hpp"

namespace entente {
namespace {

using bipartite::Incidence;

// Up to three items of the actor whose holders hold `item` more often than others do; what divides
// most comes first. One is added to both counts, so that an item of few holders is no strong
// reason.
std::vector<std::uint32_t> carriers(const Incidence& table, std::uint32_t actor,
                                    std::uint32_t item) {
  std::uint32_t all_known = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) all_known += table.known(i, item) ? 1 : 0;
  const double overall = static_cast<double>(table.column_sum(item)) / std::max(1U, all_known);
  std::vector<std::pair<double, std::uint32_t>> candidates;
  for (const std::uint32_t other : table.row(actor)) {
    std::uint32_t known = 0, both = 0;
    for (const std::uint32_t i : table.column(other)) {
      if (i == actor || !table.known(i, item)) continue;
      ++known;
      both += table.has(i, item) ? 1 : 0;
    }
    const double share = (both + overall) / (known + 1.0);
    if (share > overall) candidates.emplace_back(overall - share, other);
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::uint32_t> items;
  for (std::size_t k = 0; k < candidates.size() && k < 3; ++k)
    items.push_back(candidates[k].second);
  return items;
}

}  // namespace

const AbsenceFinding* unexpected_absence(const Outliers& outliers) noexcept {
  const auto& all = outliers.absences;
  return all.empty() || all.front().p_value > told_up_to ? nullptr : &all.front();
}

const UnusualFinding* most_unusual(const Outliers& outliers) noexcept {
  const auto& all = outliers.unusual;
  return all.empty() || all.front().actor.p_value > told_up_to ? nullptr : &all.front();
}

Outliers find_outliers(const bipartite::BicmFit& fit, const std::vector<Answer>& answers,
                       std::uint32_t replicates, const Context& context) {
  constexpr double threshold = 0.5;
  const Incidence& table = fit.table();
  Outliers outliers;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    if (answers[j] != Answer::support) continue;
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      if (table.known(i, j) && fit.probability(i, j) >= threshold) ++outliers.cells_tested;
    }
  }
  std::vector<double> p_values;
  for (const bipartite::Absence& absence : bipartite::absences(fit, threshold)) {
    if (answers[absence.item] != Answer::support) continue;
    AbsenceFinding finding{
        absence.actor, absence.item, absence.probability, 1 - absence.probability, 1, {}, {}};
    finding.carried_by = carriers(table, absence.actor, absence.item);
    finding.peers = peers_of(table, absence.actor, absence.item);
    p_values.push_back(finding.p_value);
    outliers.absences.push_back(std::move(finding));
  }
  const auto q_values =
      statistics::adjusted(p_values, statistics::Adjustment::bh, outliers.cells_tested);
  for (std::size_t k = 0; k < q_values.size(); ++k) outliers.absences[k].q_value = q_values[k];

  const auto actors = bipartite::unusual_actors(
      fit, context.rng("outliers"),
      {.samples = replicates, .top_items = 3, .threads = context.threads, .stop = context.stop});
  for (const bipartite::UnusualActor& actor : actors) {
    if (actor.tested) outliers.unusual.push_back({actor, {}});
  }
  std::stable_sort(outliers.unusual.begin(), outliers.unusual.end(),
                   [](const UnusualFinding& a, const UnusualFinding& b) {
                     if (a.actor.p_value != b.actor.p_value)
                       return a.actor.p_value < b.actor.p_value;
                     return a.actor.z > b.actor.z;
                   });
  for (UnusualFinding& finding : outliers.unusual)
    finding.peers = peers_of(table, finding.actor.actor);
  return outliers;
}

}  // namespace entente
