// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/correspondence.hpp"

#include <Spectra/SymEigsSolver.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/barber.hpp"

namespace entente::bipartite {
namespace {

constexpr double dropped = std::numeric_limits<double>::quiet_NaN();
constexpr double near_tie = 1e-9;   // relative: coordinates that differ by less are as large
constexpr double rounding = 1e-10;  // singular values below it are 0: the largest is at most 1
// Beyond, all singular values would take more than a second, in which nothing asks for a stop.
constexpr std::uint64_t most_small_side = 256, most_dense_cells = std::uint64_t{1} << 20;

// The rows and columns that are not empty, and the cells of S that are.
struct Residuals {
  std::vector<std::uint32_t> row, column;  // kept: their places in the table
  Eigen::VectorXd root_r, root_c;          // square roots of the masses
  // S = cells - root_r root_c^T on known cells, by kept row: (kept column, p / sqrt(r c)).
  std::vector<std::vector<std::pair<std::uint32_t, double>>> cells;
  std::vector<std::vector<std::uint32_t>> hidden;  // by kept row

  // y = S x, or y = S^T x.
  Eigen::VectorXd times(const Eigen::VectorXd& x) const {
    Eigen::VectorXd y = -root_r * root_c.dot(x);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      double& sum = y[Eigen::Index(i)];
      for (const auto& [j, value] : cells[i]) sum += value * x[j];
      for (const std::uint32_t j : hidden[i]) sum += root_r[Eigen::Index(i)] * root_c[j] * x[j];
    }
    return y;
  }
  Eigen::VectorXd transposed_times(const Eigen::VectorXd& x) const {
    Eigen::VectorXd y = -root_c * root_r.dot(x);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double here = x[Eigen::Index(i)];
      for (const auto& [j, value] : cells[i]) y[j] += value * here;
      for (const std::uint32_t j : hidden[i]) y[j] += root_r[Eigen::Index(i)] * root_c[j] * here;
    }
    return y;
  }
  Eigen::MatrixXd dense() const {
    Eigen::MatrixXd s = -root_r * root_c.transpose();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (const auto& [j, value] : cells[i]) s(Eigen::Index(i), j) += value;
      for (const std::uint32_t j : hidden[i]) s(Eigen::Index(i), j) = 0;
    }
    return s;
  }
};

// How many parts the known cells of non-empty rows and columns leave apart.
std::uint32_t parts_of(const Incidence& table) {
  const std::uint32_t n = table.actors();
  std::vector<std::uint32_t> root(n + table.items());
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t v) {
    while (root[v] != v) v = root[v] = root[root[v]];
    return v;
  };
  std::uint32_t parts = 0;
  for (std::uint32_t i = 0; i < n; ++i) parts += table.row_sum(i) > 0 ? 1 : 0;
  for (std::uint32_t j = 0; j < table.items(); ++j) parts += table.column_sum(j) > 0 ? 1 : 0;
  if (!table.masked()) return std::min(parts, 1U);
  for (std::uint32_t i = 0; i < n; ++i) {
    for (std::uint32_t j = 0; j < table.items() && table.row_sum(i) > 0; ++j) {
      if (table.column_sum(j) == 0 || !table.known(i, j)) continue;
      const std::uint32_t a = find(i), b = find(n + j);
      if (a == b) continue;
      root[a] = b;
      --parts;
    }
  }
  return parts;
}

