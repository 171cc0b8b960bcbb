// SPDX-License-Identifier: Apache-2.0
#include "engine/base/log_factorial.hpp"

#include <boost/math/special_functions/gamma.hpp>

namespace entente {

double log_factorial(double n) { return n < 2 ? 0 : boost::math::lgamma(n + 1); }

double log_choose(double n, double k) {
  if (k <= 0 || k >= n) return 0;
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

}  // namespace entente
