// SPDX-License-Identifier: Apache-2.0
#include "engine/study/study.hpp"

#include <algorithm>

#include "engine/bipartite/butterflies.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/statistics/against_draws.hpp"
#include "engine/study/amounts.hpp"
#include "engine/study/cautions.hpp"
#include "engine/study/sensitivity.hpp"

namespace entente {
namespace {

using bipartite::Incidence;

Structure test_structure(const Incidence& table, std::uint32_t draws, const Context& context) {
  Structure structure;
  structure.draws = draws;
  structure.butterflies = static_cast<double>(bipartite::butterfly_count(table));
  std::vector<double> null(draws);
  bipartite::for_each_sample(table, context.rng("structure"),
                             {.samples = draws, .threads = context.threads, .stop = context.stop},
                             [&](std::size_t sample, const Incidence& drawn) {
                               null[sample] =
                                   static_cast<double>(bipartite::butterfly_count(drawn));
                             });
  const auto at = statistics::against_draws(structure.butterflies, null);
  structure.null_mean = at.mean;
  structure.null_sd = at.sd;
  structure.p_upper = at.p_upper;
  structure.p_lower = at.p_lower;
  return structure;
}

Expected<ViewStudy> study_view(const KnowledgeGraph& graph, const Projection& projection,
                               const Context& context) {
  const Amounts amounts = amounts_of(context.effort);
  ViewStudy study;
  study.all = project_two_mode(graph, projection);
  study.core = core_of(study.all, graph);
  for (std::uint32_t v = 0; v < study.all.view.actor_count(); ++v) {
    if (study.all.stand_count[v] == 1) study.leaves.push_back(v);
  }
  auto measures = measure_actors(study.all.view, context);
  if (!measures) return measures.error();
  study.measures = *std::move(measures);
  if (!is_small(study.core)) {
    const Incidence table(study.core.view);
    context.report(projection.name + ": structure", 0, 4);
    study.structure = test_structure(table, amounts.butterfly_draws, context);
    context.report(projection.name + ": coalitions", 1, 4);
    study.coalitions = find_coalitions(table, amounts.coalitions, context);
    context.report(projection.name + ": pairs", 2, 4);
    auto backbone = find_backbone(table, context);
    if (!backbone) return backbone.error();
    study.backbone = *std::move(backbone);
    context.report(projection.name + ": outliers", 3, 4);
    const auto fit = bipartite::fit_bicm(table, context.stop);
    if (!fit) return fit.error();
    study.outliers = find_outliers(*fit, study.core.answer, amounts.bootstrap, context);
    if (has_coalitions(study))
      study.absentees = named_absentees(graph, study.all, study.core, *study.coalitions);
  }
  study.cautions = cautions(graph, study);
  return study;
}

// How well the states' coalitions agree with those under the other reading of the dates.
std::optional<double> agreement_of_dates(const ViewStudy& view) {
  for (const Headline& headline : view.sensitivity) {
    if (headline.kind != HeadlineKind::same_coalitions) continue;
    for (const Trial& trial : headline.trials) {
      if (trial.kind == "dates") return trial.value;
    }
  }
  return std::nullopt;
}

// A view of the study: its kinds of actor, where the study does not leave them out.
Projection view_of(const Projection& study, const Projection& view) {
  Projection result = study;
  result.name = view.name;
  if (study.actor_kinds.empty()) {
    result.actor_kinds = view.actor_kinds;
  } else if (!view.actor_kinds.empty()) {
    std::erase_if(result.actor_kinds, [&](const std::string& kind) {
      return std::find(view.actor_kinds.begin(), view.actor_kinds.end(), kind) ==
             view.actor_kinds.end();
    });
    if (result.actor_kinds.empty()) result.actor_kinds = {"none"};
  }
  return result;
}

}  // namespace

bool has_coalitions(const ViewStudy& view) noexcept {
  return view.coalitions && view.coalitions->p_value <= 0.05;
}

Expected<Study> run_study(const KnowledgeGraph& graph, const Projection& projection,
                          const Context& context) {
  Study study;
  study.projection = projection;
  study.day = projection.as_of.value_or(graph.snapshot());
  study.projection.as_of = study.day;
  for (const Projection& view :
       {states_projection(), companies_projection(), actors_projection()}) {
    auto found = study_view(graph, view_of(study.projection, view), context);
    if (!found) return found.error();
    study.views.push_back(*std::move(found));
  }
  ViewStudy& actors = study.views.back();
  actors.brokers = find_brokers(actors.all, actors.measures.of("two_mode_betweenness"));
  const SensitivityOptions other_choices = amounts_of(context.effort).sensitivity;
  for (ViewStudy& view : study.views) {
    auto sensitivity = find_sensitivity(graph, view, other_choices, context);
    if (!sensitivity) return sensitivity.error();
    view.sensitivity = *std::move(sensitivity);
    if (&view == &actors || !has_coalitions(view)) continue;
    context.report(view.all.projection.name + ": other methods", 0, 1);
    view.opinions =
        second_opinions(view.core.view, Incidence(view.core.view), *view.coalitions, context);
  }
  study.agreement_of_date_choices = agreement_of_dates(study.views.front());
  return study;
}

}  // namespace entente
