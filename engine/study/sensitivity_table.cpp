// SPDX-License-Identifier: Apache-2.0
#include "engine/study/sensitivity_table.hpp"

#include "engine/study/table_rows.hpp"

namespace entente {
namespace {

std::string name_of(HeadlineKind kind) {
  switch (kind) {
    case HeadlineKind::beyond_chance:
      return "beyond-chance";
    case HeadlineKind::same_coalitions:
      return "same-coalitions";
    case HeadlineKind::absentees:
      return "absentees";
    case HeadlineKind::absences:
      return "absences";
    case HeadlineKind::unusual:
      return "unusual";
    case HeadlineKind::brokers:
      return "brokers";
  }
  return {};
}

}  // namespace

Table sensitivity_table(const KnowledgeGraph& graph, const Study& study) {
  TableRows rows(
      "sensitivity",
      "Whether a headline survives another reasonable choice; value: p of beyond-chance, of the "
      "least expected of the absences and of the unusual actor, the share of the brokers that is "
      "left, else the adjusted Rand index of the coalitions",
      {{"view", std::string{}},
       {"headline", std::string{}},
       {"object", std::string{}},
       {"kind", std::string{}},
       {"choice", std::string{}},
       {"survives", std::int64_t{}},
       {"value", double{}}});
  for (const ViewStudy& view : study.views) {
    for (const Headline& headline : view.sensitivity) {
      const bool of_node =
          headline.kind == HeadlineKind::absentees || headline.kind == HeadlineKind::unusual;
      for (const Trial& trial : headline.trials) {
        rows.add({view.all.projection.name, name_of(headline.kind),
                  of_node ? std::string(graph.id(headline.item)) : std::string(), trial.kind,
                  trial.choice, std::int64_t{trial.survives ? 1 : 0}, trial.value});
      }
    }
  }
  return std::move(rows).take();
}

}  // namespace entente
