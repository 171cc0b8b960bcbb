// SPDX-License-Identifier: Apache-2.0
// Diagnostics on stderr: the first of them, then how many more there are.
#pragma once

#include <cstddef>
#include <limits>

#include "engine/base/diagnostic.hpp"

namespace entente::cli {

inline constexpr std::size_t every_one = std::numeric_limits<std::size_t>::max();

void complain(const Diagnostics& diagnostics, std::size_t most = 20);

}  // namespace entente::cli
