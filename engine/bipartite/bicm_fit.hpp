// SPDX-License-Identifier: Apache-2.0
// The bipartite configuration model: the chance of every cell of a two-mode table, given only how
// active each actor and how popular each item is,
//
//   p_ij = x_i y_j / (1 + x_i y_j)   with   sum_j p_ij = k_i  and  sum_i p_ij = d_j
//
// over the known cells. The two answers of a roll call exclude each other:
//
//   p_yes = x_i y_j / (1 + x_i (y_j + z_j)),   p_no = x_i z_j / (1 + x_i (y_j + z_j)).
//
// Cost     classes of rows times classes of columns, times the smaller number of them, per step.
// Method   Newton's steps on the logarithms (the likelihood is concave), over classes of rows and
//          columns that must be alike, after peeling what the degrees decide; fixed point where
//          there are thousands of classes on both sides.
//          Saracco et al. (2015), doi:10.1038/srep10595; Vallarano et al. (2021),
//          doi:10.1038/s41598-021-93830-4.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/bipartite/bicm_classes.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

class BicmFit {
 public:
  // 0 for a cell that is not known: it is left out of every sum.
  double probability(std::uint32_t actor, std::uint32_t item) const noexcept {
    if (masked_ && !table_.known(actor, item)) return 0;
    return chance_[(std::size_t{classes_.class_of_actor[actor]} * classes_.units.size() +
                    classes_.class_of_item[item]) *
                       2 +
                   classes_.answer_of_item[item]];
  }
  // Over all items, those of unknown cells included as 0.
  std::vector<double> row(std::uint32_t actor) const;
  std::vector<double> column(std::uint32_t item) const;

  // The largest |expected - actual degree| / max(1, degree) over actors and items.
  double residual() const noexcept { return residual_; }
  std::uint32_t steps() const noexcept { return steps_; }
  const BicmClasses& classes() const noexcept { return classes_; }
  const Incidence& table() const noexcept { return table_; }

 private:
  friend Expected<BicmFit> fit_bicm(const Incidence& table, const std::stop_token& stop);
  explicit BicmFit(const Incidence& table)
      : table_(table), masked_(table.masked()), classes_(bicm_classes(table)) {}

  Incidence table_;
  bool masked_;
  BicmClasses classes_;
  std::vector<double> chance_;  // by row class, unit class and answer
  double residual_ = 0;
  std::uint32_t steps_ = 0;
};

// Refuses (B101) when the residual stays above 1e-9.
Expected<BicmFit> fit_bicm(const Incidence& table, const std::stop_token& stop = {});

}  // namespace entente::bipartite
