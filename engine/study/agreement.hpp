// SPDX-License-Identifier: Apache-2.0
// How well two divisions of much the same actors agree.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/projection/two_mode.hpp"

namespace entente {

// The adjusted Rand index (Hubert and Arabie 1985, doi:10.1007/BF01908075) of two partitions, over
// the actors that both views have; by actor vertex of each. 1 where both are the same (also where
// there are fewer than two such actors).
double agreement(const TwoMode& a, const std::vector<std::uint32_t>& groups_a, const TwoMode& b,
                 const std::vector<std::uint32_t>& groups_b);

}  // namespace entente
