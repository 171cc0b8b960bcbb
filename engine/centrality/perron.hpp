// SPDX-License-Identifier: Apache-2.0
// Largest eigenvalue and its positive eigenvector of a matrix without negative cells.
//
// Perron and Frobenius: an irreducible matrix (its graph is strongly connected) has one positive
// eigenvector, and its eigenvalue, the spectral radius, is the largest in modulus.
// Method: power iteration on B + cI (a shift, since a bipartite graph has -lambda, too), then
// Noda's iteration, inverse iteration with the Collatz-Wielandt bound max (Bx)_i/x_i as the shift.
// It keeps x positive and converges quadratically, however near the second eigenvalue is. Noda
// (1971), Numerische Mathematik 17:382.
#pragma once

#include "engine/centrality/sparse_matrix.hpp"

namespace entente::centrality {

struct PerronPair {
  double lambda = 0;
  Eigen::VectorXd vector;  // of length 1, positive
  bool exact = true;       // false: the iteration was given up before it settled
};
// B irreducible; a 1 x 1 matrix is, whatever its cell.
PerronPair perron_pair(const Matrix& b, const Context& context);

// Solves (lambda I - B) x = inflow, for lambda above the spectral radius of B and inflow >= 0.
Eigen::VectorXd resolvent(const Matrix& b, double lambda, const Eigen::VectorXd& inflow,
                          const Context& context);

}  // namespace entente::centrality
