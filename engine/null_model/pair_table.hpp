// SPDX-License-Identifier: Apache-2.0
// What null models answer about pairs of one side, and the parameters that they share.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/options.hpp"
#include "engine/analysis/result.hpp"
#include "engine/bipartite/pair_test.hpp"

namespace entente::null_model {

struct PairOptions {
  std::string side = "actor", tail = "upper", correction = "bh";
  double fdr = 0.05;

  bipartite::Mode mode() const;
  bipartite::Tail of_tail() const;
  statistics::Adjustment adjustment() const { return statistics::adjustment_named(correction); }

  template <class Options>
  static auto fields() {
    return std::tuple{
        choice("side", static_cast<std::string Options::*>(&PairOptions::side), {"actor", "item"},
               "whose pairs"),
        choice("tail", static_cast<std::string Options::*>(&PairOptions::tail), {"upper", "lower"},
               "upper: more in common than expected; lower: less"),
        choice("correction", static_cast<std::string Options::*>(&PairOptions::correction),
               statistics::adjustment_names(), "how q_value is made from all p values"),
        real("fdr", static_cast<double Options::*>(&PairOptions::fdr), 0, 1,
             "a pair is significant where q_value is at most this")};
  }
};

// a, b, observed, expected, p_value, q_value, significant.
Table pair_table(const View& view, const PairOptions& options, std::string caption,
                 const std::vector<bipartite::PairTest>& pairs);

}  // namespace entente::null_model
