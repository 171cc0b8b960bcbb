// SPDX-License-Identifier: Apache-2.0
// Logarithms of counts that are too large to write down. Arguments are whole numbers as reals.
#pragma once

namespace entente {

// ln n!, n >= 0.
double log_factorial(double n);

// ln of the number of ways to choose k of n, 0 <= k <= n; 0 also where k = 0 and n = -1, the ways
// to deal nothing to nobody.
double log_choose(double n, double k);

}  // namespace entente
