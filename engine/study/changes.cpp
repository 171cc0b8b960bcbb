// SPDX-License-Identifier: Apache-2.0
#include "engine/study/changes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "engine/model/roll_call.hpp"
#include "engine/projection/cells.hpp"

namespace entente {
namespace {

// Whether a stance is held by a reading: Held::possibly where every claim for it only possibly
// does.
Held level(const Reading& reading, Stance stance) {
  if (!reading.known || reading.stance != stance) return Held::no;
  return reading.only_possible ? Held::possibly : Held::certainly;
}

class Comparison {
 public:
  Comparison(const KnowledgeGraph& graph, const Projection& projection, Day from, Day to)
      : graph_(graph) {
    result_.projection = projection;
    result_.from = from;
    result_.to = to;
    facts_ = projection;
    facts_.certain_dates = false;  // what is possible is told apart here
    then_ = now_ = facts_;
    then_.known_by = std::min(from, projection.known_by.value_or(from));
    now_.known_by = std::min(to, projection.known_by.value_or(to));
  }

  StanceChanges run() && {
    for (std::uint32_t n = 0; n < graph_.nodes().size(); ++n) {
      const NodeId actor{n};
      if (graph_.schema().role(graph_.kind(actor)) != Role::actor) continue;
      if (looks_at(graph_, actor, result_.projection)) compare_claims_of(actor);
    }
    for (auto& [item, change] : items_) result_.items.push_back(change);
    for (auto& [item, call] : roll_calls_) result_.roll_calls.push_back(call);
    const auto by_place = [](const auto& a, const auto& b) {
      return std::tuple(!a.certain, a.item, a.actor) < std::tuple(!b.certain, b.item, b.actor);
    };
    std::sort(result_.changes.begin(), result_.changes.end(), by_place);
    std::sort(result_.learned.begin(), result_.learned.end(), by_place);
    std::stable_sort(result_.roll_calls.begin(), result_.roll_calls.end(),
                     [](const RollCall& a, const RollCall& b) { return a.when < b.when; });
    return std::move(result_);
  }

 private:
  using Claims = std::vector<std::uint32_t>;

  void compare_claims_of(NodeId actor) {
    std::vector<std::pair<NodeId, std::uint32_t>> met;
    for (const std::uint32_t position : graph_.claims_of(actor)) {
      const Claim& claim = graph_.claims()[position];
      if (claim.subject != actor || graph_.schema().role(graph_.kind(claim.object)) != Role::item)
        continue;
      if (!looks_at(graph_, claim.object, result_.projection)) continue;
      count_recorded(ClaimId{position});
      met.emplace_back(claim.object, position);
    }
    std::sort(met.begin(), met.end());
    Claims claims;
    for (std::size_t at = 0; at < met.size();) {
      const NodeId item = met[at].first;
      claims.clear();
      for (; at < met.size() && met[at].first == item; ++at) claims.push_back(met[at].second);
      if (votes_on(item)) {
        compare_votes(item, claims);
      } else {
        compare_stances(actor, item, claims);
      }
    }
  }

  // Asked once for each item, since it looks at all of its claims.
  bool votes_on(NodeId item) {
    const auto [found, is_new] = is_vote_.emplace(item, false);
    if (is_new) found->second = is_roll_call(graph_, item);
    return found->second;
  }

  void count_recorded(ClaimId id) {
    const Claim& claim = graph_.claim(id);
    if (claim.stance == no_stance || is_without(graph_, claim, facts_)) return;
    const auto between = [&](Day day) { return day > *then_.known_by && day <= *now_.known_by; };
    if (const auto by = graph_.replaced_by(id)) {
      if (between(graph_.claim(*by).recorded.last)) ++result_.recorded.corrected;
    }
    if (!between(claim.recorded.last)) return;
    RecordedClaims& count = result_.recorded;
    const DateSpan from = claim.from;
    ++(from.blank()                                           ? count.undated
       : from.last <= result_.from                            ? count.before
       : from.first > result_.to                              ? count.after
       : from.first > result_.from && from.last <= result_.to ? count.between
                                                              : count.possibly);
  }

  // Nothing of an item that is yet to come.
  Reading read(const Claims& claims, const Projection& projection, Day day) const {
    const NodeId item = graph_.claims()[claims.front()].object;
    if (graph_.node(item).from.first > day) return {};
    return read_pair(graph_, claims, projection, day);
  }

