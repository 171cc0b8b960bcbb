// SPDX-License-Identifier: Apache-2.0
// The eigenvector of the largest eigenvalue of a symmetric matrix without negative cells, also
// where the matrix falls into parts.
//
// The part with the largest eigenvalue leads, and entries elsewhere are 0. Parts that tie share the
// vector in proportion to the sums of their own: what power iteration from equal entries tends to.
#pragma once

#include "engine/centrality/perron.hpp"

namespace entente::centrality {

struct LeadingVector {
  double lambda = 0;
  Eigen::VectorXd vector;   // not scaled
  std::size_t parts = 0;    // how many tie for lambda; 0: every cell is 0
  std::size_t covered = 0;  // entries in them
  std::size_t joined = 0;   // entries in any part with a cell
  bool exact = true;        // false: an iteration was given up before it settled
};

LeadingVector leading_vector(const Matrix& symmetric, const Context& context);

}  // namespace entente::centrality