Residuals residuals(const Incidence& table, std::span<const double> weights, Correspondence& result,
                    const std::stop_token& stop) {
  // Without unseen cells the expectation is k_i d_j / m: either way r and c are its margins.
  Expectation e = expectation(table, weights, stop);
  const double of_rows = std::accumulate(e.row.begin(), e.row.end(), 0.0);
  const double of_columns = std::accumulate(e.column.begin(), e.column.end(), 0.0);
  const double total = of_rows * of_columns;
  Residuals s;
  result.row_mass.assign(table.actors(), 0);
  result.column_mass.assign(table.items(), 0);
  std::vector<std::uint32_t> place(table.items(), no_item);
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    if (e.column[j] <= 0) continue;
    place[j] = static_cast<std::uint32_t>(s.column.size());
    s.column.push_back(j);
    result.column_mass[j] = e.column[j] / of_columns;
  }
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    if (e.row[i] <= 0) continue;
    s.row.push_back(i);
    result.row_mass[i] = e.row[i] / of_rows;
  }
  s.root_r.resize(Eigen::Index(s.row.size()));
  s.root_c.resize(Eigen::Index(s.column.size()));
  for (std::size_t k = 0; k < s.row.size(); ++k)
    s.root_r[Eigen::Index(k)] = std::sqrt(result.row_mass[s.row[k]]);
  for (std::size_t k = 0; k < s.column.size(); ++k)
    s.root_c[Eigen::Index(k)] = std::sqrt(result.column_mass[s.column[k]]);
  s.cells.resize(s.row.size());
  s.hidden.resize(s.row.size());
  std::size_t cell = 0, kept = 0;
  Sum inertia;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    const bool keep = kept < s.row.size() && s.row[kept] == i;
    Sum row_sum;
    for (const std::uint32_t j : table.row(i)) {
      const double weight = weights.empty() ? 1.0 : weights[cell++];
      if (!keep || place[j] == no_item) continue;
      row_sum += weight;
      const double expected = s.root_r[Eigen::Index(kept)] * s.root_c[place[j]];
      const double value = weight / total / expected;
      s.cells[kept].emplace_back(place[j], value);
      // Over all cells (value - expected)^2, and expected^2 where nothing stands.
      inertia += (value - expected) * (value - expected) - expected * expected;
    }
    if (!keep) continue;
    double known = 1;  // the mass of the columns that can be seen
    if (table.masked()) {
      known = 0;
      for (std::uint32_t k = 0; k < s.column.size(); ++k) {
        if (table.known(i, s.column[k])) {
          known += s.root_c[k] * s.root_c[k];
        } else {
          s.hidden[kept].push_back(k);
        }
      }
    }
    result.hidden += s.hidden[kept].size();
    if (table.masked()) {
      const double expected = known * result.row_mass[i] * total;
      result.unsettled =
          std::max(result.unsettled, std::abs(expected - row_sum.value()) / row_sum.value());
    }
    inertia += known * s.root_r[Eigen::Index(kept)] * s.root_r[Eigen::Index(kept)];
    ++kept;
  }
  result.total_inertia = std::max(0.0, inertia.value());
  return s;
}

// S S^T, or S^T S where there are fewer columns, for Lanczos.
class Gram {
 public:
  using Scalar = double;
  Gram(const Residuals& s, const std::stop_token& stop) : s_(s), stop_(stop) {}
  bool by_rows() const { return s_.row.size() <= s_.column.size(); }
  Eigen::Index rows() const { return Eigen::Index(by_rows() ? s_.row.size() : s_.column.size()); }
  Eigen::Index cols() const { return rows(); }
  void perform_op(const double* in, double* out) const {
    if (stop_.stop_requested()) throw Stopped{};
    const Eigen::Map<const Eigen::VectorXd> x(in, rows());
    Eigen::Map<Eigen::VectorXd> y(out, rows());
    y = by_rows() ? s_.times(s_.transposed_times(x)) : s_.transposed_times(s_.times(x));
  }

 private:
  const Residuals& s_;
  const std::stop_token& stop_;
};

struct Decomposition {
  Eigen::MatrixXd u, v;  // by column
  Eigen::VectorXd d;
};

