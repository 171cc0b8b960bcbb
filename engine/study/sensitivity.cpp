// SPDX-License-Identifier: Apache-2.0
#include "engine/study/sensitivity.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/parallel.hpp"
#include "engine/study/agreement.hpp"
#include "engine/study/measures.hpp"

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
  std::vector<NodeId> lists(view.all.node.begin() + view.all.view.actor_count(),
                            view.all.node.end());
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

// The actor and the item of an absence, where one is unexpected.
using Absence = std::optional<std::pair<NodeId, NodeId>>;

Absence told_absence(const TwoMode& core, const Outliers& outliers) {
  const AbsenceFinding* const found = unexpected_absence(outliers);
  if (found == nullptr) return std::nullopt;
  return std::pair{core.node[found->actor], core.node[core.view.actor_count() + found->item]};
}

std::optional<NodeId> told_unusual(const TwoMode& core, const Outliers& outliers) {
  const UnusualFinding* const found = most_unusual(outliers);
  if (found == nullptr) return std::nullopt;
  return core.node[found->actor.actor];
}

std::set<NodeId> first_brokers(const TwoMode& view, const std::vector<Broker>& brokers) {
  std::set<NodeId> nodes;
  for (std::size_t k = 0; k < brokers.size() && k < brokers_told; ++k)
    nodes.insert(view.node[brokers[k].actor]);
  return nodes;
}

class Trials {
 public:
  Trials(const KnowledgeGraph& graph, const ViewStudy& view, const SensitivityOptions& options,
         const Context& context)
      : graph_(graph),
        view_(view),
        options_(options),
        context_(context),
        beyond_(has_coalitions(view)),
        division_(division_of(view.core, *view.coalitions)),
        places_(places(view.absentees)),
        absence_(told_absence(view.core, view.outliers)),
        brokers_(first_brokers(view.all, view.brokers)) {
    headlines_.push_back({HeadlineKind::beyond_chance, {}, {}});
    if (!brokers_.empty()) {
      headlines_.push_back({HeadlineKind::brokers, {}, {}});
      return;
    }
    if (beyond_) headlines_.push_back({HeadlineKind::same_coalitions, {}, {}});
    for (const auto& [item, sides] : places_) {
      if (!sides.first.empty() && !sides.second.empty())
        headlines_.push_back({HeadlineKind::absentees, item, {}});
    }
    if (!view.outliers.absences.empty()) headlines_.push_back({HeadlineKind::absences, {}, {}});
    if (const auto actor = told_unusual(view.core, view.outliers))
      headlines_.push_back({HeadlineKind::unusual, *actor, {}});
  }

