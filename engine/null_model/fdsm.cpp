// SPDX-License-Identifier: Apache-2.0
// The fixed degree sequence model: which pairs have more (or less) in common than in random tables
// that keep every row and column sum exactly.
//
//   p = (1 + #{null overlap >= observed}) / (1 + N)
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   all pairs of one side.
// Mask     only cells that could be seen change, and the answers of a roll call exclude each other.
// Cost     N times the trades of a sample (as many as actors) and the overlaps of all pairs.
// Method   bipartite/trades.hpp.
#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/null_model/pair_table.hpp"
#include "engine/statistics/sample_p.hpp"

namespace entente::null_model {
namespace {

struct Options : PairOptions {
  std::int64_t samples = 1000;
  static auto fields() {
    return std::tuple_cat(PairOptions::fields<Options>(),
                          std::tuple{integer("samples", &Options::samples, 1, 1e6,
                                             "random tables; the smallest p is 1/(1 + samples)")});
  }
};

// Of one chain, by pair (a, b) with a < b in their order. A pair without overlap in a sample adds
// nothing, so `exceeding` counts samples above the observed overlap and `equal` those equal to it
// where it is above 0; `largest` and `some` those with the largest overlap that the pair's sums
// allow, and with any.
struct Counts {
  std::vector<std::uint32_t> exceeding, equal, largest, some;
  std::vector<std::uint64_t> sum;
};

class PairSampler {
 public:
  PairSampler(const bipartite::Incidence& table, bipartite::Mode mode)
      : mode_(mode), size_(bipartite::SideOf(table, mode).size()) {
    observed_.assign(std::size_t{size_} * (size_ - (size_ > 0 ? 1 : 0)) / 2, 0);
    for (std::uint32_t at = 0; at < size_; ++at) {
      sum_.push_back(static_cast<std::uint32_t>(bipartite::SideOf(table, mode).joined(at).size()));
    }
    for (const auto& pair : bipartite::pair_overlaps(table, mode)) {
      observed_[place(pair.a, pair.b)] = pair.count;
    }
  }

  std::size_t place(std::size_t a, std::size_t b) const {
    return a * (2 * std::size_t{size_} - a - 1) / 2 + (b - a - 1);
  }
  std::uint32_t most(std::size_t a, std::size_t b) const { return std::min(sum_[a], sum_[b]); }
  Counts empty() const {
    const std::vector<std::uint32_t> none(observed_.size(), 0);
    return {none, none, none, none, std::vector<std::uint64_t>(observed_.size(), 0)};
  }
  void count(const bipartite::Incidence& sample, Counts& counts) const {
    const bipartite::SideOf side(sample, mode_);
    bipartite::Overlaps shared(side);
    for (std::uint32_t a = 0; a < size_; ++a) {
      shared.from(a);
      for (const std::uint32_t b : shared.partners()) {
        const std::size_t at = place(a, b);
        const std::uint32_t overlap = shared.shared(b);
        counts.exceeding[at] += overlap > observed_[at] ? 1 : 0;
        counts.equal[at] += overlap == observed_[at] ? 1 : 0;
        counts.largest[at] += overlap == most(a, b) ? 1 : 0;
        ++counts.some[at];
        counts.sum[at] += overlap;
      }
    }
  }

 private:
  bipartite::Mode mode_;
  std::uint32_t size_;
  std::vector<std::uint32_t> observed_, sum_;
};

bipartite::PairTests sampled_pairs(const bipartite::Incidence& table, const Options& options,
                                   const Context& context) {
  const auto samples = static_cast<std::size_t>(options.samples);
  bipartite::SampleOptions sampling{
      .samples = samples, .threads = context.threads, .stop = context.stop};
  sampling.progress = [&](double done, double total) { context.report("samples", done, total); };
  const PairSampler sampler(table, options.mode());
  std::vector<Counts> by_chain(sampling.chains, sampler.empty());
  bipartite::for_each_sample(table, context.rng("fdsm"), sampling,
                             [&](std::size_t index, const bipartite::Incidence& sample) {
                               sampler.count(sample, by_chain[chain_of(index, sampling)]);
                             });
  const bool upper = options.of_tail() == bipartite::Tail::upper;
  bipartite::PairTests tests;
  tests.tested = bipartite::pair_count(table, options.mode());
  std::vector<double> smallest;
  for (const auto& overlap : bipartite::pair_overlaps(table, options.mode(), true)) {
    const std::size_t at = sampler.place(overlap.a, overlap.b);
    std::uint64_t exceeding = 0, equal = 0, largest = 0, some = 0, sum = 0;
    for (const Counts& counts : by_chain) {
      exceeding += counts.exceeding[at];
      equal += counts.equal[at];
      largest += counts.largest[at];
      some += counts.some[at];
      sum += counts.sum[at];
    }
    if (overlap.count == 0) equal = samples - exceeding;
    if (sampler.most(overlap.a, overlap.b) == 0) largest = samples;
    const std::uint64_t extreme = upper ? exceeding + equal : samples - exceeding;
    tests.pairs.push_back({.a = overlap.a,
                           .b = overlap.b,
                           .observed = overlap.count,
                           .expected = static_cast<double>(sum) / static_cast<double>(samples),
                           .p_value = statistics::sample_p(extreme, samples)});
    smallest.push_back(std::min(tests.pairs.back().p_value,
                                statistics::sample_p(upper ? largest : samples - some, samples)));
  }
  bipartite::correct(
      tests, smallest,
      {.tail = options.of_tail(), .adjustment = options.adjustment(), .level = options.fdr});
  return tests;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  if (const auto refusal = cannot_be_sampled(table, options)) return *refusal;
  Outcome outcome;
  const auto tests = sampled_pairs(table, options, context);
  outcome.tables.push_back(
      pair_table(view, options, "Pairs against tables with the same sums", tests.pairs));
  outcome.tables.push_back({"tests", "What the test could find", test_columns(tests, options)});
  note_few_samples(tests, options, static_cast<std::uint64_t>(options.samples), outcome.notes);
  return outcome;
}

}  // namespace

Analysis fdsm() {
  return {.method = {.id = "fdsm",
                     .title = "Fixed degree sequence model",
                     .formula = "p = (1 + #{overlap in a random table >= observed}) / (1 + N)",
                     .convention = "every row and column sum is kept exactly, every such table is "
                                   "equally likely; burn-in 10 n1 trades and more until the "
                                   "distance to the data stops growing, n1 between samples, 8 "
                                   "chains; cells that could not be seen never change",
                     .cost = "O(samples x (trades + sum of squared degrees))",
                     .citations = {{"Strona et al. 2014, A fast and unbiased procedure to "
                                    "randomize ecological binary matrices",
                                    "10.1038/ncomms5114"},
                                   {"Carstens 2015, Proof of uniform sampling of binary matrices "
                                    "with fixed row sums and column sums",
                                    "10.1103/PhysRevE.91.042812"},
                                   {"Neal, Domagalski and Sagan 2021, Comparing alternatives to "
                                    "the fixed degree sequence model",
                                    "10.1038/s41598-021-03238-3"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::null_model
