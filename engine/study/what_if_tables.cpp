// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "engine/study/comparison.hpp"
#include "engine/study/table_rows.hpp"
#include "engine/study/what_if.hpp"

namespace entente {
namespace {

using Whole = std::int64_t;
const std::string words{};
constexpr Whole number{};
constexpr double real{}, nan = std::numeric_limits<double>::quiet_NaN();

// Rows of the same table of several views, under a first column that names the view.
void append(Table& all, const std::string& view, const Table& part) {
  const std::size_t rows = row_count(part);
  if (all.columns.empty()) {
    all = {part.name, part.caption, {{"view", "", "", std::vector<std::string>()}}};
    for (const Column& column : part.columns) {
      all.columns.push_back(column);
      std::visit([](auto& cells) { cells.clear(); }, all.columns.back().cells);
    }
  }
  auto& names = std::get<std::vector<std::string>>(all.columns.front().cells);
  names.insert(names.end(), rows, view);
  for (std::size_t c = 0; c < part.columns.size(); ++c) {
    std::visit(
        [&](auto& cells) {
          const auto& more = std::get<std::decay_t<decltype(cells)>>(part.columns[c].cells);
          cells.insert(cells.end(), more.begin(), more.end());
        },
        all.columns[c + 1].cells);
  }
}

}  // namespace

std::vector<Table> what_if_tables(const WhatIf& found) {
  TableRows views("views", "How much each view changes",
                  {{"view", words},
                   {"changed", words},
                   {"actors_before", number},
                   {"actors_after", number},
                   {"groups_before", number},
                   {"groups_after", number},
                   {"p_before", real},
                   {"p_after", real},
                   {"adjusted_rand", real},
                   {"movers", number},
                   {"replicates", number}});
  TableRows centralities("centralities", "Centralities that change, beside their bootstrap spread",
                         {{"view", words},
                          {"node", words},
                          {"label", words},
                          {"measure", words},
                          {"before", real},
                          {"after", real},
                          {"change", real},
                          {"spread", real},
                          {"share_of_largest", real}});
  std::vector<Table> groups(3);
  for (const WhatIfView& view : found.views) {
    const auto count = [](const ViewGroups& side) {
      return side.coalitions ? static_cast<Whole>(side.coalitions->coalitions.size()) : Whole{0};
    };
    views.add({view.name, std::string(view.changed ? "yes" : "no"),
               Whole{view.before.core.view.actor_count()},
               Whole{view.after.core.view.actor_count()}, count(view.before), count(view.after),
               view.before.coalitions ? view.before.coalitions->p_value : nan,
               view.after.coalitions ? view.after.coalitions->p_value : nan,
               view.groups.adjusted_rand.value_or(nan),
               static_cast<Whole>(view.groups.movers.size()), Whole{view.replicates}});
    for (const CentralityChange& change : view.centralities) {
      centralities.add({view.name, change.node, change.label, change.measure, change.before,
                        change.after, change.after - change.before, change.spread, change.share});
    }
    const auto parts = group_tables(view.before, view.after, view.groups);
    for (std::size_t k = 0; k < parts.size(); ++k) append(groups[k], view.name, parts[k]);
  }
  std::vector<Table> tables{std::move(views).take(), std::move(centralities).take()};
  for (Table& table : groups) tables.push_back(std::move(table));
  return tables;
}

}  // namespace entente
