// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/bicm_fit.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number_text.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/bicm_peel.hpp"
#include "engine/bipartite/bicm_solve.hpp"

namespace entente::bipartite {
namespace {

constexpr double accepted_residual = 1e-9;

// Of all rows and columns, the peeled ones included.
double largest_residual(const BicmClasses& classes, const std::vector<double>& chance) {
  const std::size_t rows = classes.rows.size(), units = classes.units.size();
  std::vector<Sum> row_sum(rows), answer_sum(units * 2);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t u = 0; u < units; ++u) {
      if (classes.units_known(r, u) == 0) continue;
      for (std::size_t s = 0; s < classes.units[u].answers; ++s) {
        const double p = chance[(r * units + u) * 2 + s];
        row_sum[r] += classes.units_known(r, u) * p;
        answer_sum[2 * u + s] += classes.rows_known(r, u) * p;
      }
    }
  }
  double largest = 0;
  const auto see = [&](double expected, double degree) {
    const double residual = std::abs(expected - degree) / std::max(1.0, degree);
    if (!(residual <= largest)) largest = residual;  // a NaN must not pass
  };
  for (std::size_t r = 0; r < rows; ++r) see(row_sum[r].value(), classes.rows[r].degree);
  for (std::size_t u = 0; u < units; ++u) {
    for (std::size_t s = 0; s < classes.units[u].answers; ++s) {
      see(answer_sum[2 * u + s].value(), classes.units[u].degree[s]);
    }
  }
  return largest;
}

}  // namespace

std::vector<double> BicmFit::row(std::uint32_t actor) const {
  std::vector<double> p(table_.items());
  for (std::uint32_t j = 0; j < table_.items(); ++j) p[j] = probability(actor, j);
  return p;
}

std::vector<double> BicmFit::column(std::uint32_t item) const {
  std::vector<double> p(table_.actors());
  for (std::uint32_t i = 0; i < table_.actors(); ++i) p[i] = probability(i, item);
  return p;
}

Expected<BicmFit> fit_bicm(const Incidence& table, const std::stop_token& stop) {
  BicmFit fit(table);
  BicmSolution solution = solve_bicm(fit.classes_, BicmPeel(fit.classes_), stop);
  fit.chance_ = std::move(solution.chance);
  fit.steps_ = solution.steps;
  fit.residual_ = largest_residual(fit.classes_, fit.chance_);
  if (!(fit.residual_ < accepted_residual)) {
    return error("B101",
                 "the configuration model misses a degree by a share of " +
                     number_text(fit.residual_) + ", more than 1e-9, after " +
                     std::to_string(fit.steps_) + " steps",
                 "leave out rows and columns that are almost empty or almost full");
  }
  return fit;
}

}  // namespace entente::bipartite
