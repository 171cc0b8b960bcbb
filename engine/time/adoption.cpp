// SPDX-License-Identifier: Apache-2.0
// Adoption: when actors took up each item, how many are still waiting, and whether kinds differ.
//
//   S(t) = product over days s <= t of (1 - adoptions / at risk), by item and group, and its
//   log-rank test between the groups
//
// Input    two-mode, endorsements, with days at the edges; actors and items may have days of their
//          own. Weights are not looked at.
// Options  observed: the day on which waiting ends; partition, attribute: the groups.
// Output   `adoption`: on each day on which a number changes, how many had certainly and possibly
//          taken the item up. `survival`: the share still waiting. `log_rank`: by item. `items`:
//          what is known of each. `unknown_dates`: every adoption of which no single day is known.
// Dates    a day with bounds is read as early as possible and as late as possible, and both answers
//          are given; a day is never guessed. Actors are at risk from the day on which they came
//          into being, and censored at the end of the observation.
// Mask     actors that could not take an item up are not at risk; a group with a cell that could
//          not be seen has no survival of that item: its silent members are not known to wait.
// Cost     O(actors items) and the sorting of the days.
// Method   statistics/survival.hpp, engine/time/spells.hpp
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_groups.hpp"
#include "engine/base/date.hpp"
#include "engine/time/spells.hpp"

namespace entente::time {
namespace {

struct Options : GroupOptions {
  std::string observed;
  static auto fields() {
    return std::tuple_cat(
        GroupOptions::fields<Options>(),
        std::tuple{choice("observed", &Options::observed, {},
                          "the day on which the observation ends (default: the day of the view, "
                          "else the last day in the file)")});
  }
};

constexpr std::int32_t never = DayRange::unbounded_above;

std::string date_text(std::int32_t day) {
  if (day == never || day == DayRange::unbounded_below) return "";
  return to_text(Day{day});
}

// The last day that is named at all, but not beyond every bound.
std::int32_t last_day(const View& view) {
  std::int32_t last = DayRange::unbounded_below;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const DayRange day = view.days(e);
    last = std::max(last, day.last != never ? day.last : day.first);
  }
  return last;
}

class Tables {
 public:
  Tables(const View& view, const NodeGroups& groups, std::int32_t observed)
      : view_(view), groups_(groups), observed_(observed) {}

  void add(const ItemHistory& history) {
    add_counts(history);
    add_item(history);
    if (!history.opened_is_known || history.opened > observed_) return;
    const bool exact = std::all_of(history.adopters.begin(), history.adopters.end(),
                                   [](const Adopter& a) { return a.day.first == a.day.last; });
    add_survival(history, Reading::earliest, exact ? "exact" : "earliest");
    if (!exact) add_survival(history, Reading::latest, "latest");
  }

  Outcome finish() &&;

 private:
  void add_counts(const ItemHistory& history);
  void add_item(const ItemHistory& history);
  void add_survival(const ItemHistory& history, Reading reading, const char* name);
  void add_steps(Vertex item, const std::string& group, const char* reading, std::int32_t opened,
                 std::span<const statistics::Spell> spells);

