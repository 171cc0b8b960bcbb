// SPDX-License-Identifier: Apache-2.0
#include "engine/report/claim_words.hpp"

namespace entente {

std::string claim_words(const KnowledgeGraph& graph, ClaimId id) {
  const Claim& claim = graph.claim(id);
  std::string text(graph.label(claim.subject));
  text += ' ';
  text += graph.text(claim.verb);
  const std::string_view value = graph.text(claim.value);
  if (!value.empty()) text += " (" + std::string(value) + ")";
  text += ' ';
  text += graph.label(claim.object);
  if (!claim.from.blank()) text += ", " + to_text(claim.from);
  if (!claim.until.blank()) text += " until " + to_text(claim.until);
  if (claim.status == Status::disputed) text += ", disputed";
  if (claim.status == Status::retracted) text += ", retracted";
  return text;
}

std::string source_words(const KnowledgeGraph& graph, ClaimId id) {
  const Claim& claim = graph.claim(id);
  std::string text(graph.text(graph.source(claim.source).title));
  const std::string_view locator = graph.text(claim.locator);
  if (!locator.empty()) text += ", " + std::string(locator);
  return text + ", recorded " + to_text(claim.recorded);
}

}  // namespace entente
