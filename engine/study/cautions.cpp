// SPDX-License-Identifier: Apache-2.0
#include "engine/study/cautions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "engine/study/words.hpp"

namespace entente {
namespace {

struct ItemColumn {
  std::uint32_t favour = 0, possible = 0;
  std::uint64_t known = 0, unknown = 0;
};

// By agreement (principles and roll calls left out), what is known of its column.
std::map<NodeId, ItemColumn> columns(const KnowledgeGraph& graph, const TwoMode& view) {
  std::map<NodeId, ItemColumn> result;
  for (const Stand& stand : view.stands) {
    if (stand.stance != 1 || graph.kind(stand.item) != "agreement") continue;
    ItemColumn& column = result[stand.item];
    ++column.favour;
    column.possible += stand.only_possible ? 1 : 0;
  }
  const Mask* mask = view.view.mask();
  for (std::uint32_t j = 0; j < view.view.item_count(); ++j) {
    const auto column = result.find(view.node[view.view.actor_count() + j]);
    if (column == result.end()) continue;
    for (std::uint32_t i = 0; i < view.view.actor_count(); ++i) {
      if (mask == nullptr || mask->known(i, j)) {
        ++column->second.known;
      } else if (!mask->impossible(i, j)) {
        ++column->second.unknown;
      }
    }
  }
  return result;
}

// What the data set says of why a list is incomplete, for the first kind of actor that it does: the
// first clause.
std::string why_incomplete(const KnowledgeGraph& graph, NodeId item, const TwoMode& view) {
  const auto& kinds = view.projection.actor_kinds;
  for (const Eligibility& row : graph.eligibility_of(item)) {
    if (row.coverage == Coverage::complete) continue;
    if (held_on(view.day, row.from, row.until) != Held::certainly) continue;
    if (kinds.empty() ||
        std::find(kinds.begin(), kinds.end(), graph.text(row.actor_kind)) != kinds.end()) {
      const std::string_view why = graph.text(row.why);
      return std::string(why.substr(0, why.find_first_of(";:")));
    }
  }
  return {};
}

// Where memberships in blocs were read after the day: one sentence, or none. Blocs are of states,
// so only their view tells it.
std::optional<std::string> blocs_only_possible(const KnowledgeGraph& graph, const TwoMode& view) {
  const auto& kinds = view.projection.actor_kinds;
  if (std::find(kinds.begin(), kinds.end(), "state") == kinds.end()) return std::nullopt;
  std::uint32_t possible = 0, certain = 0;
  Day read = before_all;
  for (const Claim& claim : graph.claims()) {
    if (graph.kind(claim.object) != "bloc") continue;
    const Held held = held_on(view.day, claim.from, claim.until);
    certain += held == Held::certainly ? 1 : 0;
    if (held != Held::possibly) continue;
    ++possible;
    if (claim.from.last != after_all) read = std::max(read, claim.from.last);
  }
  if (possible == 0) return std::nullopt;
  return fmt::format("Bloc memberships: {} of {} only possible, read later{}.", possible,
                     possible + certain, read == before_all ? "" : " (by " + to_text(read) + ")");
}

}  // namespace

std::vector<std::string> cautions(const KnowledgeGraph& graph, const ViewStudy& study) {
  std::vector<std::string> sentences;
  const Words words(graph);
  std::vector<std::string> undated, silent;
  const auto by_item = columns(graph, study.all);
  std::vector<std::pair<NodeId, ItemColumn>> order(by_item.begin(), by_item.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second.favour > b.second.favour; });
  for (const auto& [item, column] : order) {
    const bool mostly_undated = column.possible > 0 && 2 * column.possible >= column.favour;
    if (mostly_undated) {
      undated.push_back(
          fmt::format("{} ({} of {})", words.short_name(item), column.possible, column.favour));
    }
    if (column.unknown <= column.known) continue;
    // Where the dates are missing the reason has been told; without a finding it would be too much.
    const bool told = mostly_undated || !has_coalitions(study);
    const std::string why = told ? "" : why_incomplete(graph, item, study.all);
    silent.push_back(words.short_name(item) + (why.empty() ? "" : " (" + why + ")"));
  }
  if (!undated.empty() && has_coalitions(study)) {  // else no finding rests on dates
    sentences.push_back("Undated, so the data cannot tell: " + first_of(undated, 2, "lists") +
                        "; --dates certain drops them.");
  }
  if (!silent.empty()) {
    sentences.push_back("Silence accuses nobody on " + first_of(silent, 2, "lists") + ".");
  }
  if (auto blocs = blocs_only_possible(graph, study.all)) sentences.push_back(*std::move(blocs));
  if (!study.coalitions) {
    sentences.emplace_back("Too few actors with two stances, or too few items, for coalitions.");
  } else if (study.core.view.item_count() < 8 && study.coalitions->p_value <= 0.05) {
    sentences.push_back(fmt::format("With {} items there is too little for stability.",
                                    study.core.view.item_count()));
  }
  return sentences;
}

}  // namespace entente
