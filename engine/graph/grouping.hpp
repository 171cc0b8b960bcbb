// SPDX-License-Identifier: Apache-2.0
// Numbers by which the groups of a partition are shown: 1 is the largest, and among groups of one
// size the one with the smallest key comes first.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente {

// The group of a vertex that a partition does not hold.
inline constexpr std::uint32_t no_group = 0xffffffff;

// By vertex. `groups` holds any numbers, equal for vertices of one group.
std::vector<std::int64_t> group_numbers(const View& view, std::span<const std::uint32_t> groups);

}  // namespace entente
