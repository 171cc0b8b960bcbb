// SPDX-License-Identifier: Apache-2.0
// Colours of groups that people with any colour vision tell apart.
#pragma once

#include <array>
#include <cstdint>

namespace entente {

using Rgb = std::array<std::uint8_t, 3>;

// Okabe and Ito (2008), Color Universal Design. Groups beyond the seventh are grey.
Rgb group_color(std::uint32_t group);

inline constexpr Rgb item_color{51, 51, 51};  // of what actors take a stance on

}  // namespace entente
