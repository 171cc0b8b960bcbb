// SPDX-License-Identifier: Apache-2.0
// What many discrete tests could have answered: the p values that each can give, and how likely
// they are where nothing but chance is at work. A test whose smallest p value is large cannot be
// significant whatever the data say, and the discrete corrections do not make the others pay for
// it.
//
//   F_i(t)  the chance that test i gives a p value of at most t, where its null model holds
//
// Tarone (1990), doi:10.2307/2531456: the tests that can pass level / K count, with K the smallest
// number such that no more than K of them can.
// Heyse (2011): the sum of F_i(t) in place of n t in Benjamini and Hochberg's procedure.
// Doehler, Durand and Roquain (2018), doi:10.1214/18-EJS1441: F_i(t) / (1 - F_i(t)), step-down,
// which keeps the level where the tests are independent.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::statistics {

// A p value that a test can give, and the chance of one that is at most it.
struct Attainable {
  double p = 1, chance = 1;
};

class AttainableP {
 public:
  // So many tests that can give these p values, ascending.
  void add(std::span<const Attainable> values, std::uint64_t tests);
  // Call once after the last add(), before the questions.
  void finish();

  std::uint64_t tests() const noexcept { return tests_; }
  // The sum over all tests of F(t), and of F(t) / (1 - F(t)).
  double expected(double t) const noexcept;
  double expected_odds(double t) const noexcept;
  // Tarone's K: tests that cannot pass level / K are left out.
  std::uint64_t tarone(double level) const noexcept;
  // How many tests can give a p value of at most t.
  std::uint64_t able(double t) const noexcept;
  std::size_t size() const noexcept { return steps_.size(); }

 private:
  struct Step {
    double p, chance, odds;  // what is added at p; after finish(): the sums up to p
  };
  struct Smallest {
    double p;
    std::uint64_t tests;  // after finish(): with this smallest p value or a smaller one
  };
  std::vector<Step> steps_;
  std::vector<Smallest> smallest_;
  std::uint64_t tests_ = 0;
};

}  // namespace entente::statistics
