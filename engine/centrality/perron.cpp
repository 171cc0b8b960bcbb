// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/perron.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/base/assert.hpp"

namespace entente::centrality {
namespace {

using Vector = Eigen::VectorXd;

constexpr Eigen::Index always_eliminate = 400;
constexpr std::int64_t first_steps = 300, all_steps = 50'000;

// max (Bx)_i / x_i over the entries that have not all but vanished: an upper bound of lambda.
double upper_bound(const Vector& bx, const Vector& x) {
  double bound = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    if (x[i] > 1e-250) bound = std::max(bound, bx[i] / x[i]);
  }
  return bound;
}

// Returns whether x (largest entry 1) has settled: its steps have come down to rounding, and they
// did so fast enough that what they may still hide is small.
bool power_iteration(const Matrix& b, double shift, std::int64_t steps, Vector& x,
                     const Context& context) {
  double early = 0, late = 0;  // numbers of the steps that moved x by 1e-8 and by 1e-12
  for (std::int64_t step = 1; step <= steps; ++step) {
    if (step % 16 == 0) context.check_stop();
    Vector next = times(b, x, context) + shift * x;
    next /= next.maxCoeff();
    const double moved = (next - x).cwiseAbs().maxCoeff();
    x = std::move(next);
    if (moved > 1e-8) early = static_cast<double>(step);
    if (moved > 1e-12) late = static_cast<double>(step);
    // rate^(late - early) = 1e-4: below 0.9 while late - early < 87
    if (moved <= 2e-15 && late - early < 87) return true;
  }
  return false;
}

// False where elimination met a singular matrix at once, or did not settle.
bool noda_iteration(const Matrix& b, Vector& x, const Context& context) {
  double moved = 1;
  for (int step = 0; step < 60 && moved > 1e-14; ++step) {
    context.check_stop();
    const double bound = upper_bound(times(b, x, context), x);
    std::optional<Vector> solved;
    for (double nudge = 1e-15; !solved && nudge < 1e-11; nudge *= 8) {
      solved = eliminate(b, bound * (1 + nudge), x);
    }
    if (!solved) return false;
    Vector y = solved->cwiseAbs();
    y /= y.maxCoeff();
    const double last = moved;
    moved = (y - x).cwiseAbs().maxCoeff();
    x = std::move(y);
    if (moved < 1e-11 && moved >= last) return true;  // rounding has the word
  }
  return moved <= 1e-14;
}

}  // namespace

PerronPair perron_pair(const Matrix& b, const Context& context) {
  const Eigen::Index size = b.rows();
  ENTENTE_ASSERT(size > 0);
  PerronPair pair;
  if (size == 1) {
    pair.lambda = b.coeff(0, 0);
    pair.vector = Vector::Ones(1);
    return pair;
  }
  Vector x = Vector::Ones(size);
  const double shift = b.sum() / static_cast<double>(size) / 2;
  pair.exact = power_iteration(b, shift, first_steps, x, context);
  const bool small = size <= always_eliminate;
  if (small || (!pair.exact && can_eliminate(b))) {
    pair.exact = noda_iteration(b, x, context) || pair.exact;
  }
  if (!pair.exact) pair.exact = power_iteration(b, shift, all_steps, x, context);
  pair.vector = x.normalized();
  pair.lambda = times(b, pair.vector, context).sum() / pair.vector.sum();
  return pair;
}

Vector resolvent(const Matrix& b, double lambda, const Vector& inflow, const Context& context) {
  if (b.rows() == 1) return inflow / (lambda - b.coeff(0, 0));
  if (can_eliminate(b)) {
    if (const auto x = eliminate(b, lambda, inflow)) return *x;
  }
  Vector x = inflow / lambda;
  for (std::int64_t step = 0; step < all_steps; ++step) {
    context.check_stop();
    Vector next = (times(b, x, context) + inflow) / lambda;
    const double moved = (next - x).cwiseAbs().maxCoeff();
    x = std::move(next);
    if (moved <= 1e-15 * x.maxCoeff()) break;
  }
  return x;
}

}  // namespace entente::centrality
