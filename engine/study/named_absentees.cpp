// SPDX-License-Identifier: Apache-2.0
#include "engine/study/named_absentees.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "engine/model/roll_call.hpp"

namespace entente {
namespace {

// Answers of a set of actors to each roll call, counted: yes, no, abstained.
using Tally = std::array<std::uint32_t, 3>;

std::map<NodeId, Tally> tallies(const KnowledgeGraph& graph, const TwoMode& view,
                                const std::vector<NodeId>& actors) {
  std::map<NodeId, Tally> result;
  for (const Stand& stand : view.stands) {
    if (graph.kind(stand.item) != "vote" || stand.stance == no_stance) continue;
    if (std::find(actors.begin(), actors.end(), stand.actor) == actors.end()) continue;
    ++result[stand.item][stand.stance > 0 ? 0 : stand.stance < 0 ? 1 : 2];
  }
  return result;
}

std::uint32_t total(const Tally& tally) { return tally[0] + tally[1] + tally[2]; }

// The answer of more than half of those that voted.
std::optional<Answer> majority(const Tally& tally) {
  if (2 * tally[0] > total(tally)) return Answer::yes;
  if (2 * tally[1] > total(tally)) return Answer::no;
  return std::nullopt;
}

std::vector<DividingVote> dividing_votes(const KnowledgeGraph& graph, const TwoMode& core,
                                         const NamedAbsentees& found,
                                         const std::vector<NodeId>& home_members) {
  const auto inside = tallies(graph, core, found.inside);
  const auto outside = tallies(graph, core, found.outside);
  const auto home = tallies(graph, core, home_members);
  std::vector<DividingVote> votes;
  for (const auto& [vote, in] : inside) {
    const auto out = outside.find(vote);
    const auto at_home = home.find(vote);
    if (out == outside.end() || at_home == home.end()) continue;
    const auto in_says = majority(in), out_says = majority(out->second),
               home_says = majority(at_home->second);
    if (!in_says || !out_says || in_says == out_says || in_says != home_says) continue;
    const auto answered = [](const Tally& tally, Answer answer) {
      return tally[answer == Answer::yes ? 0 : 1];
    };
    votes.push_back({vote, *in_says, *out_says, answered(in, *in_says), total(in),
                     answered(out->second, *out_says), total(out->second),
                     answered(at_home->second, *in_says), total(at_home->second)});
  }
  return votes;
}

}  // namespace

std::vector<NamedAbsentees> named_absentees(const KnowledgeGraph& graph, const TwoMode& all,
                                            const TwoMode& core, const Coalitions& coalitions) {
  std::map<NodeId, std::vector<NodeId>> absent;
  for (const Stand& stand : all.stands) {
    const bool refusal = stand.stance == no_stance || stand.stance == 0;
    if (refusal && !is_roll_call(graph, stand.item)) absent[stand.item].push_back(stand.actor);
  }
  std::map<NodeId, std::uint32_t> coalition;
  for (Vertex v = 0; v < core.view.actor_count(); ++v)
    coalition[core.node[v]] = coalitions.of_actor[v];
  std::vector<NamedAbsentees> result;
  for (const auto& [item, actors] : absent) {
    NamedAbsentees found;
    found.item = item;
    std::vector<std::uint32_t> signed_by(coalitions.coalitions.size(), 0);
    for (const Stand& stand : all.stands) {
      const auto at = coalition.find(stand.actor);
      if (stand.item != item || stand.stance != 1 || at == coalition.end()) continue;
      ++found.signatories;
      found.only_possible += stand.only_possible ? 1 : 0;
      ++signed_by[at->second];
    }
    if (found.signatories == 0) continue;
    found.home = static_cast<std::uint32_t>(std::max_element(signed_by.begin(), signed_by.end()) -
                                            signed_by.begin());
    found.signatories_in_home = signed_by[found.home];
    for (const NodeId actor : actors) {
      const auto at = coalition.find(actor);
      (at == coalition.end()      ? found.unplaced
       : at->second == found.home ? found.inside
                                  : found.outside)
          .push_back(actor);
    }
    std::vector<NodeId> members;
    for (const std::uint32_t v : coalitions.coalitions[found.home].members)
      members.push_back(core.node[v]);
    found.votes = dividing_votes(graph, core, found, members);
    result.push_back(std::move(found));
  }
  return result;
}

}  // namespace entente
