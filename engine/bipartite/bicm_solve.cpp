// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/bicm_solve.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/parallel.hpp"

namespace entente::bipartite {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double wanted_residual = 1e-13;
constexpr double good_residual = 1e-11;
constexpr double longest_step = 8;  // in logarithms
constexpr int newton_steps = 200;
constexpr int fixed_point_steps = 20'000;
constexpr std::ptrdiff_t dense_limit = 3000;  // order of the system that a Newton step solves

// The open part of the table. Its unknowns are the logarithms of the multipliers: of the rows,
// then of the columns (open answers of open units).
class Problem {
 public:
  struct Column {
    std::size_t unit, answer;
    double degree;
  };
  struct State {
    double likelihood = 0, residual = 0;
    Vector gradient;
  };
  struct Curvature {
    Vector rows;     // diagonal
    Matrix cross;    // rows x columns
    Vector columns;  // diagonal
    Vector pairs;    // at the first column of a roll call: its term with the next one
  };

  Problem(const BicmClasses& classes, const BicmPeel& peel) : classes_(classes) {
    for (std::size_t r = 0; r < classes.rows.size(); ++r) {
      if (peel.row_open[r]) rows_.push_back(r);
    }
    for (std::size_t u = 0; u < classes.units.size(); ++u) {
      const bool both = peel.answer_open[2 * u] && peel.answer_open[2 * u + 1];
      for (std::size_t s = 0; s < 2; ++s) {
        if (!peel.answer_open[2 * u + s]) continue;
        paired_.push_back(both && s == 0 ? 1 : 0);
        columns_.push_back({u, s, static_cast<double>(peel.answer_degree[2 * u + s])});
      }
    }
    for (const std::size_t r : rows_) row_degree_.push_back(peel.row_degree[r]);
  }

  std::ptrdiff_t row_count() const { return std::ptrdiff_t(rows_.size()); }
  std::ptrdiff_t column_count() const { return std::ptrdiff_t(columns_.size()); }
  bool paired(std::ptrdiff_t column) const { return paired_[std::size_t(column)] != 0; }