  void compare_votes(NodeId item, const Claims& claims) {
    const Reading after = read(claims, facts_, result_.to);
    if (!after.known || after.stance == no_stance) return;
    if (read(claims, facts_, result_.from).known) return;
    RollCall& call = roll_calls_[item];
    call.item = item;
    call.when = graph_.claim(after.claims.front()).from;
    ++(after.stance > 0 ? call.yes : after.stance < 0 ? call.no : call.abstained);
  }

  // When a stance began: any one claim proves it.
  DateSpan began(const std::vector<ClaimId>& claims) const {
    DateSpan when = graph_.claim(claims.front()).from;
    for (const ClaimId id : claims) {
      when.first = std::min(when.first, graph_.claim(id).from.first);
      when.last = std::min(when.last, graph_.claim(id).from.last);
    }
    return when;
  }

  Day first_recorded(const std::vector<ClaimId>& claims) const {
    Day day = after_all;
    for (const ClaimId id : claims) day = std::min(day, graph_.claim(id).recorded.last);
    return day;
  }

  void add(NodeId actor, NodeId item, Happened what, const Reading& before, const Reading& after,
           bool certain) {
    if (result_.projection.certain_dates && !certain) return;
    const bool ended = what == Happened::left;
    const auto& claims = ended && after.claims.empty() ? before.claims : after.claims;
    result_.changes.push_back(
        {.actor = actor,
         .item = item,
         .what = what,
         .before = before.stance,
         .after = after.stance,
         .certain = certain,
         .when = ended ? graph_.claim(before.claims.front()).until : began(after.claims),
         .recorded = first_recorded(claims),
         .claims = claims});
    ItemChange& change = items_[item];
    ++(what == Happened::turned ? change.turned
       : ended                  ? (certain ? change.left : change.possibly_left)
                                : (certain ? change.joined : change.possibly_joined));
  }

  void compare_stances(NodeId actor, NodeId item, const Claims& claims) {
    const Reading before = read(claims, facts_, result_.from),
                  after = read(claims, facts_, result_.to);
    learn(actor, item, claims);
    const Held then = level(before, 1), now = level(after, 1);
    if (then != Held::no || now != Held::no) {
      ItemChange& change = items_[item];
      change.item = item;
      if (then != Held::no) ++(then == Held::certainly ? change.before : change.possible_before);
      if (now != Held::no) ++(now == Held::certainly ? change.after : change.possible_after);
    }
    const Stance stance = after.known ? after.stance : no_stance;
    const bool had = before.known && before.stance != no_stance;
    if (stance == no_stance) {
      if (level(before, 1) != Held::no)
        add(actor, item, Happened::left, before, after, !before.only_possible);
      return;
    }
    const Held held_before = level(before, stance), held_after = level(after, stance);
    if (held_before == Held::certainly) {
      if (stance == 1 && held_after == Held::possibly)
        add(actor, item, Happened::left, before, after, false);
      return;
    }
    const bool other = had && before.stance != stance;
    if (!other && stance != 1) return;  // a refusal alone: nobody joined
    const bool certain = held_before == Held::no && held_after == Held::certainly &&
                         !(other && before.only_possible);
    if (other) items_[item].item = item;
    add(actor, item, other ? Happened::turned : Happened::joined, before, after, certain);
  }

  // About the first day.
  void learn(NodeId actor, NodeId item, const Claims& claims) {
    const Reading before = read(claims, then_, result_.from),
                  after = read(claims, now_, result_.from);
    if (before.known == after.known && before.stance == after.stance) return;
    if (result_.projection.certain_dates && after.only_possible) return;
    const auto& behind = after.claims.empty() ? before.claims : after.claims;
    items_[item].item = item;
    ++items_[item].learned;
    result_.learned.push_back({.actor = actor,
                               .item = item,
                               .known_before = before.known,
                               .known_after = after.known,
                               .before = before.stance,
                               .after = after.stance,
                               .certain = !after.only_possible,
                               .when = began(behind),
                               .recorded = first_recorded(behind),
                               .claims = behind});
  }

  const KnowledgeGraph& graph_;
  Projection facts_, then_, now_;
  StanceChanges result_;
  std::map<NodeId, ItemChange> items_;
  std::map<NodeId, RollCall> roll_calls_;
  std::map<NodeId, bool> is_vote_;
};

}  // namespace

const char* word(Happened what) noexcept {
  constexpr const char* words[] = {"joined", "left", "turned"};
  return words[static_cast<std::size_t>(what)];
}

StanceChanges find_stance_changes(const KnowledgeGraph& graph, const Projection& projection,
                                  Day from, Day to) {
  return Comparison(graph, projection, from, to).run();
}

}  // namespace entente
