// SPDX-License-Identifier: Apache-2.0
// What the parts share: the claims behind stances, and what of a view could not be seen.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

// The claims behind the stances that are wanted, in the order of the view, each once.
std::vector<ClaimId> claims_behind(const TwoMode& view,
                                   const std::function<bool(const Stand&)>& wanted);

// The claims behind one actor's stances on one item; empty where it has none.
std::vector<ClaimId> claims_behind(const TwoMode& view, NodeId actor, NodeId item);

// "id|id"
std::string ids_of(const KnowledgeGraph& graph, const std::vector<ClaimId>& claims);

// Code Q207 where a view has more cells than null models can be drawn for in memory.
std::optional<Diagnostic> too_large(const TwoMode& view);

// Why the silence of a kind of actor about an item cannot be read on a day, as the data set says;
// "" where it says nothing.
std::string why_unseen(const KnowledgeGraph& graph, NodeId item, std::string_view kind, Day day);

// One sentence for each kind of actor and item of the view where the silence of most could not be
// read, with the reason that the data set gives.
std::vector<std::string> unseen(const KnowledgeGraph& graph, const TwoMode& view);

}  // namespace entente