  Vector start() const {
    Vector at(row_count() + column_count());
    double total = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) total += row_weight(r) * row_degree_[r];
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      at[std::ptrdiff_t(r)] = std::log(row_degree_[r]) - 0.5 * std::log(total);
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      at[row_count() + std::ptrdiff_t(c)] = std::log(columns_[c].degree) - 0.5 * std::log(total);
    }
    return at;
  }

  // Calls visit(row, column, weight, p, q, none) for each pair of classes with known cells; q is
  // the chance of the other answer, which then stands in the next column (else 0).
  template <class Visit>
  void for_cells(const Vector& at, Visit visit) const {
    for (std::ptrdiff_t r = 0; r < row_count(); ++r) {
      for (std::ptrdiff_t c = 0; c < column_count(); ++c) {
        const auto known = classes_.units_known(rows_[std::size_t(r)], unit(c));
        const std::ptrdiff_t first = c;
        const bool pair = paired(c);
        if (pair) ++c;
        if (known == 0) continue;
        const double y = std::exp(at[r] + at[row_count() + first]);
        const double z = pair ? std::exp(at[r] + at[row_count() + first + 1]) : 0.0;
        const double none = 1 / (1 + y + z);
        visit(r, first, row_weight(std::size_t(r)) * known, y * none, z * none, none);
      }
    }
  }

  State evaluate(const Vector& at) const {
    Vector expected = Vector::Zero(at.size());
    double log_none = 0;
    for_cells(at, [&](auto r, auto c, double w, double p, double q, double none) {
      expected[r] += w * (p + q);
      expected[row_count() + c] += w * p;
      if (q > 0) expected[row_count() + c + 1] += w * q;
      log_none += w * std::log(none);
    });
    State state;
    state.likelihood = log_none;
    state.gradient.resize(at.size());
    for (std::ptrdiff_t v = 0; v < at.size(); ++v) {
      const double weight = this->weight(v), degree = this->degree(v);
      state.gradient[v] = weight * degree - expected[v];
      state.likelihood += weight * degree * at[v];
      const double miss = std::abs(state.gradient[v]) / weight / std::max(1.0, degree);
      if (!(miss <= state.residual)) state.residual = miss;
    }
    return state;
  }

  Curvature curvature(const Vector& at) const {
    Curvature h{Vector::Zero(row_count()), Matrix::Zero(row_count(), column_count()),
                Vector::Zero(column_count()), Vector::Zero(column_count())};
    for_cells(at, [&](auto r, auto c, double w, double p, double q, double none) {
      h.rows[r] += w * (p + q) * none;
      h.cross(r, c) += w * p * none;
      h.columns[c] += w * p * (none + q);
      if (q == 0) return;
      h.cross(r, c + 1) += w * q * none;
      h.columns[c + 1] += w * q * (none + p);
      h.pairs[c] -= w * p * q;
    });
    return h;
  }

  // One sweep of x_i <- x_i k_i / E[k_i], then of the columns.
  void fixed_point(Vector& at) const {
    for (const bool of_rows : {true, false}) {
      const State state = evaluate(at);
      const std::ptrdiff_t begin = of_rows ? 0 : row_count();
      const std::ptrdiff_t end = of_rows ? row_count() : at.size();
      for (std::ptrdiff_t v = begin; v < end; ++v) {
        const double wanted = weight(v) * degree(v);
        at[v] += std::log(wanted / (wanted - state.gradient[v]));
      }
    }
  }

  void store(const Vector& at, std::vector<double>& chance) const {
    for_cells(at, [&](auto r, auto c, double, double p, double q, double) {
      const Column& column = columns_[std::size_t(c)];
      const std::size_t cell = (rows_[std::size_t(r)] * classes_.units.size() + column.unit) * 2;
      chance[cell + column.answer] = p;
      if (paired(c)) chance[cell + 1] = q;
    });
  }

  // One unknown of each connected part (x may grow by any factor while y shrinks by it), from the
  // rows or from the columns: it stays where it is.
  std::vector<std::uint8_t> pinned(bool from_rows) const {
    std::vector<std::size_t> part(rows_.size() + columns_.size());
    std::iota(part.begin(), part.end(), std::size_t{0});
    const auto root = [&](std::size_t v) {
      while (part[v] != v) v = part[v] = part[part[v]];
      return v;
    };
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (classes_.units_known(rows_[r], columns_[c].unit) > 0) {
          part[root(rows_.size() + c)] = root(r);
        }
      }
    }
    const std::size_t begin = from_rows ? 0 : rows_.size();
    const std::size_t count = from_rows ? rows_.size() : columns_.size();
    std::vector<std::uint8_t> pins(count, 0), seen(part.size(), 0);
    for (std::size_t v = 0; v < count; ++v) {
      auto& met = seen[root(begin + v)];
      pins[v] = met == 0 ? 1 : 0;
      met = 1;
    }
    return pins;
  }

 private:
  std::size_t unit(std::ptrdiff_t column) const { return columns_[std::size_t(column)].unit; }
  double row_weight(std::size_t r) const { return classes_.rows[rows_[r]].count; }
  double weight(std::ptrdiff_t v) const {
    if (v < row_count()) return row_weight(std::size_t(v));
    return classes_.units[unit(v - row_count())].count;
  }
  double degree(std::ptrdiff_t v) const {
    if (v < row_count()) return row_degree_[std::size_t(v)];
    return columns_[std::size_t(v - row_count())].degree;
  }

  const BicmClasses& classes_;
  std::vector<std::size_t> rows_;
  std::vector<double> row_degree_;
  std::vector<Column> columns_;
  std::vector<std::uint8_t> paired_;  // by column: the first of two
};

// Multiplies the rows of `m` (one for each column of the table) by the inverse of the columns'
// block: 1 x 1, or 2 x 2 for a roll call.
Matrix by_inverse(const Problem& problem, const Problem::Curvature& h, Matrix m) {
  for (std::ptrdiff_t c = 0; c < m.rows(); ++c) {
    if (!problem.paired(c)) {
      m.row(c) /= h.columns[c];
      continue;
    }
    const double a = h.columns[c], b = h.pairs[c], d = h.columns[c + 1];
    const double determinant = a * d - b * b;
    const Eigen::RowVectorXd first = m.row(c), second = m.row(c + 1);
    m.row(c) = (d * first - b * second) / determinant;
    m.row(c + 1) = (a * second - b * first) / determinant;
    ++c;
  }
  return m;
}

