// SPDX-License-Identifier: Apache-2.0
#include "engine/study/comparison.hpp"
#include "engine/study/table_rows.hpp"

namespace entente {
namespace {

using Whole = std::int64_t;
const std::string words{};
constexpr Whole number{};
constexpr double real{};

std::string id_of(const KnowledgeGraph& graph, NodeId node) { return std::string(graph.id(node)); }
std::string label_of(const KnowledgeGraph& graph, NodeId node) {
  return std::string(graph.label(node));
}
Whole stance_of(Stance stance) { return stance == no_stance ? no_integer : Whole{stance}; }
std::string certainty(bool certain) { return certain ? "certain" : "possible"; }

std::string ids_of(const KnowledgeGraph& graph, const std::vector<ClaimId>& claims) {
  std::string text;
  for (const ClaimId claim : claims)
    text += (text.empty() ? "" : "|") + std::string(graph.text(graph.claim(claim).id));
  return text;
}

Table changes_table(const KnowledgeGraph& graph, const StanceChanges& found) {
  TableRows rows("changes", "Who joined, who left, who turned, between the two days",
                 {{"actor", words},
                  {"label", words},
                  {"item", words},
                  {"item_label", words},
                  {"change", words},
                  {"certainty", words},
                  {"when", words},
                  {"before", number},
                  {"after", number},
                  {"recorded", words},
                  {"claims", words}});
  for (const StanceChange& change : found.changes) {
    rows.add({id_of(graph, change.actor), label_of(graph, change.actor), id_of(graph, change.item),
              label_of(graph, change.item), std::string(word(change.what)),
              certainty(change.certain), to_text(change.when), stance_of(change.before),
              stance_of(change.after), to_text(change.recorded), ids_of(graph, change.claims)});
  }
  return std::move(rows).take();
}

Table items_table(const KnowledgeGraph& graph, const StanceChanges& found) {
  TableRows rows("items", "Supporters on both days, and what happened between them",
                 {{"item", words},
                  {"label", words},
                  {"before", number},
                  {"possible_before", number},
                  {"after", number},
                  {"possible_after", number},
                  {"joined", number},
                  {"possibly_joined", number},
                  {"left", number},
                  {"possibly_left", number},
                  {"turned", number},
                  {"learned", number}});
  for (const ItemChange& item : found.items) {
    rows.add({id_of(graph, item.item), label_of(graph, item.item), Whole{item.before},
              Whole{item.possible_before}, Whole{item.after}, Whole{item.possible_after},
              Whole{item.joined}, Whole{item.possibly_joined}, Whole{item.left},
              Whole{item.possibly_left}, Whole{item.turned}, Whole{item.learned}});
  }
  return std::move(rows).take();
}

Table learned_table(const KnowledgeGraph& graph, const StanceChanges& found) {
  TableRows rows("learned", "New evidence: what was recorded between the days about the first one",
                 {{"actor", words},
                  {"label", words},
                  {"item", words},
                  {"item_label", words},
                  {"certainty", words},
                  {"when", words},
                  {"thought", number},
                  {"known", number},
                  {"recorded", words},
                  {"claims", words}});
  for (const Learned& learned : found.learned) {
    rows.add({id_of(graph, learned.actor), label_of(graph, learned.actor),
              id_of(graph, learned.item), label_of(graph, learned.item), certainty(learned.certain),
              to_text(learned.when), stance_of(learned.before), stance_of(learned.after),
              to_text(learned.recorded), ids_of(graph, learned.claims)});
  }
  return std::move(rows).take();
}

Table roll_calls_table(const KnowledgeGraph& graph, const StanceChanges& found) {
  TableRows rows("roll_calls", "Votes between the two days",
                 {{"item", words},
                  {"label", words},
                  {"when", words},
                  {"yes", number},
                  {"abstained", number},
                  {"no", number}});
  for (const RollCall& call : found.roll_calls) {
    rows.add({id_of(graph, call.item), label_of(graph, call.item), to_text(call.when),
              Whole{call.yes}, Whole{call.abstained}, Whole{call.no}});
  }
  return std::move(rows).take();
}

Table recorded_table(const StanceChanges& found) {
  TableRows rows("recorded", "Claims of stances recorded between the days, by when they began",
                 {{"began", words}, {"claims", number}});
  const RecordedClaims& count = found.recorded;
  for (const auto& [began, claims] :
       std::vector<std::pair<const char*, std::uint64_t>>{{"between the days", count.between},
                                                          {"perhaps between them", count.possibly},
                                                          {"before the first", count.before},
                                                          {"after the second", count.after},
                                                          {"on an unknown day", count.undated},
                                                          {"corrected", count.corrected}}) {
    rows.add({std::string(began), static_cast<Whole>(claims)});
  }
  return std::move(rows).take();
}

// "2|3", counted from 1.
std::string numbers(const std::vector<std::uint32_t>& groups) {
  std::string text;
  for (const std::uint32_t group : groups)
    text += (text.empty() ? "" : "|") + std::to_string(group + 1);
  return text;
}

}  // namespace

std::vector<Table> group_tables(const ViewGroups& before, const ViewGroups& after,
                                const GroupChanges& changes) {
  TableRows groups("groups", "Groups on both sides; split into and merged from those of the other",
                   {{"side", words},
                    {"group", number},
                    {"label", words},
                    {"size", number},
                    {"stability", real},
                    {"p_value", real},
                    {"split_into", words},
                    {"merged_from", words}});
  const auto add = [&](const char* side, const ViewGroups& found,
                       const std::vector<std::vector<std::uint32_t>>& parts, bool splits) {
    if (!found.coalitions) return;
    for (std::size_t g = 0; g < found.coalitions->coalitions.size(); ++g) {
      const Coalition& coalition = found.coalitions->coalitions[g];
      const std::string of = g < parts.size() ? numbers(parts[g]) : std::string();
      groups.add({std::string(side), static_cast<Whole>(g + 1), found.names[g],
                  static_cast<Whole>(coalition.members.size()), coalition.stability,
                  coalition.p_value, splits ? of : std::string(), splits ? std::string() : of});
    }
  };
  add("before", before, changes.splits, true);
  add("after", after, changes.merges, false);
  TableRows flows("flows", "How many members went from which group to which",
                  {{"from", number}, {"to", number}, {"members", number}});
  for (const GroupFlow& flow : changes.flows)
    flows.add({Whole{flow.from} + 1, Whole{flow.to} + 1, Whole{flow.members}});
  TableRows movers("movers", "Who did not go where most of its group went",
                   {{"node", words},
                    {"label", words},
                    {"from", number},
                    {"to", number},
                    {"confidence_before", real},
                    {"confidence_after", real}});
  for (const Mover& mover : changes.movers) {
    movers.add({mover.actor, mover.label, Whole{mover.from} + 1, Whole{mover.to} + 1,
                mover.confidence_before, mover.confidence_after});
  }
  return {std::move(groups).take(), std::move(flows).take(), std::move(movers).take()};
}

std::vector<Table> comparison_tables(const KnowledgeGraph& graph, const Comparison& comparison) {
  std::vector<Table> tables{
      changes_table(graph, comparison.stances), items_table(graph, comparison.stances),
      learned_table(graph, comparison.stances), roll_calls_table(graph, comparison.stances),
      recorded_table(comparison.stances)};
  for (Table& table : group_tables(comparison.before, comparison.after, comparison.groups))
    tables.push_back(std::move(table));
  return tables;
}

}  // namespace entente
