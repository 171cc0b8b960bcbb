// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/sparse_matrix.hpp"

#include <Eigen/SparseCholesky>
#include <Eigen/SparseLU>

namespace entente::centrality {

using Vector = Eigen::VectorXd;

namespace {

constexpr Eigen::Index largest_elimination = 20'000;
constexpr double most_work = 2e8;
// Fewer take less time than it takes to wake a thread, and iterations multiply thousands of times.
constexpr std::size_t rows_at_once = 32'768;

// How many cells each column fills when a symmetric matrix is eliminated; Eigen keeps them for
// those who inherit.
class Fill : private Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> {
 public:
  double sum_of_squares(const Eigen::SparseMatrix<double>& pattern) {
    analyzePattern(pattern);
    return m_nonZerosPerCol.cast<double>().squaredNorm();
  }
};

}  // namespace

Matrix inflow_matrix(const View& view) {
  std::vector<Eigen::Triplet<double, int>> cells;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const double strength = view.strength(e);
    if (!(strength > 0)) continue;
    const int s = static_cast<int>(view.source(e)), t = static_cast<int>(view.target(e));
    cells.emplace_back(t, s, strength);
    if (!view.directed() && s != t) cells.emplace_back(s, t, strength);
  }
  const auto n = static_cast<Eigen::Index>(view.vertex_count());
  Matrix b(n, n);
  b.setFromTriplets(cells.begin(), cells.end());
  return b;
}

Matrix submatrix(const Matrix& b, const std::vector<Vertex>& members,
                 std::vector<Vertex>& place_of) {
  for (Vertex k = 0; k < members.size(); ++k) place_of[members[k]] = k;
  const auto inside = [&](Eigen::Index v) {
    const Vertex place = place_of[static_cast<std::size_t>(v)];
    return place < members.size() && members[place] == static_cast<Vertex>(v);
  };
  std::vector<Eigen::Triplet<double, int>> cells;
  for (std::size_t k = 0; k < members.size(); ++k) {
    for (Matrix::InnerIterator cell(b, static_cast<Eigen::Index>(members[k])); cell; ++cell) {
      if (!inside(cell.col())) continue;
      const auto column = static_cast<int>(place_of[static_cast<std::size_t>(cell.col())]);
      cells.emplace_back(static_cast<int>(k), column, cell.value());
    }
  }
  const auto size = static_cast<Eigen::Index>(members.size());
  Matrix part(size, size);
  part.setFromTriplets(cells.begin(), cells.end());
  return part;
}

Vector times(const Matrix& b, const Vector& x, const Context& context) {
  Vector y(b.rows());
  for_chunks(context.loop(static_cast<std::size_t>(b.rows()), rows_at_once), [&](std::size_t begin,
                                                                                 std::size_t end) {
    for (auto v = static_cast<Eigen::Index>(begin); v < static_cast<Eigen::Index>(end); ++v) {
      double sum = 0;
      for (Matrix::InnerIterator cell(b, v); cell; ++cell) {
        sum += cell.value() * x[cell.col()];
      }
      y[v] = sum;
    }
  });
  return y;
}

bool can_eliminate(const Matrix& b) {
  if (b.rows() == 0) return true;
  if (b.rows() > largest_elimination) return false;
  const Eigen::SparseMatrix<double> columns = b;
  const Eigen::SparseMatrix<double> either_way =
      columns + Eigen::SparseMatrix<double>(columns.transpose());
  return Fill().sum_of_squares(either_way) <= most_work;
}

std::optional<Vector> eliminate(const Matrix& b, double mu, const Vector& x) {
  Eigen::SparseMatrix<double> shifted = -b;
  Eigen::SparseMatrix<double> identity(b.rows(), b.cols());
  identity.setIdentity();
  shifted += mu * identity;
  shifted.makeCompressed();
  Eigen::SparseLU<Eigen::SparseMatrix<double>> lu;
  lu.compute(shifted);
  if (lu.info() != Eigen::Success) return std::nullopt;
  Vector y = lu.solve(x);
  if (lu.info() != Eigen::Success || !y.allFinite()) return std::nullopt;
  return y;
}

}  // namespace entente::centrality
