// SPDX-License-Identifier: Apache-2.0
// Which claims stand, and which of those that disagree rules: the one policy of the engine, called
// `latest`. First what is not retracted; then the latest recorded; then the smallest id.
//
// Asked about an earlier state of knowledge, a claim stands that had been recorded by that day, and
// a retracted one stood until the claim that replaces it was recorded.
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/knowledge_graph.hpp"

namespace entente {

inline constexpr std::string_view ruling_policy =
    "not retracted, then the latest recorded, then the smallest id";

// Whether the claim had been recorded by the day; without a day everything has.
bool recorded_by(const Claim& claim, std::optional<Day> known_by) noexcept;

// Whether the claim stood by the day: recorded, and not retracted yet.
bool stands(const KnowledgeGraph& graph, ClaimId claim, std::optional<Day> known_by = {}) noexcept;

// Whether a rules over b, which says otherwise. A strict order of all claims.
bool rules_over(const KnowledgeGraph& graph, ClaimId a, ClaimId b,
                std::optional<Day> known_by = {}) noexcept;

}  // namespace entente
