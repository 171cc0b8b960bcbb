// SPDX-License-Identifier: Apache-2.0
// Part changes: what changed between two days, new facts apart from new evidence.
//
// A fact is a stance on the second day that was not there on the first; evidence is what was
// recorded between the days about the first one (study/changes.hpp). Where a date is an interval
// that one of the days lies in, a change is only possible. Coalitions of both days are matched by
// the members that they share (study/comparison.hpp).
//
// Flip      exact: as many of those that joined as there are more of them than of those that left,
//           the ones first that fewest claims stand behind.
#include <fmt/format.h>

#include <algorithm>

#include "engine/question/evidence.hpp"
#include "engine/question/part.hpp"
#include "engine/study/comparison.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using Text = std::string;

struct Counts {
  std::uint32_t joined = 0, possibly_joined = 0, left = 0, possibly_left = 0, turned = 0;
  std::uint32_t all_joined() const noexcept { return joined + possibly_joined; }
  std::uint32_t all_left() const noexcept { return left + possibly_left; }
};

Counts count(const StanceChanges& found) {
  Counts counts;
  for (const ItemChange& item : found.items) {
    counts.joined += item.joined;
    counts.possibly_joined += item.possibly_joined;
    counts.left += item.left;
    counts.possibly_left += item.possibly_left;
    counts.turned += item.turned;
  }
  return counts;
}

// Items that changed, the most changed first.
std::vector<ItemChange> by_change(std::vector<ItemChange> items) {
  const auto moved = [](const ItemChange& item) {
    return item.joined + item.possibly_joined + item.left + item.possibly_left + item.turned;
  };
  std::erase_if(items, [&](const ItemChange& item) { return moved(item) == 0; });
  std::stable_sort(items.begin(), items.end(),
                   [&](const ItemChange& a, const ItemChange& b) { return moved(a) > moved(b); });
  return items;
}

// "Paris Call (1,150 joined, 4 left)"
Text leading(const Words& words, const std::vector<ItemChange>& items) {
  std::vector<Text> parts;
  for (std::size_t k = 0; k < items.size() && k < 3; ++k) {
    const ItemChange& item = items[k];
    const std::uint32_t left = item.left + item.possibly_left;
    parts.push_back(fmt::format("{} ({} joined{})", words.short_name(item.item),
                                item.joined + item.possibly_joined,
                                left == 0 ? Text() : fmt::format(", {} left", left)));
  }
  if (items.size() > 3) parts.push_back(fmt::format("{} more", items.size() - 3));
  return parts.empty() ? "nothing" : join(parts);
}

Text group_words(const Comparison& found) {
  if (!found.before.beyond_chance() || !found.after.beyond_chance())
    return "Groups beyond chance are not there on both days.";
  const GroupChanges& groups = found.groups;
  std::size_t splits = 0, merges = 0;
  for (const auto& parts : groups.splits) splits += parts.size() > 1 ? 1 : 0;
  for (const auto& parts : groups.merges) merges += parts.size() > 1 ? 1 : 0;
  return fmt::format(
      "The groups of {} on both days agree with an adjusted Rand index of {:.2f} ({} split, {} "
      "merged; {} of {} actors went another way than most of their group).",
      found.group_view, groups.adjusted_rand.value_or(0), splits, merges, groups.movers.size(),
      groups.common);
}

void measure(Finding& finding, const Comparison& found, const Counts& counts) {
  finding.uncertainty.push_back(
      {"interval", "joined", double(counts.all_joined()), double(counts.joined),
       double(counts.all_joined()),
       fmt::format("Between {} that certainly joined and {} with those whose dates allow it; "
                   "between {} and {} that left.",
                   counts.joined, counts.all_joined(), counts.left, counts.all_left())});
  if (found.before.coalitions && found.after.coalitions) {
    finding.uncertainty.push_back({"p_value", "groups", no_number, found.before.coalitions->p_value,
                                   found.after.coalitions->p_value,
                                   fmt::format("Groups on the first day p {}, on the second p {}.",
                                               p_text(found.before.coalitions->p_value),
                                               p_text(found.after.coalitions->p_value))});
  }
  if (found.groups.adjusted_rand) {
    finding.uncertainty.push_back(
        {"stability", "groups of both days", *found.groups.adjusted_rand, no_number, no_number,
         fmt::format("Adjusted Rand index {:.2f} over the {} actors that stand on both days.",
                     *found.groups.adjusted_rand, found.groups.common)});
  }
  const std::uint32_t all = counts.all_joined() + counts.all_left();
  const std::uint32_t dated = counts.joined + counts.left;
  finding.uncertainty.push_back(
      {"power", "changes that dates can place", double(dated), 0, double(all),
       fmt::format("{} of {} changes are dated well enough to lie between the two days for "
                   "certain; of the others the data cannot tell the side.",
                   dated, all)});
}

Flip flip_of(const StanceChanges& found, const Counts& counts) {
  Flip flip;
  if (counts.all_joined() <= counts.all_left()) {
    flip.says = "No more joined than left, and removing claims of those who joined keeps it so.";
    return flip;
  }
  std::vector<const StanceChange*> joined;
  for (const StanceChange& change : found.changes) {
    if (change.what == Happened::joined) joined.push_back(&change);
  }
  std::stable_sort(joined.begin(), joined.end(), [](const StanceChange* a, const StanceChange* b) {
    return a->claims.size() < b->claims.size();
  });
  const std::size_t wanted =
      std::min<std::size_t>(joined.size(), counts.all_joined() - counts.all_left());
  for (std::size_t k = 0; k < wanted; ++k)
    flip.claims.insert(flip.claims.end(), joined[k]->claims.begin(), joined[k]->claims.end());
  flip.exact = true;
  flip.says = fmt::format(
      "Without {} claims ({} of those who joined) no more would have joined than "
      "left.",
      flip.claims.size(), wanted);
  return flip;
}

