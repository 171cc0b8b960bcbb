// SPDX-License-Identifier: Apache-2.0
// How well two divisions of much the same actors agree.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "engine/projection/two_mode.hpp"
#include "engine/study/coalitions.hpp"

namespace entente {

using Division = std::map<NodeId, std::uint32_t>;  // the group of each actor

Division division_of(const TwoMode& core, const Coalitions& coalitions);

// The adjusted Rand index (Hubert and Arabie 1985, doi:10.1007/BF01908075) over the actors that
// both divide; none without any.
std::optional<double> agreement(const Division& a, const Division& b);

}  // namespace entente