  const View& view_;
  const NodeGroups& groups_;
  std::int32_t observed_;
  std::size_t unseen_groups_ = 0;
  bool undefined_ = false;
  struct {
    std::vector<Vertex> item;
    std::vector<std::string> date;
    std::vector<std::int64_t> certain, possible;
  } counts_;
  struct {
    std::vector<Vertex> item;
    std::vector<std::string> group, dates, date;
    std::vector<std::int64_t> days, at_risk, events;
    std::vector<double> survival, standard_error;
  } survival_;
  struct {
    std::vector<Vertex> item;
    std::vector<std::string> dates;
    std::vector<std::int64_t> groups, degrees_of_freedom;
    std::vector<double> chi_square, p_value;
  } log_rank_;
  struct {
    std::vector<Vertex> item;
    std::vector<std::string> opened;
    std::vector<std::int64_t> adopters, exact, waiting, unseen, impossible;
  } items_;
  struct {
    std::vector<Vertex> actor, item;
    std::vector<std::string> earliest, latest;
  } unknown_;
};

void Tables::add_counts(const ItemHistory& history) {
  std::map<std::int32_t, std::pair<std::int64_t, std::int64_t>> changes;  // certain, possible
  for (const Adopter& adopter : history.adopters) {
    const bool bounded = adopter.day.first != DayRange::unbounded_below;
    // Without a first bound it may have been when the item opened.
    const std::int32_t possible = bounded ? adopter.day.first : history.opened;
    if (history.opened_is_known) ++changes[possible].second;
    if (adopter.day.last <= observed_) ++changes[adopter.day.last].first;
  }
  std::int64_t certain = 0, possible = 0;
  for (const auto& [day, change] : changes) {
    certain += change.first;
    possible += change.second;
    counts_.item.push_back(history.item);
    counts_.date.push_back(date_text(day));
    counts_.certain.push_back(certain);
    counts_.possible.push_back(possible);
  }
}

void Tables::add_item(const ItemHistory& history) {
  std::int64_t exact = 0;
  for (const Adopter& adopter : history.adopters) {
    if (adopter.day.first == adopter.day.last) {
      ++exact;
      continue;
    }
    unknown_.actor.push_back(adopter.actor);
    unknown_.item.push_back(history.item);
    unknown_.earliest.push_back(date_text(adopter.day.first));
    unknown_.latest.push_back(date_text(adopter.day.last));
  }
  items_.item.push_back(history.item);
  items_.opened.push_back(history.opened_is_known ? date_text(history.opened) : "");
  items_.adopters.push_back(static_cast<std::int64_t>(history.adopters.size()));
  items_.exact.push_back(exact);
  items_.waiting.push_back(static_cast<std::int64_t>(history.waiting.size()));
  items_.unseen.push_back(static_cast<std::int64_t>(history.unseen.size()));
  items_.impossible.push_back(static_cast<std::int64_t>(history.impossible));
}

void Tables::add_steps(Vertex item, const std::string& group, const char* reading,
                       std::int32_t opened, std::span<const statistics::Spell> spells) {
  for (const auto& step : statistics::kaplan_meier(spells)) {
    survival_.item.push_back(item);
    survival_.group.push_back(group);
    survival_.dates.emplace_back(reading);
    survival_.date.push_back(date_text(step.day));
    survival_.days.push_back(std::int64_t{step.day} - opened);
    survival_.at_risk.push_back(static_cast<std::int64_t>(step.at_risk));
    survival_.events.push_back(static_cast<std::int64_t>(step.events));
    survival_.survival.push_back(step.survival);
    survival_.standard_error.push_back(step.standard_error);
    undefined_ |= std::isnan(step.standard_error);
  }
}

void Tables::add_survival(const ItemHistory& history, Reading reading, const char* name) {
  const ItemSpells all = item_spells(view_, history, groups_, observed_, reading);
  if (reading == Reading::earliest) unseen_groups_ += all.unseen_groups.size();
  std::vector<statistics::Spell> of_group;
  for (const std::uint32_t group : all.seen_groups) {
    of_group.clear();
    std::copy_if(all.spells.begin(), all.spells.end(), std::back_inserter(of_group),
                 [&](const statistics::Spell& s) { return s.group == group; });
    add_steps(history.item, groups_.names[group], name, history.opened, of_group);
  }
  if (all.seen_groups.size() < 2) return;
  add_steps(history.item, "", name, history.opened, all.spells);
  std::vector<statistics::Spell> numbered = all.spells;
  for (statistics::Spell& spell : numbered) {
    const auto at = std::lower_bound(all.seen_groups.begin(), all.seen_groups.end(), spell.group);
    spell.group = static_cast<std::uint32_t>(at - all.seen_groups.begin());
  }
  const auto count = static_cast<std::uint32_t>(all.seen_groups.size());
  const auto test = statistics::log_rank(numbered, count);
  const bool compared = test.degrees_of_freedom > 0;
  const double none = std::numeric_limits<double>::quiet_NaN();
  log_rank_.item.push_back(history.item);
  log_rank_.dates.emplace_back(name);
  log_rank_.groups.push_back(count);
  log_rank_.chi_square.push_back(compared ? test.chi_square : none);
  log_rank_.degrees_of_freedom.push_back(test.degrees_of_freedom);
  log_rank_.p_value.push_back(compared ? test.p_value : none);
  undefined_ |= !compared;
}

Outcome Tables::finish() && {
  Outcome outcome;
  if (!view_.has_days()) {
    outcome.notes.push_back(note("T101", "no edge says when it began, so every day is unknown",
                                 "an edge list has them in the column time"));
  }
  outcome.notes.push_back(note("T102", "observed until " + (observed_ == DayRange::unbounded_below
                                                                ? std::string("an unknown day")
                                                                : date_text(observed_))));
  outcome.notes.push_back(note("T103", "groups: " + groups_.origin));
  if (!unknown_.item.empty()) {
    outcome.notes.push_back(
        note("T104",
             std::to_string(unknown_.item.size()) +
                 " adoptions have no single day; survival is given for the earliest and "
                 "the latest reading",
             "--table unknown_dates lists them"));
  }
  if (unseen_groups_ > 0) {
    outcome.notes.push_back(
        note("T105", std::to_string(unseen_groups_) +
                         " groups have cells that could not be seen, and no survival of the item"));
  }
  if (undefined_) {
    outcome.notes.push_back(note("T106",
                                 "undefined: the error where nobody is left, and the test "
                                 "of groups that were never at risk together"));
  }
  outcome.tables.push_back(
      {"adoption",
       "How many had taken up each item",
       {{"item", "", "", std::move(counts_.item)},
        {"date", "", "on which a number changed", std::move(counts_.date)},
        {"certain", "actors", "by then, on every reading of their dates",
         std::move(counts_.certain)},
        {"possible", "actors", "by then, on some reading", std::move(counts_.possible)}}});
  outcome.tables.push_back(
      {"survival",
       "Share of those at risk that still wait (Kaplan and Meier)",
       {{"item", "", "", std::move(survival_.item)},
        {"group", "", "blank: all groups that could be seen", std::move(survival_.group)},
        {"dates", "", "exact, or read as early or as late as possible", std::move(survival_.dates)},
        {"date", "", "of adoptions", std::move(survival_.date)},
        {"days", "days", "since the item opened", std::move(survival_.days)},
        {"at_risk", "actors", "waiting that morning", std::move(survival_.at_risk)},
        {"events", "actors", "adoptions that day", std::move(survival_.events)},
        {"survival", "", "share that still waits", std::move(survival_.survival)},
        {"standard_error", "", "Greenwood", std::move(survival_.standard_error)}}});
  outcome.tables.push_back(
      {"log_rank",
       "Do the groups differ in when they take the item up",
       {{"item", "", "", std::move(log_rank_.item)},
        {"dates", "", "exact, or read as early or as late as possible", std::move(log_rank_.dates)},
        {"groups", "", "compared", std::move(log_rank_.groups)},
        {"chi_square", "", "of the log-rank test", std::move(log_rank_.chi_square)},
        {"degrees_of_freedom", "", "", std::move(log_rank_.degrees_of_freedom)},
        {"p_value", "", "if the groups do not differ", std::move(log_rank_.p_value)}}});
  outcome.tables.push_back(
      {"items",
       "What is known of each item",
       {{"item", "", "", std::move(items_.item)},
        {"opened", "", "when its clock starts", std::move(items_.opened)},
        {"adopters", "actors", "that took it up", std::move(items_.adopters)},
        {"exact", "actors", "of them, on a known day", std::move(items_.exact)},
        {"waiting", "actors", "seen not to have taken it up", std::move(items_.waiting)},
        {"unseen", "actors", "of whom nothing is known", std::move(items_.unseen)},
        {"impossible", "actors", "that could not", std::move(items_.impossible)}}});
  outcome.tables.push_back({"unknown_dates",
                            "Adoptions of which no single day is known",
                            {{"actor", "", "", std::move(unknown_.actor)},
                             {"item", "", "", std::move(unknown_.item)},
                             {"earliest", "", "blank: no bound", std::move(unknown_.earliest)},
                             {"latest", "", "blank: no bound", std::move(unknown_.latest)}}});
  return outcome;
}

// Without any groups all actors are one.
Expected<NodeGroups> groups_or_one(const View& view, const Options& options) {
  auto groups = node_groups(view, view.actor_count(), options);
  const bool named = options.partition || !options.attribute.empty();
  if (groups || named) return groups;
  return NodeGroups{
      "none, all actors are one", std::vector<std::uint32_t>(view.vertex_count(), 0), {"all"}, 0};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  std::int32_t observed = view.as_of().value_or(last_day(view));
  if (!options.observed.empty()) {
    const auto date = parse_date(options.observed);
    if (!date || date->last == after_all) {
      return error("P106", "parameter 'observed' is '" + options.observed + "', expected a date",
                   "2018, 2018-11 or 2018-11-12; its last day counts");
    }
    observed = date->last.number;
  }
  const auto groups = groups_or_one(view, options);
  if (!groups) return groups.error();
  Tables tables(view, *groups, observed);
  for (const ItemHistory& history : item_histories(view, observed)) {
    context.check_stop();
    tables.add(history);
  }
  return std::move(tables).finish();
}

}  // namespace

Analysis adoption() {
  return {
      .method = {.id = "adoption",
                 .title = "Adoption over time",
                 .formula = "S(t) = product over days s <= t of (1 - adoptions_s / at_risk_s); "
                            "log-rank test between groups",
                 .convention = "clock from the item's first day; late entry when an actor comes "
                               "into being, right censoring at the end of the observation; dates "
                               "with bounds are read both ways; no survival of groups with cells "
                               "that could not be seen",
                 .cost = "O(actors items + adoptions log adoptions)",
                 .citations = {{"E. L. Kaplan and P. Meier (1958), Nonparametric estimation from "
                                "incomplete observations, Journal of the American Statistical "
                                "Association 53",
                                "10.1080/01621459.1958.10501452"},
                               {"N. Mantel (1966), Evaluation of survival data and two new rank "
                                "order statistics arising in its consideration, Cancer "
                                "Chemotherapy Reports 50",
                                ""}}},
      .needs = {.two_mode = true, .endorsements = true, .days = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::time