  Expected<Sensitivity> run() {
    const auto all = choices(graph_, view_);
    constexpr std::size_t batch = 8;  // projected side by side, so as many are held at once
    std::vector<TwoMode> others(batch), cores(batch);
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (k % batch == 0) {
        for_chunks(context_.loop(std::min(batch, all.size() - k)),
                   [&](std::size_t at, std::size_t) {
                     others[at] = project_two_mode(graph_, all[k + at].projection);
                     cores[at] = core_of(others[at], graph_);
                   });
      }
      context_.report(view_.all.projection.name + ": other choices", static_cast<double>(k),
                      static_cast<double>(all.size()));
      const TwoMode &other = others[k % batch], &core = cores[k % batch];
      const std::optional<bipartite::Incidence> table =
          is_small(core) ? std::nullopt : std::optional<bipartite::Incidence>(core.view);
      try_coalitions(all[k], core, table);
      try_outliers(all[k], core, table);
      if (const auto failed = try_brokers(all[k], other)) return *failed;
    }
    return std::move(headlines_);
  }

 private:
  bool asked(HeadlineKind kind) const {
    return std::any_of(headlines_.begin(), headlines_.end(),
                       [&](const Headline& h) { return h.kind == kind; });
  }
  // Whether a choice changes what is seen, not only how coalitions are sought, and is asked of the
  // headlines that are not about coalitions.
  bool of_what_is_seen(const Choice& choice) const {
    if (choice.kind == list_left_out) return options_.draws_without_list > 0;
    return !choice.bicm && choice.resolution == 1;
  }
  void add(Headline& headline, const Choice& choice, bool survives, double value) {
    headline.trials.push_back({choice.kind, choice.name, survives, value});
  }

  void try_coalitions(const Choice& choice, const TwoMode& core,
                      const std::optional<bipartite::Incidence>& table) {
    const bool without_list = choice.kind == list_left_out;
    const bool divided = asked(HeadlineKind::same_coalitions);
    const std::uint32_t draws = without_list ? options_.draws_without_list : options_.draws;
    if (draws == 0 && !divided) return;
    Coalitions found;
    double ari = 0;
    Places there;
    if (table) {
      CoalitionOptions search{.restarts = divided ? options_.restarts : 1,
                              .restarts_of_draw = options_.restarts_of_draw,
                              .refine_draws = !without_list && options_.refine_draws,
                              .draws = draws,
                              .replicates = 0,
                              .resolution = choice.resolution};
      std::optional<bipartite::BicmFit> fit;
      if (choice.bicm) {
        if (auto fitted = bipartite::fit_bicm(*table, context_.stop)) fit = *std::move(fitted);
        if (!fit) return;  // the model has no answer here, so it says nothing
        search.bicm = &*fit;
      }
      found = find_coalitions(*table, search, context_);
      ari = agreement(division_, division_of(core, found)).value_or(1);
      there = places(named_absentees(graph_, view_.all, core, found));
    }
    for (Headline& headline : headlines_) {
      if (headline.kind == HeadlineKind::beyond_chance && draws > 0)
        add(headline, choice, (found.p_value <= 0.05) == beyond_, found.p_value);
      // The null model decides whether coalitions are shown, not which they are.
      if (choice.bicm) continue;
      if (headline.kind == HeadlineKind::same_coalitions) add(headline, choice, ari >= 0.8, ari);
      if (headline.kind == HeadlineKind::absentees) {
        const auto at = there.find(headline.item);
        add(headline, choice, at != there.end() && at->second == places_.at(headline.item), ari);
      }
    }
  }

  void try_outliers(const Choice& choice, const TwoMode& core,
                    const std::optional<bipartite::Incidence>& table) {
    if (!of_what_is_seen(choice)) return;
    const bool unusual = asked(HeadlineKind::unusual);
    if (!unusual && !asked(HeadlineKind::absences)) return;
    Outliers found;
    if (table) {
      const auto fit = bipartite::fit_bicm(*table, context_.stop);
      if (!fit) return;
      found = find_outliers(*fit, core.answer, unusual ? options_.unusual_draws : 1, context_);
    }
    for (Headline& headline : headlines_) {
      if (headline.kind == HeadlineKind::absences) {
        add(headline, choice, told_absence(core, found) == absence_,
            found.absences.empty() ? 1 : found.absences.front().p_value);
      }
      if (headline.kind == HeadlineKind::unusual) {
        add(headline, choice, told_unusual(core, found) == headline.item,
            found.unusual.empty() ? 1 : found.unusual.front().actor.p_value);
      }
    }
  }

  std::optional<Diagnostics> try_brokers(const Choice& choice, const TwoMode& other) {
    if (!of_what_is_seen(choice) || brokers_.empty()) return std::nullopt;
    const auto betweenness = measure_vertices(other.view, "two-mode-betweenness", context_);
    if (!betweenness) return betweenness.error();
    const auto there = first_brokers(other, find_brokers(other, *betweenness));
    const auto left = std::count_if(brokers_.begin(), brokers_.end(),
                                    [&](NodeId node) { return there.count(node) > 0; });
    for (Headline& headline : headlines_) {
      if (headline.kind == HeadlineKind::brokers)
        add(headline, choice, there == brokers_,
            static_cast<double>(left) / static_cast<double>(brokers_.size()));
    }
    return std::nullopt;
  }

  const KnowledgeGraph& graph_;
  const ViewStudy& view_;
  const SensitivityOptions& options_;
  const Context& context_;
  const bool beyond_;
  const Division division_;
  const Places places_;
  const Absence absence_;
  const std::set<NodeId> brokers_;
  Sensitivity headlines_;
};

}  // namespace

std::size_t Headline::survived() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(trials.begin(), trials.end(), [](const Trial& t) { return t.survives; }));
}

Expected<Sensitivity> find_sensitivity(const KnowledgeGraph& graph, const ViewStudy& view,
                                       const SensitivityOptions& options, const Context& context) {
  if (!view.coalitions) return Sensitivity{};
  return Trials(graph, view, options, context).run();
}

}  // namespace entente
