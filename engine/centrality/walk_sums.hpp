// SPDX-License-Identifier: Apache-2.0
// Sums over all walks, each step of them weighed by alpha: x = sum over k of (alpha B)^k e, which
// is the solution of (I - alpha B) x = e. What Katz, alpha and power centrality have in common.
//
// The sum converges where |alpha| lambda < 1, lambda the spectral radius of B; the equation may
// have its solution beyond.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/centrality/sparse_matrix.hpp"

namespace entente::centrality {

struct SpectralRadius {
  double lambda = 0;  // 0: no cycle
  bool exact = true;  // false: the iteration was given up before it settled
  // Half of what converges; 1/2 where everything does.
  double half_way() const noexcept { return lambda > 0 ? 0.5 / lambda : 0.5; }
  // Whether walks weighed by alpha add up; equality up to rounding does not.
  bool converges(double alpha) const noexcept {
    return (alpha < 0 ? -alpha : alpha) * lambda < 1 - 1e-12;
  }
};
// The largest eigenvalue over the strong parts of the graph.
SpectralRadius spectral_radius(const View& view, const Context& context);

struct WalkSum {
  double alpha = 0;
  SpectralRadius radius;
};

// Code A380 where I - alpha B is singular to working precision, A381 where it is too large for
// elimination and the sum does not converge, A382 where numbers grow beyond all bounds. The terms
// of a converging sum are added until the next would change no entry by more than 1e-17 of the
// largest of e times that entry's sum of walks; slow sums are eliminated, if not too large.
Expected<Eigen::VectorXd> sum_walks(const Matrix& b, const WalkSum& walks, const Eigen::VectorXd& e,
                                    const Context& context);

}  // namespace entente::centrality
