// SPDX-License-Identifier: Apache-2.0
#include "engine/question/absentee.hpp"

#include <algorithm>
#include <map>

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/question/amounts.hpp"
#include "engine/question/evidence.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using bipartite::Incidence;

// Of the cells tested, how many would be beyond chance if all were empty.
std::uint64_t attainable_absences(const bipartite::BicmFit& fit, const TwoMode& core) {
  std::vector<double> p;
  const Incidence& table = fit.table();
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    if (core.answer[j] != Answer::support) continue;
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      if (table.known(i, j) && fit.probability(i, j) >= 0.5) p.push_back(1 - fit.probability(i, j));
    }
  }
  const auto q = statistics::adjusted(p);
  return static_cast<std::uint64_t>(
      std::count_if(q.begin(), q.end(), [](double value) { return value <= 0.05; }));
}

std::optional<std::uint32_t> position(const TwoMode& view, NodeId actor) {
  const auto first = view.node.begin(), last = first + view.view.actor_count();
  const auto found = std::lower_bound(first, last, actor);
  if (found == last || *found != actor) return std::nullopt;
  return static_cast<std::uint32_t>(found - first);
}

std::optional<std::uint32_t> item_position(const TwoMode& view, NodeId item) {
  const auto first = view.node.begin() + view.view.actor_count();
  const auto found = std::find(first, view.node.end(), item);
  if (found == view.node.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - first);
}

// By item: the coalition where most of its supporters are.
std::map<NodeId, std::uint32_t> homes(const ViewStudy& study) {
  std::map<NodeId, std::map<std::uint32_t, std::uint32_t>> counts;
  for (const Stand& stand : study.core.stands) {
    if (stand.stance != 1) continue;
    if (const auto actor = position(study.core, stand.actor))
      ++counts[stand.item][study.coalitions->of_actor[*actor]];
  }
  std::map<NodeId, std::uint32_t> result;
  for (const auto& [item, by_coalition] : counts) {
    result[item] =
        std::max_element(by_coalition.begin(), by_coalition.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
  }
  return result;
}

// What the actor did in the roll calls that divide those named as absent, and who is most like it
// among the supporters.
void give_reasons(const Words& words, const ViewStudy& study, const NamedAbsentees& found,
                  std::uint32_t actor, Absentee& absentee) {
  const TwoMode& core = study.core;
  std::vector<std::string> deeds;
  for (const DividingVote& vote : found.votes) {
    for (const Vertex item : core.view.out(actor)) {
      if (core.node[item] != vote.vote || deeds.size() == 3) continue;
      deeds.push_back(words.deed(core, actor, item - core.view.actor_count(), true));
      absentee.reasons.push_back(vote.vote);
    }
  }
  absentee.because = deeds.empty() ? "a source names it as absent" : join(deeds);
  const auto item = item_position(core, absentee.item);
  if (!item) return;
  std::vector<std::string> names;
  for (const std::uint32_t peer : peers_of(Incidence(core.view), actor, *item))
    names.push_back(words.actor(core, peer));
  if (!names.empty()) absentee.because += "; most like " + join(names) + ", which support it";
}

}  // namespace

const char* side_word(Side side) noexcept {
  return side == Side::inside ? "inside" : side == Side::outside ? "outside" : "unplaced";
}

Expected<AbsenceStudy> study_absences(const Inquiry& inquiry, double level) {
  AbsenceStudy result;
  ViewStudy& study = result.study;
  study.all = project_two_mode(inquiry.graph, inquiry.projection);
  study.core = core_of(study.all, inquiry.graph);
  if (study.core.view.actor_count() < 3 || study.core.view.item_count() < 2) return result;
  if (const auto problem = too_large(study.core)) return *problem;
  const Incidence table(study.core.view);
  inquiry.context.report("coalitions", 0, 2);
  study.coalitions = find_coalitions(
      table, coalition_amounts(inquiry.context.effort, inquiry.brief), inquiry.context);
  result.beyond_chance = study.coalitions->p_value <= level;
  inquiry.context.report("absences", 1, 2);
  auto fit = bipartite::fit_bicm(table, inquiry.context.stop);
  if (!fit) return fit.error();
  result.fit = *std::move(fit);
  study.outliers = find_outliers(*result.fit, study.core.answer, 1, inquiry.context);
  result.attainable = attainable_absences(*result.fit, study.core);
  study.absentees = named_absentees(inquiry.graph, study.all, study.core, *study.coalitions);
  return result;
}

std::vector<Absentee> absentees_of(const KnowledgeGraph& graph, const AbsenceStudy& found) {
  const ViewStudy& study = found.study;
  const Words words(graph);
  const auto home = homes(study);
  const Incidence& table = found.fit->table();
  std::vector<Absentee> result;
  const auto place = [&](Absentee& absentee) {
    const auto actor = position(study.core, absentee.actor);
    const auto at = home.find(absentee.item);
    if (!actor || at == home.end() || !found.beyond_chance) return;
    absentee.confidence = study.coalitions->confidence[*actor];
    absentee.side = study.coalitions->of_actor[*actor] == at->second ? Side::inside : Side::outside;
  };
  std::map<std::pair<NodeId, NodeId>, const AbsenceFinding*> expected;
  for (const AbsenceFinding& absence : study.outliers.absences) {
    expected[{study.core.node[absence.actor],
              study.core.node[study.core.view.actor_count() + absence.item]}] = &absence;
  }
  const auto weigh = [&](Absentee& absentee, const AbsenceFinding& absence) {
    absentee.expected = absence.probability;
    absentee.p_value = absence.p_value;
    absentee.q_value = absence.q_value;
    absentee.because = words.because(study.core, absence);
    absentee.reasons.clear();
    for (const std::uint32_t item : absence.carried_by)
      absentee.reasons.push_back(study.core.node[study.core.view.actor_count() + item]);
  };
  for (const NamedAbsentees& named : study.absentees) {
    for (const auto* side : {&named.inside, &named.outside, &named.unplaced}) {
      for (const NodeId actor : *side) {
        Absentee absentee{.actor = actor, .item = named.item, .named = true};
        place(absentee);
        if (const auto at = position(study.core, actor)) {
          give_reasons(words, study, named, *at, absentee);
          const auto item = item_position(study.core, named.item);
          if (item && table.known(*at, *item)) {
            absentee.expected = found.fit->probability(*at, *item);
            absentee.p_value = 1 - absentee.expected;
          }
        }
        const auto known = expected.find({actor, named.item});
        if (known != expected.end()) {
          weigh(absentee, *known->second);
          expected.erase(known);
        }
        result.push_back(std::move(absentee));
      }
    }
  }
  for (const AbsenceFinding& absence : study.outliers.absences) {
    const NodeId actor = study.core.node[absence.actor];
    const NodeId item = study.core.node[study.core.view.actor_count() + absence.item];
    if (!expected.contains({actor, item})) continue;
    Absentee absentee{.actor = actor, .item = item};
    place(absentee);
    weigh(absentee, absence);
    result.push_back(std::move(absentee));
  }
  return result;
}

}  // namespace entente::question
