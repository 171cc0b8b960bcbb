// SPDX-License-Identifier: Apache-2.0
// Algebraic connectivity: how hard it is to cut a graph in two.
//
//   the second smallest eigenvalue of L = D - A
//
// 0 where the graph is disconnected or has fewer than two nodes.
//
// Input    undirected; loops do not matter; parallel edges add; weights only where they are
//          strengths, none negative; an edge of strength 0 joins nothing.
// Output   one number.
// Cost     some tens of systems L y = x, each O(m) per step of conjugate gradients.
// Method   Fiedler (1973), doi:10.21136/CMJ.1973.101168. Lanczos on the pseudo-inverse of L, whose
//          largest eigenvalue is 1 / the answer; then the Rayleigh quotient of the vector as a sum
//          over edges of w (x_u - x_v)^2, whose error is the square of the vector's.

#include <Eigen/Eigenvalues>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/random.hpp"
#include "engine/base/sum.hpp"

namespace entente::structure {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor, int>;
using Vector = Eigen::VectorXd;

Matrix laplacian(const View& view) {
  std::vector<Eigen::Triplet<double, int>> cells;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const int s = static_cast<int>(view.source(e)), t = static_cast<int>(view.target(e));
    const double w = view.strength(e);
    if (s == t || w == 0) continue;
    cells.emplace_back(s, s, w);
    cells.emplace_back(t, t, w);
    cells.emplace_back(s, t, -w);
    cells.emplace_back(t, s, -w);
  }
  const auto n = static_cast<Eigen::Index>(view.vertex_count());
  Matrix l(n, n);
  l.setFromTriplets(cells.begin(), cells.end());
  return l;
}

bool connected(const Matrix& l) {
  std::vector<std::uint8_t> seen(static_cast<std::size_t>(l.rows()), 0);
  std::vector<Eigen::Index> reached{0};
  seen[0] = 1;
  for (std::size_t k = 0; k < reached.size(); ++k) {
    for (Matrix::InnerIterator cell(l, reached[k]); cell; ++cell) {
      if (seen[static_cast<std::size_t>(cell.col())] != 0) continue;
      seen[static_cast<std::size_t>(cell.col())] = 1;
      reached.push_back(cell.col());
    }
  }
  return reached.size() == seen.size();
}

// Solves L y = x where both add up to 0 (what x lacks of that by rounding is taken off: L
// cannot reach it). Conjugate gradients, each equation divided by its degree.
Vector solve(const Matrix& l, const Vector& inverse_degree, const Vector& x,
             const Context& context) {
  Vector y = Vector::Zero(x.size()), left = x.array() - x.mean();
  Vector scaled = inverse_degree.cwiseProduct(left), direction = scaled;
  const double enough = 1e-14 * x.norm();
  double weight = left.dot(scaled);
  for (Eigen::Index step = 0; step < 10 * x.size() + 100 && left.norm() > enough; ++step) {
    if (step % 16 == 0) context.check_stop();
    const Vector image = l * direction;
    const double length = weight / direction.dot(image);
    y += length * direction;
    left -= length * image;
    scaled = inverse_degree.cwiseProduct(left);
    const double last = std::exchange(weight, left.dot(scaled));
    direction = scaled + weight / last * direction;
  }
  return y.array() - y.mean();
}

// The eigenvector of the largest eigenvalue of the pseudo-inverse, by Lanczos steps that are kept
// orthogonal to all before them, begun again from the best vector where they are many. Nothing
// where it does not settle.
std::optional<Vector> fiedler_vector(const Matrix& l, const Context& context) {
  const Eigen::Index n = l.rows(), most = std::min<Eigen::Index>(n - 1, 40);
  const Vector inverse_degree = l.diagonal().cwiseInverse();
  Rng rng(key_of("algebraic-connectivity"));
  Vector x(n);
  for (double& value : x) value = rng.uniform() - 0.5;
  x.array() -= x.mean();
  x.normalize();
  for (int round = 0; round < 100; ++round) {
    Eigen::MatrixXd basis(n, most);
    Vector diagonal(most), beside(most);
    basis.col(0) = x;
    for (Eigen::Index k = 0; k < most; ++k) {
      Vector next = solve(l, inverse_degree, basis.col(k), context);
      diagonal[k] = next.dot(basis.col(k));
      const auto known = basis.leftCols(k + 1);
      for (int twice = 0; twice < 2; ++twice) next -= known * (known.transpose() * next).eval();
      next.array() -= next.mean();  // else its rounding grows from step to step
      beside[k] = next.norm();
      Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small;
      small.computeFromTridiagonal(diagonal.head(k + 1), beside.head(k));
      const double largest = small.eigenvalues()[k];
      const Vector shares = small.eigenvectors().col(k);
      const bool settled = beside[k] * std::abs(shares[k]) <= 1e-11 * largest;
      if (settled || k + 1 == most) {
        x = known * shares;
        x.array() -= x.mean();
        x.normalize();
        // most = n - 1 vectors are all that there are.
        if (settled || most == n - 1) return x;
        break;
      }
      basis.col(k + 1) = next / beside[k];
    }
  }
  return std::nullopt;
}

double rayleigh_quotient(const View& view, const Vector& x) {
  Sum edges, squares;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const double step = x[view.source(e)] - x[view.target(e)];
    edges += view.strength(e) * step * step;
  }
  for (const double value : x) squares += value * value;
  return edges.value() / squares.value();
}

Outcome answer(double value, Diagnostics notes) {
  return {{{"algebraic_connectivity",
            "Algebraic connectivity of the graph",
            {{"algebraic_connectivity", "", "second smallest eigenvalue of D - A",
              std::vector{value}}}}},
          std::move(notes)};
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  if (view.vertex_count() < 2) return answer(0, {});
  const Matrix l = laplacian(view);
  if (!connected(l)) {
    return answer(0, {note("A393", "the graph is disconnected: its algebraic connectivity is 0")});
  }
  const auto x = fiedler_vector(l, context);
  if (!x) {
    return error("A394", "the iteration for the second smallest eigenvalue did not settle",
                 "the weights may differ by too many orders of magnitude");
  }
  return answer(rayleigh_quotient(view, *x), {});
}

}  // namespace

Analysis algebraic_connectivity() {
  return {.method = {.id = "algebraic-connectivity",
                     .title = "Algebraic connectivity",
                     .formula = "the second smallest eigenvalue of D - A",
                     .convention = "0 for a disconnected graph and for fewer than two nodes; "
                                   "loops do not matter; parallel edges add",
                     .cost = "O(m) per step of some tens of systems of equations",
                     .citations = {{"M. Fiedler (1973), Algebraic connectivity of graphs, "
                                    "Czechoslovak Mathematical Journal 23",
                                    "10.21136/CMJ.1973.101168"}}},
          .needs = {.undirected = true, .strengths = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
