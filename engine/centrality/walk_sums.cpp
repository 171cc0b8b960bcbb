// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/walk_sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/number_text.hpp"
#include "engine/centrality/parts.hpp"
#include "engine/centrality/perron.hpp"

namespace entente::centrality {
namespace {

using Vector = Eigen::VectorXd;

constexpr std::int64_t quick_terms = 1'000, all_terms = 1'000'000;
// An entry this many times the largest one of e: fewer than four digits of it would be right.
constexpr double singular = 1e12;

// Whether the terms up to the last one say all. The terms that are left add up to at most the
// largest entry of the last term times the sum of all walks.
bool add_terms(const Matrix& b, double alpha, const Vector& e, std::int64_t count, Vector& x,
               const Context& context) {
  const double enough = 1e-17 * e.cwiseAbs().maxCoeff();
  Vector term = e;
  x = e;
  for (std::int64_t k = 1; k <= count; ++k) {
    if (k % 16 == 0) context.check_stop();
    term = alpha * times(b, term, context);
    x += term;
    if (!x.allFinite()) return false;
    if (term.cwiseAbs().maxCoeff() <= enough) return true;
  }
  return false;
}

std::optional<Vector> by_elimination(const Matrix& b, double alpha, const Vector& e,
                                     const Context& context) {
  const Matrix scaled = alpha * b;
  auto x = eliminate(scaled, 1, e);
  if (!x) return x;
  const Vector left = e - (*x - times(scaled, *x, context));
  if (const auto correction = eliminate(scaled, 1, left)) *x += *correction;
  return x;
}

}  // namespace

SpectralRadius spectral_radius(const View& view, const Context& context) {
  const Matrix b = inflow_matrix(view);
  std::vector<Vertex> place_of(view.vertex_count(), no_item);
  SpectralRadius radius;
  for (const auto& members : strong_parts(view).members) {
    context.check_stop();
    const PerronPair pair = perron_pair(submatrix(b, members, place_of), context);
    radius.lambda = std::max(radius.lambda, pair.lambda);
    radius.exact = radius.exact && pair.exact;
  }
  return radius;
}

Expected<Vector> sum_walks(const Matrix& b, const WalkSum& walks, const Vector& e,
                           const Context& context) {
  const double alpha = walks.alpha;
  const double largest = e.size() == 0 ? 0 : e.cwiseAbs().maxCoeff();
  if (largest == 0 || alpha == 0) return e;
  const bool converges = walks.radius.converges(alpha);
  Vector x;
  if (converges && add_terms(b, alpha, e, quick_terms, x, context)) return x;
  if (can_eliminate(b)) {
    context.check_stop();
    if (auto found = by_elimination(b, alpha, e, context)) {
      const bool regular = converges || found->cwiseAbs().maxCoeff() <= singular * largest;
      if (found->allFinite() && regular) return *std::move(found);
    }
    if (!converges) {
      return error("A380",
                   fmt::format("the matrix I - a W is singular for a = {}", number_text(alpha)),
                   fmt::format("1/a is an eigenvalue; choose a below 1/lambda_max = {}",
                               number_text(1 / walks.radius.lambda)));
    }
  } else if (!converges) {
    return error(
        "A381",
        fmt::format("walks weighed by {} do not add up, and elimination would fill too large "
                    "a table with the equations of {} nodes",
                    number_text(alpha), b.rows()),
        fmt::format("choose a weight below 1/lambda_max = {}",
                    number_text(1 / walks.radius.lambda)));
  }
  if (add_terms(b, alpha, e, all_terms, x, context)) return x;
  return error("A382", "the scores grow beyond what a number can hold",
               "choose a smaller weight of the steps");
}

}  // namespace entente::centrality
