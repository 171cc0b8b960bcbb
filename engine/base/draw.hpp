// SPDX-License-Identifier: Apache-2.0
// Random parts of [0, n): a share of it, or all of it in nearly equal parts.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

#include "engine/base/random.hpp"

namespace entente {

// 1 for a share of the numbers, rounded up, drawn without replacement; 0 for the others.
inline std::vector<std::uint8_t> drawn_share(std::size_t n, double share, Rng& rng) {
  const auto wanted = std::min(n, static_cast<std::size_t>(std::ceil(share * double(n))));
  std::vector<std::uint8_t> drawn(n, 0);
  std::fill(drawn.begin(), drawn.begin() + std::ptrdiff_t(wanted), std::uint8_t{1});
  rng.shuffle(drawn);
  return drawn;
}

// Every number once, in min(n, parts) parts whose sizes differ by one at most, each ascending.
inline std::vector<std::vector<std::uint32_t>> split_evenly(std::uint32_t n, std::uint32_t parts,
                                                            Rng& rng) {
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  if (parts < n) rng.shuffle(order);
  std::vector<std::vector<std::uint32_t>> result(std::min(n, parts));
  for (std::uint32_t k = 0; k < n; ++k) result[k % result.size()].push_back(order[k]);
  for (auto& part : result) std::sort(part.begin(), part.end());
  return result;
}

}  // namespace entente
