// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/against_draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/sum.hpp"
#include "engine/statistics/sample_p.hpp"

namespace entente::statistics {

AgainstDraws against_draws(double observed, std::span<const double> draws) {
  AgainstDraws result;
  result.z = std::numeric_limits<double>::quiet_NaN();
  if (draws.empty()) return result;
  const auto count = static_cast<double>(draws.size());
  Sum sum, squares;
  for (const double draw : draws) sum += draw;
  result.mean = sum.value() / count;
  for (const double draw : draws) squares += (draw - result.mean) * (draw - result.mean);
  if (draws.size() > 1) result.sd = std::sqrt(squares.value() / (count - 1));
  const double slack = 1e-9 * std::max(1.0, std::abs(observed));
  std::uint64_t above = 0, below = 0;
  for (const double draw : draws) {
    above += draw >= observed - slack ? 1 : 0;
    below += draw <= observed + slack ? 1 : 0;
  }
  if (result.sd > slack) result.z = (observed - result.mean) / result.sd;
  result.p_upper = sample_p(above, draws.size());
  result.p_lower = sample_p(below, draws.size());
  return result;
}

}  // namespace entente::statistics
