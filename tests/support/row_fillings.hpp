// SPDX-License-Identifier: Apache-2.0
// The row-conditional model by brute force: every row that a line of a table could have with its
// sum, and weights fitted to the other side's sums by the plainest iteration.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/bipartite/incidence.hpp"
#include "engine/bipartite/overlaps.hpp"

namespace entente::test {

// A filling of a line: the positions on the other side that it takes, ascending; for items of a
// roll call, `answered` are those who gave either answer.
struct Filling {
  std::vector<std::uint32_t> answered, taken;
  double chance = 0;
};

// By line: its fillings and their chances, which add up to 1. `equal`: all weights are 1.
class RowFillings {
 public:
  RowFillings(const bipartite::Incidence& table, bipartite::Mode mode, bool equal);

  // How far an expected sum is from its own: where the sums leave some cell no choice, weights grow
  // without end and this falls as one over the steps.
  double miss() const { return miss_; }
  const std::vector<Filling>& of_line(std::uint32_t line) const { return lines_[line]; }
  // P(overlap = s) by s, of two lines.
  std::vector<double> overlap_law(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::vector<Filling>> lines_;
  double miss_ = 0;
};

// P(X >= x) and P(X <= x).
double upper_tail_of(const std::vector<double>& law, std::size_t x);
double lower_tail_of(const std::vector<double>& law, std::size_t x);

}  // namespace entente::test
