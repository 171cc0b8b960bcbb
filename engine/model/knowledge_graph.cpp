// SPDX-License-Identifier: Apache-2.0
#include "engine/model/knowledge_graph.hpp"

#include <algorithm>

#include "engine/model/content_digest.hpp"

namespace entente {

const char* word(Status status) noexcept {
  constexpr const char* words[] = {"asserted", "retracted", "disputed"};
  return words[static_cast<std::size_t>(status)];
}

std::string KnowledgeGraph::digest() const { return content_digest(*this); }

std::optional<NodeId> KnowledgeGraph::find(std::string_view id) const noexcept {
  const auto found = std::lower_bound(
      nodes_.begin(), nodes_.end(), id,
      [&](const Node& node, std::string_view key) { return pool_[node.id] < key; });
  if (found == nodes_.end() || pool_[found->id] != id) return std::nullopt;
  return NodeId{static_cast<std::uint32_t>(found - nodes_.begin())};
}

std::span<const std::uint32_t> KnowledgeGraph::claims_of(NodeId id) const noexcept {
  const std::uint32_t* const data = node_claims_.data();
  return {data + node_claims_begin_[index(id)], data + node_claims_begin_[index(id) + 1]};
}

std::span<const Eligibility> KnowledgeGraph::eligibility_of(NodeId item) const noexcept {
  const auto first =
      std::lower_bound(eligibility_.begin(), eligibility_.end(), item,
                       [](const Eligibility& row, NodeId key) { return row.object < key; });
  const auto last = std::find_if(first, eligibility_.end(),
                                 [&](const Eligibility& row) { return row.object != item; });
  return {first, last};
}

std::optional<ClaimId> KnowledgeGraph::replaced_by(ClaimId id) const noexcept {
  const auto found =
      std::lower_bound(replaced_.begin(), replaced_.end(), id,
                       [](const auto& pair, ClaimId key) { return pair.first < key; });
  if (found == replaced_.end() || found->first != id) return std::nullopt;
  return found->second;
}

}  // namespace entente
