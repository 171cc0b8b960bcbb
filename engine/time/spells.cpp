// SPDX-License-Identifier: Apache-2.0
#include "engine/time/spells.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace entente::time {
namespace {

DayRange first_of(DayRange a, DayRange b) {
  return {std::min(a.first, b.first), std::min(a.last, b.last)};
}

// The edges of an item: one adopter each, by actor.
std::vector<Adopter> adopters_of(const View& view, Vertex item, std::int32_t observed) {
  std::vector<Adopter> adopters;
  const auto add = [&](std::span<const Vertex> actors, std::span<const std::uint32_t> edges) {
    for (std::size_t k = 0; k < actors.size(); ++k) {
      adopters.push_back({actors[k], view.days(edges[k])});
    }
  };
  add(view.out(item), view.out_edges(item));
  if (view.directed()) add(view.in(item), view.in_edges(item));
  std::sort(adopters.begin(), adopters.end(),
            [](const Adopter& a, const Adopter& b) { return a.actor < b.actor; });
  std::vector<Adopter> result;
  for (const Adopter& adopter : adopters) {
    if (!result.empty() && result.back().actor == adopter.actor) {
      result.back().day = first_of(result.back().day, adopter.day);
    } else {
      result.push_back(adopter);
    }
  }
  std::erase_if(result, [&](const Adopter& a) { return a.day.first > observed; });
  return result;
}

void find_opening(const View& view, ItemHistory& history) {
  std::int32_t opened = DayRange::unbounded_above;
  const std::int32_t born = view.life(history.item).first;
  if (born != DayRange::unbounded_below) opened = born;
  std::int32_t latest = DayRange::unbounded_above;
  for (const Adopter& adopter : history.adopters) {
    if (adopter.day.first != DayRange::unbounded_below)
      opened = std::min(opened, adopter.day.first);
    latest = std::min(latest, adopter.day.last);
  }
  if (opened == DayRange::unbounded_above) opened = latest;
  history.opened_is_known = opened != DayRange::unbounded_above;
  history.opened = history.opened_is_known ? opened : 0;
}

}  // namespace

std::vector<ItemHistory> item_histories(const View& view, std::int32_t observed) {
  std::vector<ItemHistory> histories;
  const Mask* mask = view.mask();
  for (Vertex item = view.actor_count(); item < view.vertex_count(); ++item) {
    ItemHistory history;
    history.item = item;
    history.adopters = adopters_of(view, item, observed);
    find_opening(view, history);
    auto next = history.adopters.begin();
    for (Vertex actor = 0; actor < view.actor_count(); ++actor) {
      if (next != history.adopters.end() && next->actor == actor) {
        ++next;
        continue;
      }
      const std::uint32_t column = item - view.actor_count();
      const DayRange life = view.life(actor);
      if (mask != nullptr && mask->impossible(actor, column)) {
        ++history.impossible;
      } else if (mask != nullptr && !mask->known(actor, column)) {
        history.unseen.push_back(actor);
      } else if (life.first <= observed && life.last >= history.opened) {
        history.waiting.push_back(actor);
      }
    }
    histories.push_back(std::move(history));
  }
  return histories;
}

ItemSpells item_spells(const View& view, const ItemHistory& history, const NodeGroups& groups,
                       std::int32_t observed, Reading reading) {
  ItemSpells result;
  std::set<std::uint32_t> seen, unseen;
  for (const Vertex actor : history.unseen) unseen.insert(groups.group[actor]);
  unseen.erase(no_group);
  const auto counts = [&](Vertex actor) {
    const std::uint32_t group = groups.group[actor];
    return group != no_group && !unseen.contains(group);
  };
  for (const Adopter& adopter : history.adopters) {
    if (!counts(adopter.actor)) continue;
    seen.insert(groups.group[adopter.actor]);
    const std::int32_t day = std::max(
        history.opened, reading == Reading::earliest ? adopter.day.first : adopter.day.last);
    const bool happened = day <= observed;
    const std::int32_t last = happened ? day : observed;
    const std::int32_t first = std::max(history.opened, view.life(adopter.actor).first);
    result.spells.push_back({std::min(first, last), last, happened, groups.group[adopter.actor]});
  }
  for (const Vertex actor : history.waiting) {
    if (!counts(actor)) continue;
    seen.insert(groups.group[actor]);
    const DayRange life = view.life(actor);
    result.spells.push_back({std::max(history.opened, life.first), std::min(observed, life.last),
                             false, groups.group[actor]});
  }
  result.seen_groups.assign(seen.begin(), seen.end());
  result.unseen_groups.assign(unseen.begin(), unseen.end());
  return result;
}

}  // namespace entente::time
