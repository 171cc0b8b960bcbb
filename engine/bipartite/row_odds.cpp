// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_odds.hpp"

#include "engine/base/number_text.hpp"
#include "engine/bipartite/bicm_classes.hpp"
#include "engine/bipartite/bicm_peel.hpp"
#include "engine/bipartite/row_odds_solve.hpp"

namespace entente::bipartite {
namespace {

constexpr double accepted_residual = 1e-9;

}  // namespace

RowOdds::RowOdds(const Incidence& table) : table_(table) {
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (other != no_item && other < j) continue;
    units_.push_back({{j, other}, {1, other == no_item ? 0.0 : 1.0}, true});
  }
  for (std::uint32_t i = 0; i < table.actors(); ++i) ones_.push_back(table.row_sum(i));
}

RowOdds equal_row_odds(const Incidence& table) { return RowOdds(table); }

Expected<RowOdds> fit_row_odds(const Incidence& table, unsigned threads,
                               const std::stop_token& stop) {
  RowOdds result(table);
  const BicmClasses classes = bicm_classes(table);
  const BicmPeel peel(classes);
  const RowOddsSolution solution = solve_row_odds(classes, peel, threads, stop);
  result.steps_ = solution.steps;
  result.residual_ = solution.residual;
  if (!(solution.residual < accepted_residual)) {
    return error("B102",
                 "the row-conditional model misses a column sum by a share of " +
                     number_text(solution.residual) + ", more than 1e-9, after " +
                     std::to_string(solution.steps) + " steps",
                 "leave out rows and columns that are almost empty or almost full");
  }
  result.row_class_ = classes.class_of_actor;
  result.unit_classes_ = classes.units.size();
  result.decided_ = peel.chance;
  for (RowOdds::Unit& unit : result.units_) {
    const std::size_t u = classes.class_of_item[unit.item[0]];
    result.unit_class_.push_back(static_cast<std::uint32_t>(u));
    // The classes put the more frequent answer of a roll call first.
    const std::size_t swap = classes.answer_of_item[unit.item[0]];
    result.swapped_.push_back(static_cast<std::uint8_t>(swap));
    const auto& odds = solution.odds[u];
    unit.open = odds[0] > 0 || odds[1] > 0;
    if (unit.open) {
      unit.odds = {odds[swap], unit.item[1] == no_item ? 0.0 : odds[1 - swap]};
    }
  }
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    const std::size_t r = result.row_class_[i];
    if (peel.row_open[r]) {
      result.ones_[i] = peel.row_degree[r];
      continue;
    }
    result.ones_[i] = 0;  // or all that it knows
    for (std::size_t u = 0; u < classes.units.size(); ++u) {
      if (solution.odds[u][0] == 0 && solution.odds[u][1] == 0) continue;
      const double chance = peel.chance[peel.cell(r, u, 0)] + peel.chance[peel.cell(r, u, 1)];
      if (chance > 0.5) result.ones_[i] += classes.units_known(r, u);
    }
  }
  return result;
}

}  // namespace entente::bipartite
