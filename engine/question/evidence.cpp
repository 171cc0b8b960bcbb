// SPDX-License-Identifier: Apache-2.0
#include "engine/question/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/study/words.hpp"

namespace entente {
namespace {

struct Seen {
  std::uint64_t known = 0, unknown = 0;
};

}  // namespace

std::optional<Diagnostic> too_large(const TwoMode& two_mode) {
  constexpr std::uint64_t most = 200'000;
  const std::uint64_t cells =
      std::uint64_t{two_mode.view.actor_count()} * two_mode.view.item_count();
  if (cells <= most) return std::nullopt;
  return error("Q207",
               fmt::format("the view has {} actors x {} items = {} cells, more than {}",
                           two_mode.view.actor_count(), two_mode.view.item_count(), cells, most),
               "name fewer items with --items, or fewer actors with --kinds or --countries");
}

std::string why_unseen(const KnowledgeGraph& graph, NodeId item, std::string_view kind, Day day) {
  std::string ended;
  for (const Eligibility& row : graph.eligibility_of(item)) {
    if (row.actor || graph.text(row.actor_kind) != kind) continue;
    const bool holds = held_on(day, row.from.blank() ? DateSpan{before_all, before_all} : row.from,
                               row.until) == Held::certainly;
    if (holds && row.coverage != Coverage::complete) return std::string(graph.text(row.why));
    if (row.coverage == Coverage::complete && row.until.last <= day)
      ended = "its list is complete up to " + to_text(row.until) + " only";
  }
  return ended;
}

std::vector<ClaimId> claims_behind(const TwoMode& view,
                                   const std::function<bool(const Stand&)>& wanted) {
  std::vector<ClaimId> claims;
  for (const Stand& stand : view.stands) {
    if (!wanted(stand)) continue;
    claims.insert(claims.end(), view.claims.begin() + stand.first_claim,
                  view.claims.begin() + stand.last_claim);
  }
  return claims;
}

std::vector<ClaimId> claims_behind(const TwoMode& view, NodeId actor, NodeId item) {
  const auto first =
      std::lower_bound(view.stands.begin(), view.stands.end(), std::pair(actor, item),
                       [](const Stand& stand, const auto& cell) {
                         return std::pair(stand.actor, stand.item) < cell;
                       });
  if (first == view.stands.end() || first->actor != actor || first->item != item) return {};
  return {view.claims.begin() + first->first_claim, view.claims.begin() + first->last_claim};
}

std::string ids_of(const KnowledgeGraph& graph, const std::vector<ClaimId>& claims) {
  std::string text;
  for (const ClaimId claim : claims)
    text += (text.empty() ? "" : "|") + std::string(graph.text(graph.claim(claim).id));
  return text;
}

std::vector<std::string> unseen(const KnowledgeGraph& graph, const TwoMode& two_mode) {
  const View& view = two_mode.view;
  const Mask* const mask = view.mask();
  if (mask == nullptr) return {};
  const Words words(graph);
  std::vector<std::pair<std::size_t, std::string>> found;  // and how many names are on the list
  for (std::uint32_t j = 0; j < view.item_count(); ++j) {
    const NodeId item = two_mode.node[view.actor_count() + j];
    if (two_mode.answer[j] == Answer::no && j > 0 &&
        two_mode.node[view.actor_count() + j - 1] == item)
      continue;  // said of the yes of the same roll call
    std::map<std::string, Seen> by_kind;
    for (std::uint32_t i = 0; i < view.actor_count(); ++i) {
      if (mask->known(i, j)) {
        ++by_kind[view.kind(i)].known;
      } else if (!mask->impossible(i, j)) {
        ++by_kind[view.kind(i)].unknown;
      }
    }
    std::map<std::string, std::vector<std::string>> kinds_by_reason;
    for (const auto& [kind, seen] : by_kind) {
      if (seen.unknown > seen.known)
        kinds_by_reason[why_unseen(graph, item, kind, two_mode.day)].push_back(kind);
    }
    for (const auto& [why, kinds] : kinds_by_reason) {
      found.emplace_back(
          view.out(view.actor_count() + j).size(),
          fmt::format("{}: silence says nothing of most actors of kind {}{}{}",
                      words.short_name(item), join(kinds), why.empty() ? "" : ": ", why));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> sentences;
  for (auto& [names, sentence] : found) sentences.push_back(std::move(sentence));
  return sentences;
}

}  // namespace entente