// Solves curvature * step = gradient by eliminating the larger side.
bool newton_step(const Problem& problem, Problem::Curvature h, const Vector& gradient,
                 double damping, Vector& step) {
  const std::ptrdiff_t rows = problem.row_count(), columns = problem.column_count();
  h.rows *= 1 + damping;
  h.columns *= 1 + damping;
  const Vector g_rows = gradient.head(rows), g_columns = gradient.tail(columns);
  const bool keep_rows = rows < columns;
  Matrix system;
  Vector right, other;
  Matrix folded;  // the inverse of the eliminated block times the cross block
  if (keep_rows) {
    folded = by_inverse(problem, h, h.cross.transpose());
    other = by_inverse(problem, h, g_columns);
    system = -h.cross * folded;
    system.diagonal() += h.rows;
    right = g_rows - h.cross * other;
  } else {
    folded = h.rows.cwiseInverse().asDiagonal() * h.cross;
    other = g_rows.cwiseQuotient(h.rows);
    system = -h.cross.transpose() * folded;
    system.diagonal() += h.columns;
    for (std::ptrdiff_t c = 0; c < columns; ++c) {
      if (!problem.paired(c)) continue;
      system(c, c + 1) += h.pairs[c];
      system(c + 1, c) += h.pairs[c];
    }
    right = g_columns - h.cross.transpose() * other;
  }
  const auto pins = problem.pinned(keep_rows);
  for (std::ptrdiff_t v = 0; v < system.rows(); ++v) {
    if (pins[std::size_t(v)] == 0) continue;
    system.row(v).setZero();
    system.col(v).setZero();
    system(v, v) = 1;
    right[v] = 0;
  }
  const Eigen::LLT<Matrix> factor(system);
  if (factor.info() != Eigen::Success) return false;
  const Vector kept = factor.solve(right);
  const Vector eliminated = other - folded * kept;
  step.resize(rows + columns);
  if (keep_rows) {
    step << kept, eliminated;
  } else {
    step << eliminated, kept;
  }
  return step.allFinite();
}

// Halves the step until the likelihood grows, or, where rounding hides that, the residual falls.
bool advance(const Problem& problem, const Vector& step, Vector& at, Problem::State& state) {
  const double slope = state.gradient.dot(step);
  const double rounding = 1e-13 * std::abs(state.likelihood);
  double length = std::min(1.0, longest_step / step.cwiseAbs().maxCoeff());
  for (int halving = 0; halving < 40; ++halving, length /= 2) {
    const Vector next = at + length * step;
    Problem::State tried = problem.evaluate(next);
    const bool higher =
        tried.likelihood >= state.likelihood + 1e-4 * length * slope && length * slope > rounding;
    if (!higher && !(tried.residual < 0.99 * state.residual)) continue;
    at = next;
    state = std::move(tried);
    return true;
  }
  return false;
}

std::uint32_t newton(const Problem& problem, Vector& at, const std::stop_token& stop) {
  Problem::State state = problem.evaluate(at);
  std::uint32_t steps = 0;
  while (state.residual > wanted_residual && steps < newton_steps) {
    if (stop.stop_requested()) throw Stopped{};
    const Problem::Curvature h = problem.curvature(at);
    bool moved = false;
    for (double damping = 0; !moved && damping < 1e3;
         damping = damping == 0 ? 1e-12 : damping * 100) {
      Vector step;
      moved = newton_step(problem, h, state.gradient, damping, step) &&
              advance(problem, step, at, state);
      if (state.residual < good_residual) break;  // what is left is rounding
    }
    if (!moved) break;
    ++steps;
  }
  return steps;
}

std::uint32_t fixed_point(const Problem& problem, Vector& at, const std::stop_token& stop) {
  std::uint32_t steps = 0;
  while (steps < fixed_point_steps && problem.evaluate(at).residual > good_residual) {
    if (stop.stop_requested()) throw Stopped{};
    problem.fixed_point(at);
    ++steps;
  }
  return steps;
}

}  // namespace

BicmSolution solve_bicm(const BicmClasses& classes, const BicmPeel& peel,
                        const std::stop_token& stop) {
  BicmSolution solution{peel.chance, 0};
  const Problem problem(classes, peel);
  if (problem.row_count() == 0 || problem.column_count() == 0) return solution;
  Vector at = problem.start();
  const bool dense = std::min(problem.row_count(), problem.column_count()) <= dense_limit;
  solution.steps = dense ? newton(problem, at, stop) : fixed_point(problem, at, stop);
  problem.store(at, solution.chance);
  return solution;
}

}  // namespace entente::bipartite
