// SPDX-License-Identifier: Apache-2.0
// The p value of an observation among N draws of a null model, of which `as_extreme` are at least
// as extreme: (1 + as_extreme) / (1 + N), never 0, since the data are one draw under the null.
// Davison and Hinkley (1997), doi:10.1017/CBO9780511802843
#pragma once

#include <cstdint>

namespace entente::statistics {

constexpr double sample_p(std::uint64_t as_extreme, std::uint64_t samples) noexcept {
  return (1 + static_cast<double>(as_extreme)) / (1 + static_cast<double>(samples));
}

}  // namespace entente::statistics
