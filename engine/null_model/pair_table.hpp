// SPDX-License-Identifier: Apache-2.0
// What null models answer about pairs of one side, and the parameters that they share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/context.hpp"
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
               statistics::discrete_adjustment_names(), "how q_value is made from all p values"),
        real("fdr", static_cast<double Options::*>(&PairOptions::fdr), 0, 1,
             "a pair is significant where q_value is at most this")};
  }
};

// More pairs than this are not listed where they have no overlap.
inline constexpr std::uint64_t listed_pairs = 5'000'000;

// Refuses what would take too much memory (codes N101 and N106).
std::optional<Diagnostic> too_many_pairs(const bipartite::Incidence& table,
                                         const bipartite::PairNull& null,
                                         const PairOptions& options);
bipartite::PairTests test_pairs(const bipartite::Incidence& table, const bipartite::PairNull& null,
                                const PairOptions& options, const Context& context);

// For null models that are sampled: refuses too many pairs and corrections that samples cannot give
// (codes N104 and N108), and notes where a single pair could not be significant (code N105).
std::optional<Diagnostic> cannot_be_sampled(const bipartite::Incidence& table,
                                            const PairOptions& options);
void note_few_samples(const bipartite::PairTests& tests, const PairOptions& options,
                      std::uint64_t samples, Diagnostics& notes);

// a, b, observed, expected, p_value, q_value, significant.
Table pair_table(const View& view, const PairOptions& options, std::string caption,
                 const std::vector<bipartite::PairTest>& pairs);
// tests, attainable, significant: how many pairs were tested, and could have been found at all.
std::vector<Column> test_columns(const bipartite::PairTests& tests, const PairOptions& options);
// Where pairs without overlap are not listed (code N103).
void note_unlisted(const bipartite::PairTests& tests, Diagnostics& notes);

}  // namespace entente::null_model