Decomposition decompose(const Residuals& s, std::uint32_t axes, bool all,
                        const std::stop_token& stop) {
  if (all) {
    const Eigen::BDCSVD<Eigen::MatrixXd> svd(s.dense(), Eigen::ComputeThinU | Eigen::ComputeThinV);
    return {svd.matrixU(), svd.matrixV(), svd.singularValues()};
  }
  Gram gram(s, stop);
  const auto wanted = std::min(Eigen::Index(axes), gram.rows() - 1);
  Spectra::SymEigsSolver<Gram> solver(gram, wanted, std::min(gram.rows(), 4 * wanted + 20));
  solver.init();
  solver.compute(Spectra::SortRule::LargestAlge, 1000, 1e-13);
  Decomposition found;
  found.d = solver.eigenvalues().cwiseMax(0).cwiseSqrt();
  const Eigen::MatrixXd near = solver.eigenvectors();
  Eigen::MatrixXd far(Eigen::Index(gram.by_rows() ? s.column.size() : s.row.size()), near.cols());
  for (Eigen::Index k = 0; k < near.cols(); ++k) {
    far.col(k) = gram.by_rows() ? s.transposed_times(near.col(k)) : s.times(near.col(k));
    if (found.d[k] > 0) far.col(k) /= found.d[k];
  }
  found.u = gram.by_rows() ? near : far;
  found.v = gram.by_rows() ? far : near;
  return found;
}

struct Sign {
  double factor = 1;
  bool by_order = false;
};

// The sign that makes the largest absolute row coordinate positive. Coordinates near the largest
// are as large, so that rounding does not decide; where they stand on both sides, the longer tail
// is positive (the mean of the cubes), and where that ties, too, the first of them.
Sign sign_of(const std::vector<double>& rows, const std::vector<double>& masses) {
  double largest = 0;
  for (const double x : rows) largest = std::max(largest, std::isnan(x) ? 0 : std::abs(x));
  double first = 0;
  bool above = false, below = false;
  Sum skew, size;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (std::isnan(rows[i])) continue;
    const double x = rows[i], cube = masses[i] * x * x * x;
    skew += cube;
    size += std::abs(cube);
    if (std::abs(x) < largest * (1 - near_tie)) continue;
    if (first == 0) first = x;
    (x < 0 ? below : above) = true;
  }
  if (!(above && below)) return {below ? -1.0 : 1.0, false};
  if (std::abs(skew.value()) > near_tie * size.value())
    return {skew.value() < 0 ? -1.0 : 1.0, false};
  return {first < 0 ? -1.0 : 1.0, true};
}

CorrespondenceAxis axis(const Residuals& s, const Decomposition& found, Eigen::Index k,
                        const Incidence& table, const std::vector<double>& masses) {
  CorrespondenceAxis result{found.d[k], std::vector<double>(table.actors(), dropped),
                            std::vector<double>(table.items(), dropped), false};
  for (std::size_t i = 0; i < s.row.size(); ++i)
    result.rows[s.row[i]] = found.u(Eigen::Index(i), k) / s.root_r[Eigen::Index(i)];
  for (std::size_t j = 0; j < s.column.size(); ++j)
    result.columns[s.column[j]] = found.v(Eigen::Index(j), k) / s.root_c[Eigen::Index(j)];
  const Sign sign = sign_of(result.rows, masses);
  for (double& x : result.rows) x *= sign.factor;
  for (double& x : result.columns) x *= sign.factor;
  result.sign_by_order = sign.by_order;
  return result;
}

}  // namespace

Correspondence correspondence(const Incidence& table, std::span<const double> weights,
                              const CorrespondenceOptions& options) {
  ENTENTE_ASSERT(weights.empty() || weights.size() == table.cells());
  Correspondence result;
  result.parts = parts_of(table);
  if (result.parts > 1) return result;
  const Residuals s = residuals(table, weights, result, options.stop);
  const std::uint64_t rows = s.row.size(), columns = s.column.size();
  if (std::min(rows, columns) < 2) return result;
  result.all_axes =
      std::min(rows, columns) <= most_small_side && rows * columns <= most_dense_cells;
  if (options.axes == 0 && !result.all_axes) return result;
  const Decomposition found = decompose(s, options.axes, result.all_axes, options.stop);
  for (Eigen::Index k = 0; k < found.d.size() && found.d[k] > rounding; ++k) {
    result.singular_values.push_back(found.d[k]);
    if (k < Eigen::Index(options.axes))
      result.axes.push_back(axis(s, found, k, table, result.row_mass));
  }
  return result;
}

}  // namespace entente::bipartite
