// SPDX-License-Identifier: Apache-2.0
// Positions of actors and items by correspondence analysis: those who take the same items, each in
// proportion to all that it takes, stand together.
//
//   P = A / m, r and c its margins,  S = D_r^-1/2 (P - r c^T) D_c^-1/2 = U D V^T
//   standard coordinates D_r^-1/2 U and D_c^-1/2 V, principal ones standard * D, inertia D^2
//
// Mask     a cell that could not be seen is replaced by what independence expects there, N r_i c_j
//          with the margins r, c and the total N of the table so completed, until these agree: it
//          pulls no point anywhere and has no inertia. (Reconstitution of order 0: J. de Leeuw and
//          P. van der Heijden (1988), Correspondence analysis of incomplete contingency tables,
//          Psychometrika 53.) Without such cells that is plain correspondence analysis.
// Sign     of each axis: the largest absolute row coordinate is positive; where the largest (within
//          1e-9) stand on both sides, the side of the longer tail is, sum r_i x_i^3 > 0; where that
//          is 0, too, the side of the first of them, and `sign_by_order` says so.
// Method   singular values of S, all of them where the table is small; else the largest by Lanczos
//          on S S^T. Greenacre (2007), Correspondence analysis in practice.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

struct CorrespondenceAxis {
  double singular_value = 0;
  std::vector<double> rows, columns;  // standard coordinates; NaN for those that were dropped
  bool sign_by_order = false;  // nothing but the order of the rows decides which side is positive
};

struct Correspondence {
  // Shares of the (completed) table; 0: empty, and dropped.
  std::vector<double> row_mass, column_mass;
  double total_inertia = 0;
  std::vector<double> singular_values;   // above rounding, descending: all of them, or ...
  bool all_axes = true;                  // ... only those of `axes`, where the table is large
  std::vector<CorrespondenceAxis> axes;  // at most as many as were asked for
  std::uint64_t hidden = 0;              // cells of the rows and columns that were kept
  // With unseen cells: the largest relative difference between a row's sum and its expectation.
  // Above rounding where independence can only be approached, with masses that tend to 0.
  double unsettled = 0;
  // Parts of the table that no known cell joins: above 1, margins of the parts cannot be compared
  // and nothing but `parts` is filled in.
  std::uint32_t parts = 0;
};

struct CorrespondenceOptions {
  std::uint32_t axes = 2;
  std::stop_token stop{};
};

// `weights` stand beside the ones of the table, row by row; empty: all 1.
Correspondence correspondence(const Incidence& table, std::span<const double> weights = {},
                              const CorrespondenceOptions& options = {});

}  // namespace entente::bipartite
