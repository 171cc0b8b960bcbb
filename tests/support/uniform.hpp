// SPDX-License-Identifier: Apache-2.0
// Whether p values are uniform, as those of a test must be where its null model holds.
#pragma once

#include <algorithm>
#include <vector>

namespace entente::test {

// The p value of a discrete test with the gap below it filled at random, which is uniform exactly:
// P(S > x) + u P(S = x), from P(S >= x) and P(S <= x).
inline double randomised_p(double at_least, double at_most, double u) {
  return at_least - u * (at_least + at_most - 1);
}

// Kolmogorov and Smirnov's distance of a sample from the uniform distribution; 1.63 / sqrt(n) is
// exceeded once in a hundred samples of n independent values.
inline double distance_from_uniform(std::vector<double> p) {
  std::sort(p.begin(), p.end());
  double distance = 0;
  const auto n = double(p.size());
  for (std::size_t at = 0; at < p.size(); ++at) {
    distance = std::max({distance, p[at] - double(at) / n, double(at + 1) / n - p[at]});
  }
  return distance;
}

inline double share_up_to(const std::vector<double>& p, double level) {
  return double(std::count_if(p.begin(), p.end(), [&](double x) { return x <= level; })) /
         double(p.size());
}

}  // namespace entente::test
