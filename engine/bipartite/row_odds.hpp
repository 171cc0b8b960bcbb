// SPDX-License-Identifier: Apache-2.0
// Random tables whose row sums are those of the data, exactly, and whose columns differ in how
// popular they are: each row is an independent draw of as many ones as it has, a set of known cells
// being as likely as the product of their columns' odds (conditional Bernoulli). The two answers of
// a roll call exclude each other; a unit is an item or a roll call.
//
// Either the odds are fitted so that every column sum is met in expectation (`rowcond`), or all are
// equal (`hypergeometric`: columns uniform).
//
// Cost     O(row classes * units * ones) for each step of the fit.
// Method   Cells that the sums decide are taken out first (bicm_peel.hpp); then Newton's steps over
//          classes of rows and units (bicm_classes.hpp). Chen, Diaconis, Holmes and Liu (2005),
//          doi:10.1198/016214504000001303.
#pragma once

#include <array>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

class RowOdds {
 public:
  struct Unit {
    std::array<std::uint32_t, 2> item{no_item, no_item};
    std::array<double, 2> odds{0, 0};  // of its answers; 0: an answer that nobody can give
    // False where the sums decide the cells of all rows.
    bool open = true;
    double any() const noexcept { return odds[0] + odds[1]; }
  };

  const Incidence& table() const noexcept { return table_; }
  const std::vector<Unit>& units() const noexcept { return units_; }
  bool known(std::uint32_t actor, const Unit& unit) const noexcept {
    return table_.known(actor, unit.item[0]);
  }
  // What an actor's row has in open units.
  std::uint32_t ones(std::uint32_t actor) const noexcept { return ones_[actor]; }
  // The chance of an answer in a unit that is not open.
  double decided(std::uint32_t actor, std::size_t unit, std::size_t answer) const noexcept {
    const std::size_t of_class = swapped_[unit] != 0 ? 1 - answer : answer;
    return decided_[(std::size_t{row_class_[actor]} * unit_classes_ + unit_class_[unit]) * 2 +
                    of_class];
  }
  // The largest |expected - actual column sum| / max(1, sum); 0 where nothing is fitted.
  double residual() const noexcept { return residual_; }
  std::uint32_t steps() const noexcept { return steps_; }

 private:
  friend Expected<RowOdds> fit_row_odds(const Incidence& table, unsigned threads,
                                        const std::stop_token& stop);
  friend RowOdds equal_row_odds(const Incidence& table);
  explicit RowOdds(const Incidence& table);

  Incidence table_;
  std::vector<Unit> units_;
  std::vector<std::uint32_t> ones_, row_class_, unit_class_;
  std::size_t unit_classes_ = 0;
  std::vector<std::uint8_t> swapped_;  // by unit: its class names the second answer first
  std::vector<double> decided_;        // by row class, unit class and answer of the class
  double residual_ = 0;
  std::uint32_t steps_ = 0;
};

// Refuses (B102) where the residual stays above 1e-9.
// Threads (0: every core) cannot change a result.
Expected<RowOdds> fit_row_odds(const Incidence& table, unsigned threads = 0,
                               const std::stop_token& stop = {});
RowOdds equal_row_odds(const Incidence& table);

}  // namespace entente::bipartite
