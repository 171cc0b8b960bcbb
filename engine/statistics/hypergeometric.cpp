// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/hypergeometric.hpp"

#include <algorithm>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente::statistics {

std::vector<double> hypergeometric(const Draw& draw) {
  ENTENTE_ASSERT(draw.marked <= draw.population && draw.drawn <= draw.population);
  const auto n = static_cast<double>(draw.population), m = static_cast<double>(draw.marked),
             d = static_cast<double>(draw.drawn);
  const std::uint64_t both = std::uint64_t{draw.marked} + draw.drawn;
  const auto least = static_cast<std::size_t>(both > draw.population ? both - draw.population : 0);
  const std::size_t most = std::min(draw.marked, draw.drawn);
  std::vector<double> f(most + 1, 0.0);
  const auto mode = std::clamp(static_cast<std::size_t>((m + 1) * (d + 1) / (n + 2)), least, most);
  f[mode] = 1;
  for (std::size_t x = mode; x < most; ++x) {
    const auto at = static_cast<double>(x);
    f[x + 1] = f[x] * ((m - at) * (d - at)) / ((at + 1) * (n - m - d + at + 1));
  }
  for (std::size_t x = mode; x > least; --x) {
    const auto at = static_cast<double>(x);
    f[x - 1] = f[x] * (at * (n - m - d + at)) / ((m - at + 1) * (d - at + 1));
  }
  Sum total;
  for (const double value : f) total += value;
  for (double& value : f) value /= total.value();
  return f;
}

}  // namespace entente::statistics
