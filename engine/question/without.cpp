// SPDX-License-Identifier: Apache-2.0
#include "engine/question/without.hpp"

#include <algorithm>

namespace entente::question {
namespace {

std::vector<ClaimId> first(const std::vector<std::vector<ClaimId>>& pieces, std::size_t count) {
  std::vector<ClaimId> claims;
  for (std::size_t k = 0; k < count; ++k)
    claims.insert(claims.end(), pieces[k].begin(), pieces[k].end());
  return claims;
}

}  // namespace

Inquiry without(const Inquiry& inquiry, const std::vector<ClaimId>& claims) {
  Inquiry other = inquiry;
  auto& ids = other.projection.without_claims;
  for (const ClaimId claim : claims)
    ids.emplace_back(inquiry.graph.text(inquiry.graph.claim(claim).id));
  std::sort(ids.begin(), ids.end());
  return other;
}

Expected<std::vector<ClaimId>> fewest(
    const std::vector<std::vector<ClaimId>>& pieces,
    const std::function<Expected<bool>(const std::vector<ClaimId>&)>& turns) {
  std::size_t low = 0, high = pieces.size();  // high pieces turn it, low ones do not
  const auto all = turns(first(pieces, high));
  if (!all) return all.error();
  if (pieces.empty() || !*all) return std::vector<ClaimId>();
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    const auto turned = turns(first(pieces, middle));
    if (!turned) return turned.error();
    (*turned ? high : low) = middle;
  }
  return first(pieces, high);
}

}  // namespace entente::question
