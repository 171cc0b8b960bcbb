// SPDX-License-Identifier: Apache-2.0
#include "engine/study/sensitivity.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/study/agreement.hpp"

namespace entente {
namespace {

// One other way to look at a view, or to search it.
struct Choice {
  std::string kind, name;
  Projection projection;
  double resolution = 1;
  bool bicm = false;
};

std::vector<Choice> choices(const KnowledgeGraph& graph, const ViewStudy& view) {
  const Projection& base = view.all.projection;
  std::vector<Choice> all;
  all.push_back({"null model", "bicm", base, 1, true});
  all.push_back({"resolution", "0.8", base, 0.8, false});
  all.push_back({"resolution", "1.25", base, 1.25, false});
  Projection dates = base;
  dates.certain_dates = !base.certain_dates;
  all.push_back({"dates", dates.certain_dates ? "certain" : "possible", dates, 1, false});
  Projection undisputed = base;
  undisputed.without_disputed = !base.without_disputed;
  all.push_back(
      {"disputed", undisputed.without_disputed ? "left out" : "counted", undisputed, 1, false});
  // A roll call is one list, whatever its answers.
  std::vector<NodeId> lists(view.core.node.begin() + view.core.view.actor_count(),
                            view.core.node.end());
  std::sort(lists.begin(), lists.end());
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  for (const NodeId out : lists) {
    Projection others = base;
    others.items.clear();
    for (std::uint32_t v = view.all.view.actor_count(); v < view.all.view.vertex_count(); ++v) {
      if (view.all.node[v] != out) others.items.emplace_back(graph.id(view.all.node[v]));
    }
    all.push_back({list_left_out, std::string(graph.id(out)), others, 1, false});
  }
  return all;
}

// Where the absentees of each agreement stand: inside, then outside.
using Places = std::map<NodeId, std::pair<std::set<NodeId>, std::set<NodeId>>>;

Places places(const std::vector<NamedAbsentees>& found) {
  Places result;
  for (const NamedAbsentees& absentees : found) {
    result[absentees.item] = {{absentees.inside.begin(), absentees.inside.end()},
                              {absentees.outside.begin(), absentees.outside.end()}};
  }
  return result;
}

}  // namespace

std::size_t Headline::survived() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(trials.begin(), trials.end(), [](const Trial& t) { return t.survives; }));
}

Sensitivity find_sensitivity(const KnowledgeGraph& graph, const ViewStudy& view,
                             const SensitivityOptions& options, const Context& context) {
  Sensitivity headlines;
  if (!view.coalitions) return headlines;
  const bool beyond = has_coalitions(view);
  headlines.push_back({HeadlineKind::beyond_chance, {}, {}});
  if (beyond) headlines.push_back({HeadlineKind::same_coalitions, {}, {}});
  const Places base = places(view.absentees);
  for (const auto& [item, sides] : base) {
    if (!sides.first.empty() && !sides.second.empty())
      headlines.push_back({HeadlineKind::absentees, item, {}});
  }
  const Division division = division_of(view.core, *view.coalitions);
  const auto all = choices(graph, view);
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Choice& choice = all[k];
    context.report(view.all.projection.name + ": other choices", static_cast<double>(k),
                   static_cast<double>(all.size()));
    const TwoMode core = core_of(project_two_mode(graph, choice.projection), graph);
    const std::uint32_t draws =
        choice.kind == list_left_out ? options.draws_without_list : options.draws;
    Coalitions other;
    double ari = 0;
    Places there;
    if (!is_small(core)) {
      const bipartite::Incidence table(core.view);
      CoalitionOptions search{.restarts = options.restarts,
                              .restarts_of_draw = options.restarts_of_draw,
                              .draws = draws,
                              .replicates = 0,
                              .resolution = choice.resolution};
      std::optional<bipartite::BicmFit> fit;
      if (choice.bicm) {
        if (auto fitted = bipartite::fit_bicm(table, context.stop)) fit = *std::move(fitted);
        if (!fit) continue;  // the model has no answer here, so it says nothing
        search.bicm = &*fit;
      }
      other = find_coalitions(table, search, context);
      ari = agreement(division, division_of(core, other)).value_or(1);
      there = places(named_absentees(graph, view.all, core, other));
    }
    for (Headline& headline : headlines) {
      // The null model decides whether coalitions are shown, not which they are.
      if (choice.bicm && headline.kind != HeadlineKind::beyond_chance) continue;
      Trial trial{choice.kind, choice.name, false, ari};
      switch (headline.kind) {
        case HeadlineKind::beyond_chance:
          if (draws == 0) continue;
          trial.value = other.p_value;
          trial.survives = (other.p_value <= 0.05) == beyond;
          break;
        case HeadlineKind::same_coalitions:
          trial.survives = ari >= 0.8;
          break;
        case HeadlineKind::absentees: {
          const auto found = there.find(headline.item);
          trial.survives = found != there.end() && found->second == base.at(headline.item);
          break;
        }
      }
      headline.trials.push_back(std::move(trial));
    }
  }
  return headlines;
}

}  // namespace entente
