// SPDX-License-Identifier: Apache-2.0
// The adjusted Rand index of two partitions of the same things: the share of pairs on which they
// agree, beyond what chance gives,
//
//   (sum C(n_ab, 2) - E) / ((sum C(n_a, 2) + sum C(n_b, 2)) / 2 - E),
//   E = sum C(n_a, 2) sum C(n_b, 2) / C(n, 2);
//
// 1 where both are the same, also where chance alone makes them so (both trivial, fewer than two
// things). Cost O(n log n). Hubert and Arabie (1985), doi:10.1007/BF01908075.
#pragma once

#include <cstdint>
#include <span>

namespace entente {

double adjusted_rand(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace entente
