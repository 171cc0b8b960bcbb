// SPDX-License-Identifier: Apache-2.0
#include "engine/report/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/display_width.hpp"
#include "engine/report/tables_text.hpp"
#include "engine/study/words.hpp"

namespace entente {
namespace {

constexpr std::size_t shown_rows = 10;

const Table& named(const std::vector<Table>& tables, std::string_view name) {
  return *std::find_if(tables.begin(), tables.end(),
                       [&](const Table& table) { return table.name == name; });
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// "1 Iran, China + 40; 2 ..."
std::string numbered(const ViewGroups& groups, const std::vector<std::uint32_t>& list) {
  std::vector<std::string> names;
  for (const std::uint32_t g : list)
    names.push_back(fmt::format("{} ({})", g + 1, groups.names[g]));
  return join(names);
}

}  // namespace

std::string groups_text(const ViewGroups& before, const ViewGroups& after,
                        const GroupChanges& changes, const std::string& called_before,
                        const std::string& called_after, std::size_t width) {
  std::string text;
  const auto line = [&](const std::string& lead, const std::string& says) {
    text += wrapped(lead, says, width);
  };
  for (const auto& [groups, called] :
       {std::pair(&before, &called_before), std::pair(&after, &called_after)}) {
    if (groups->too_large) {
      line("  ",
           fmt::format("{}: {} actors on {} items are too many to search for groups and to "
                       "test them; --items or --kinds narrows the view.",
                       *called, groups->core.view.actor_count(), groups->core.view.item_count()));
    } else if (!groups->coalitions) {
      line("  ", *called + ": too few actors with two stances, or too few items, for groups.");
    } else if (!groups->beyond_chance()) {
      line("  ", fmt::format("{}: no groups beyond chance (p {}).", *called,
                             p_text(groups->coalitions->p_value)));
    }
  }
  if (!before.coalitions || !after.coalitions) return text;
  if (!before.beyond_chance() || !after.beyond_chance()) {
    line("  ", "What became of groups that chance draws as well says nothing.");
    return text;
  }
  for (const auto& [groups, called] :
       {std::pair(&before, &called_before), std::pair(&after, &called_after)}) {
    line("  ", *called + ":");
    for (std::size_t g = 0; g < groups->coalitions->coalitions.size(); ++g) {
      const Coalition& coalition = groups->coalitions->coalitions[g];
      line(fmt::format("  {:>2}  ", g + 1),
           fmt::format("{}; stability {}{}", groups->names[g], percent(coalition.stability),
                       coalition.p_value > 0.05 ? "; no firmer than chance" : ""));
    }
  }
  std::size_t events = 0;
  for (std::size_t g = 0; g < changes.splits.size(); ++g) {
    if (changes.splits[g].empty()) continue;
    ++events;
    line("  ", fmt::format("Split: {} into {}.", g + 1, numbered(after, changes.splits[g])));
  }
  for (std::size_t g = 0; g < changes.merges.size(); ++g) {
    if (changes.merges[g].empty()) continue;
    ++events;
    line("  ", fmt::format("Merged: {} into {}.", numbered(before, changes.merges[g]), g + 1));
  }
  if (events == 0) line("  ", "No group split, and none merged.");
  line("  ", fmt::format("{} are in both; adjusted Rand index {}; {} did not go where most of "
                         "their group went.",
                         counted(changes.common, "actor", "actors"),
                         changes.adjusted_rand ? fmt::format("{:.2f}", *changes.adjusted_rand)
                                               : std::string("none"),
                         changes.movers.size()));
  if (!changes.movers.empty())
    text += rows_text(named(group_tables(before, after, changes), "movers"),
                      {"label", "from", "to", "confidence_before", "confidence_after"}, shown_rows,
                      width);
  return text;
}

std::string comparison_text(const KnowledgeGraph& graph, const Comparison& comparison,
                            std::size_t width) {
  const StanceChanges& found = comparison.stances;
  const auto tables = comparison_tables(graph, comparison);
  std::string text = wrapped("",
                             fmt::format("{} from {} to {}: {}", graph.name(), to_text(found.from),
                                         to_text(found.to), filters_text(found.projection)),
                             width);
  std::size_t joined = 0, perhaps = 0, left = 0, perhaps_left = 0, turned = 0;
  for (const StanceChange& change : found.changes) {
    if (change.what == Happened::turned) ++turned;
    if (change.what == Happened::joined) ++(change.certain ? joined : perhaps);
    if (change.what == Happened::left) ++(change.certain ? left : perhaps_left);
  }
  text += "\nNew facts\n";
  text += wrapped("  ",
                  fmt::format("{} joined, {} possibly (their dates are intervals); {} left, {} "
                              "possibly; {} took another stance; {}.",
                              joined, perhaps, left, perhaps_left, turned,
                              counted(found.roll_calls.size(), "roll call", "roll calls")),
                  width);
  if (!found.changes.empty())
    text += rows_text(named(tables, "items"),
                      {"label", "before", "after", "joined", "possibly_joined", "left", "turned"},
                      20, width) +
            '\n' +
            rows_text(named(tables, "changes"),
                      {"label", "item_label", "change", "certainty", "when"}, shown_rows, width);
  if (!found.roll_calls.empty())
    text += '\n' + rows_text(named(tables, "roll_calls"),
                             {"label", "when", "yes", "abstained", "no"}, shown_rows, width);
  const RecordedClaims& r = found.recorded;
  text += "\nNew evidence\n";
  text += wrapped(
      "  ",
      fmt::format("Claims of stances recorded between the days: {} about facts between them, {} "
                  "perhaps between them, {} about older facts, {} about later ones, {} undated; {} "
                  "corrected. About {} on the first day other things are known than were then.",
                  r.between, r.possibly, r.before, r.after, r.undated, r.corrected,
                  counted(found.learned.size(), "pair", "pairs")),
      width);
  if (!found.learned.empty())
    text += rows_text(named(tables, "learned"),
                      {"label", "item_label", "thought", "known", "certainty", "recorded"},
                      shown_rows, width);
  text += "\nGroups among " + comparison.group_view + '\n';
  text += groups_text(comparison.before, comparison.after, comparison.groups, to_text(found.from),
                      to_text(found.to), width);
  return text;
}

}  // namespace entente
