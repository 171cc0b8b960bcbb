// SPDX-License-Identifier: Apache-2.0
// A View as the sparse matrix that eigenvectors and sums of walks are taken of.
#pragma once

#include <Eigen/SparseCore>
#include <optional>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/graph/view.hpp"

namespace entente::centrality {

using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor, int>;

// B(v, u): the strengths of the arcs u -> v added, W^T for short; an undirected loop is one arc.
// Arcs of strength 0 are left out. Strengths must not be negative.
Matrix inflow_matrix(const View& view);

// The rows and columns of B that `members` (ascending) names; place_of[member] is its position.
Matrix submatrix(const Matrix& b, const std::vector<Vertex>& members,
                 std::vector<Vertex>& place_of);

Eigen::VectorXd times(const Matrix& b, const Eigen::VectorXd& x, const Context& context);

// Whether eliminate() takes about a second at most, in which nobody can stop it. That depends on
// how far the matrix fills up: trees and grids of 20,000 nodes pass, random graphs of 2,000 do not.
bool can_eliminate(const Matrix& b);

// Solves (mu I - B) y = x by elimination; nothing where the matrix is singular to working
// precision.
std::optional<Eigen::VectorXd> eliminate(const Matrix& b, double mu, const Eigen::VectorXd& x);

}  // namespace entente::centrality
