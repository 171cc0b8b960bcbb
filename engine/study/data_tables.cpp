// SPDX-License-Identifier: Apache-2.0
#include "engine/study/data_tables.hpp"

#include <algorithm>
#include <map>

#include "engine/study/table_rows.hpp"
#include "engine/study/timeline.hpp"

namespace entente {

Table stances_table(const KnowledgeGraph& graph, const TwoMode& view) {
  TableRows rows("stances",
                 "Stances on the day; no stance where a source only says that there was none",
                 {{"node", std::string{}},
                  {"item", std::string{}},
                  {"stance", std::int64_t{}},
                  {"only_possible", std::int64_t{}},
                  {"claims", std::string{}}});
  for (const Stand& stand : view.stands) {
    std::string claims;
    for (std::uint32_t c = stand.first_claim; c < stand.last_claim; ++c) {
      if (!claims.empty()) claims += '|';
      claims += graph.text(graph.claim(view.claims[c]).id);
    }
    rows.add({std::string(graph.id(stand.actor)), std::string(graph.id(stand.item)),
              stand.stance == no_stance ? no_integer : std::int64_t{stand.stance},
              std::int64_t{stand.only_possible}, std::move(claims)});
  }
  return std::move(rows).take();
}

Table agreements_table(const KnowledgeGraph& graph, const TwoMode& view) {
  TableRows rows("agreements",
                 "Every agreement and roll call: who took which stance, and what could be seen",
                 {{"node", std::string{}},
                  {"label", std::string{}},
                  {"kind", std::string{}},
                  {"actor_kind", std::string{}},
                  {"in_favour", std::int64_t{}},
                  {"of_these_only_possible", std::int64_t{}},
                  {"abstained_or_declined", std::int64_t{}},
                  {"against", std::int64_t{}},
                  {"named_absent", std::int64_t{}}});
  struct Count {
    std::int64_t favour = 0, possible = 0, neutral = 0, against = 0, absent = 0;
  };
  std::map<std::pair<NodeId, std::string>, Count> counts;
  for (const Stand& stand : view.stands) {
    Count& count = counts[{stand.item, std::string(graph.kind(stand.actor))}];
    if (stand.stance == no_stance) ++count.absent;
    if (stand.stance == 0) ++count.neutral;
    if (stand.stance == -1) ++count.against;
    if (stand.stance == 1) {
      ++count.favour;
      count.possible += stand.only_possible ? 1 : 0;
    }
  }
  for (const auto& [key, count] : counts) {
    const auto& [item, kind] = key;
    rows.add({std::string(graph.id(item)), std::string(graph.label(item)),
              std::string(graph.kind(item)), kind, count.favour, count.possible, count.neutral,
              count.against, count.absent});
  }
  return std::move(rows).take();
}

// Opinion does not enter the views; here is what is claimed of each principle and provision.
Table principles_table(const KnowledgeGraph& graph) {
  TableRows rows("principles", "Claims about the principles and provisions of the agreements",
                 {{"node", std::string{}},
                  {"label", std::string{}},
                  {"relation", std::string{}},
                  {"claims", std::int64_t{}},
                  {"actors", std::string{}}});
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const NodeId node{n};
    if (graph.kind(node) != "principle" && graph.kind(node) != "provision") continue;
    std::map<std::string, std::vector<std::string>> by_verb;
    for (const std::uint32_t c : graph.claims_of(node)) {
      const Claim& claim = graph.claims()[c];
      if (claim.object == node)
        by_verb[std::string(graph.text(claim.verb))].push_back(
            std::string(graph.id(claim.subject)));
    }
    for (auto& [verb, actors] : by_verb) {
      const auto claims = std::int64_t(actors.size());
      actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
      std::string list;
      for (const std::string& actor : actors) list += (list.empty() ? "" : "|") + actor;
      rows.add({std::string(graph.id(node)), std::string(graph.label(node)), verb, claims, list});
    }
  }
  return std::move(rows).take();
}

Table timeline_table(const KnowledgeGraph& graph, const TwoMode& view) {
  TableRows rows("timeline",
                 "Supporters by day: certain, and possible on some reading of the dates",
                 {{"object", std::string{}},
                  {"label", std::string{}},
                  {"day", std::string{}},
                  {"certain", std::int64_t{}},
                  {"possible", std::int64_t{}}});
  for (const Adoption& step : adoption(graph, view)) {
    rows.add({std::string(graph.id(step.item)), std::string(graph.label(step.item)),
              to_text(step.day), std::int64_t(step.certain), std::int64_t(step.possible)});
  }
  return std::move(rows).take();
}

}  // namespace entente