Expected<Finding> find(const Inquiry& inquiry) {
  if (!inquiry.from || !inquiry.to)
    return cannot_tell("the question names no two days (--from and --to)");
  if (*inquiry.to <= *inquiry.from) return cannot_tell("the second day is not after the first");
  const KnowledgeGraph& graph = inquiry.graph;
  Projection projection = inquiry.projection;
  projection.as_of.reset();
  Projection later = inquiry.projection;
  later.as_of = inquiry.to;
  const TwoMode second = core_of(project_two_mode(graph, later), graph, 1);
  const bool grouped = !inquiry.brief && !too_large(second);
  Comparison found;
  if (!grouped) {
    found.stances = find_stance_changes(graph, projection, *inquiry.from, *inquiry.to);
  } else {
    found = compare_days(graph, projection, *inquiry.from, *inquiry.to, inquiry.context);
  }
  const StanceChanges& stances = found.stances;
  if (stances.items.empty() && stances.roll_calls.empty())
    return cannot_tell("nobody takes a stance in the view on either day");
  const Words words(graph);
  const Counts counts = count(stances);

  Finding finding;
  finding.headline = counts.all_joined() > counts.all_left()   ? "more joined than left"
                     : counts.all_joined() < counts.all_left() ? "more left than joined"
                                                               : "as many left as joined";
  const std::vector<ItemChange> changed = by_change(stances.items);
  std::vector<Text> first;
  for (const ItemChange& item : changed) {
    finding.named.emplace_back(graph.id(item.item));
    if (first.size() < 3) first.emplace_back(graph.id(item.item));
  }
  std::sort(finding.named.begin(), finding.named.end());
  std::sort(first.begin(), first.end());
  const RecordedClaims& recorded = stances.recorded;
  finding.slots = {
      {"from", to_text(stances.from)},
      {"to", to_text(stances.to)},
      {"joined", std::to_string(counts.joined)},
      {"possibly_joined", std::to_string(counts.possibly_joined)},
      {"left", std::to_string(counts.left)},
      {"possibly_left", std::to_string(counts.possibly_left)},
      {"turned", std::to_string(counts.turned)},
      {"learned", std::to_string(stances.learned.size())},
      {"roll_calls", std::to_string(stances.roll_calls.size())},
      {"leading", leading(words, changed)},
      {"recorded", fmt::format("{} about what began between the days, {} about what began before",
                               recorded.between, recorded.before)},
      {"groups", grouped ? group_words(found) : Text()}};
  const Text numbers = fmt::format(
      "{} certainly joined and {} possibly, {} certainly left and {} possibly, {} turned; {} roll "
      "calls; {} only learned",
      counts.joined, counts.possibly_joined, counts.left, counts.possibly_left, counts.turned,
      stances.roll_calls.size(), stances.learned.size());
  const bool any_left = counts.all_left() > 0;
  finding.stated = {{"leavers", any_left ? "some" : "none", any_left ? "some left" : "nobody left"},
                    {"most changed", fmt::format("{}", fmt::join(first, "|")),
                     "most changed: " + finding.slots["leading"]},
                    {"counts", numbers, numbers, false}};
  if (inquiry.brief) return finding;
  finding.tables = comparison_tables(graph, found);
  measure(finding, found, counts);
  std::vector<const StanceChange*> order;  // who left first, then what is certain
  for (const StanceChange& change : stances.changes) order.push_back(&change);
  const auto rank = [](const StanceChange* c) {
    return std::pair(c->what == Happened::joined, !c->certain);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const StanceChange* a, const StanceChange* b) { return rank(a) < rank(b); });
  for (const StanceChange* change : order)
    finding.claims.insert(finding.claims.end(), change->claims.begin(), change->claims.end());
  for (const Learned& learned : stances.learned)
    finding.claims.insert(finding.claims.end(), learned.claims.begin(), learned.claims.end());
  finding.missing = unseen(graph, second);
  if (!grouped)
    finding.missing.push_back("groups were not looked for: " + too_large(second)->message);
  finding.flip = flip_of(stances, counts);
  return finding;
}

}  // namespace

Part changes() {
  return {
      .id = "changes",
      .does =
          "what changed between two days (compare's from and to, or --from and --to): who "
          "joined and who left, apart from what was only learned",
      .slots =
          {{"from", "the first day"},
           {"to", "the second day"},
           {"joined", "stances that certainly began between the days"},
           {"possibly_joined", "those whose dates allow it"},
           {"left", "stances that certainly ended between the days"},
           {"possibly_left", "those whose dates allow it"},
           {"turned", "stances that became other ones"},
           {"learned", "stances of the first day that were recorded after it"},
           {"roll_calls", "votes held between the days"},
           {"leading", "the three items that changed most"},
           {"recorded", "claims that were recorded between the days, by when they began"},
           {"groups",
            "how the groups of both days agree; empty under other choices, and in views too large "
            "for null models"}},
      .params = {},
      .null_models = {},
      .find = find};
}

}  // namespace entente::question
