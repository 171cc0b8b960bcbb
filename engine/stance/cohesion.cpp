// SPDX-License-Identifier: Apache-2.0
#include "engine/stance/cohesion.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "engine/base/sum.hpp"

namespace entente::stance {
namespace {

constexpr double null = std::numeric_limits<double>::quiet_NaN();

using Answers = std::array<std::int64_t, 3>;  // against, abstained, for

double rice(const Answers& n) {
  const std::int64_t taken = n[0] + n[2];
  return taken == 0 ? null : double(std::abs(n[2] - n[0])) / double(taken);
}

double agreement_index(const Answers& n) {
  const std::int64_t all = n[0] + n[1] + n[2], most = *std::max_element(n.begin(), n.end());
  return all == 0 ? null : (double(most) - double(all - most) / 2) / double(all);
}

struct CohesionColumns {
  std::vector<std::string> item;
  std::vector<std::int64_t> yes, abstain, no;
  std::vector<double> rice_of, index_of;

  void add(const std::string& name, const Answers& n) {
    item.push_back(name);
    yes.push_back(n[2]);
    abstain.push_back(n[1]);
    no.push_back(n[0]);
    rice_of.push_back(rice(n));
    index_of.push_back(agreement_index(n));
  }

  void append_to(std::vector<Column>& columns) && {
    columns.push_back({"item", "", "a roll call once", std::move(item)});
    columns.push_back({"yes", "", "stances for it", std::move(yes)});
    columns.push_back({"abstain", "", "abstained or declined", std::move(abstain)});
    columns.push_back({"no", "", "stances against it", std::move(no)});
    columns.push_back({"rice", "", "|yes - no| / (yes + no)", std::move(rice_of)});
    columns.push_back(
        {"agreement_index", "", "1 united, 0 in equal thirds or two to one", std::move(index_of)});
  }
};

bool is_shown(const StanceTable& table, std::size_t column, bool all_items) {
  return all_items || table.is_roll_call[column] != 0;
}

// Rice's index is null on items that all abstained on.
void note_nulls(const std::vector<double>& values, Outcome& outcome) {
  const auto nulls =
      std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); });
  if (nulls == 0) return;
  outcome.notes.push_back(
      note("A336", std::to_string(nulls) + " rows have no rice: nobody said yes or no"));
}

}  // namespace

Expected<ActorGroups> actor_groups(const View& view, const FileTable& table) {
  Diagnostics problems;
  std::map<Vertex, std::string> group_of;
  std::map<std::string, std::uint32_t> number;
  std::uint32_t line = 1;
  for (const auto& [key, group] : table->rows) {
    const Position where{table->file, ++line, 0};
    const auto v = view.find(key);
    if (!v) {
      problems.push_back(error("A334", "'" + key + "' is not a node of the graph", "", where));
    } else if (!group_of.emplace(*v, group).second) {
      problems.push_back(error("A335", "'" + key + "' has two groups", "keep one", where));
    } else if (*v < view.actor_count()) {
      number.emplace(group, 0);
    }
  }
  if (!problems.empty()) return problems;
  ActorGroups result;
  for (auto& [name, place] : number) {
    place = static_cast<std::uint32_t>(result.name.size());
    result.name.push_back(name);
  }
  result.of_actor.resize(view.actor_count());
  for (const auto& [v, group] : group_of) {
    if (v < view.actor_count()) result.of_actor[v] = number.at(group);
  }
  return result;
}

void add_cohesion(const StanceTable& table, bool all_items, Outcome& outcome) {
  CohesionColumns rows;
  for (std::size_t c = 0; c < table.on_column.size(); ++c) {
    if (!is_shown(table, c, all_items)) continue;
    Answers answers{};
    for (const Stand& stand : table.on_column[c]) ++answers[std::size_t(stand.stance + 1)];
    rows.add(table.column_name[c], answers);
  }
  note_nulls(rows.rice_of, outcome);
  Table result{"items", "How united the actors are on each item", {}};
  std::move(rows).append_to(result.columns);
  outcome.tables.push_back(std::move(result));
}

void add_cohesion_of_groups(const StanceTable& table, bool all_items, const ActorGroups& groups,
                            Outcome& outcome) {
  const std::size_t count = groups.name.size();
  CohesionColumns rows;
  std::vector<std::string> group;
  std::vector<Sum> rice_sum(count), index_sum(count);
  std::vector<std::int64_t> rices(count, 0), items(count, 0), actors(count, 0);
  for (const auto& g : groups.of_actor) {
    if (g) ++actors[*g];
  }
  for (std::size_t c = 0; c < table.on_column.size(); ++c) {
    if (!is_shown(table, c, all_items)) continue;
    std::vector<Answers> answers(count, Answers{});
    for (const Stand& stand : table.on_column[c]) {
      const auto g = groups.of_actor[stand.other];
      if (g) ++answers[*g][std::size_t(stand.stance + 1)];
    }
    for (std::size_t g = 0; g < count; ++g) {
      if (answers[g] == Answers{}) continue;
      group.push_back(groups.name[g]);
      rows.add(table.column_name[c], answers[g]);
      ++items[g];
      index_sum[g] += rows.index_of.back();
      if (std::isnan(rows.rice_of.back())) continue;
      ++rices[g];
      rice_sum[g] += rows.rice_of.back();
    }
  }
  note_nulls(rows.rice_of, outcome);
  Table by_item{"groups", "How united each group is on each item that it took a stance on", {}};
  by_item.columns.push_back({"group", "", "as the file names it", std::move(group)});
  std::move(rows).append_to(by_item.columns);
  outcome.tables.push_back(std::move(by_item));

  std::vector<double> mean_rice, mean_index;
  for (std::size_t g = 0; g < count; ++g) {
    mean_rice.push_back(rices[g] == 0 ? null : rice_sum[g].value() / double(rices[g]));
    mean_index.push_back(items[g] == 0 ? null : index_sum[g].value() / double(items[g]));
  }
  const bool silent = std::find(items.begin(), items.end(), 0) != items.end();
  if (silent) outcome.notes.push_back(note("A337", "groups without a stance have no cohesion"));
  outcome.tables.push_back(
      {"cohesion",
       "How united each group is over all items",
       {{"group", "", "as the file names it", groups.name},
        {"actors", "", "of the group", std::move(actors)},
        {"items", "", "with a stance of the group", std::move(items)},
        {"rice", "", "mean over the items that have one", std::move(mean_rice)},
        {"agreement_index", "", "mean over the items", std::move(mean_index)}}});
}

}  // namespace entente::stance
