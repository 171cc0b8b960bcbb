// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_draws.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "engine/base/parallel.hpp"
#include "engine/bipartite/row_model.hpp"
#include "engine/statistics/conditional_bernoulli.hpp"
#include "engine/statistics/sample_p.hpp"

namespace entente::bipartite {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 29;  // of draws that are kept at once

// One row's draws; a trial is a unit that it knows.
class RowDrawer {
 public:
  RowDrawer(const RowOdds& odds, std::uint32_t actor)
      : row_(open_trials(odds, actor), odds.ones(actor)), open_(open_trials(odds, actor)) {
    for (std::size_t u = 0; u < odds.units().size(); ++u) {
      const auto& unit = odds.units()[u];
      if (unit.open || !odds.known(actor, unit)) continue;
      decided_.push_back({unit.item, {odds.decided(actor, u, 0), odds.decided(actor, u, 1)}});
    }
  }

  void draw(Rng& rng, std::vector<std::uint32_t>& items) {
    items.clear();
    row_.draw(rng, outcome_);
    for (std::size_t t = 0; t < open_.size(); ++t) {
      if (outcome_[t] != no_answer) items.push_back(open_[t].item[outcome_[t]]);
    }
    for (const Trial& trial : decided_) {
      const double u = rng.uniform();
      if (u < trial.chance[0]) {
        items.push_back(trial.item[0]);
      } else if (u < trial.chance[0] + trial.chance[1]) {
        items.push_back(trial.item[1]);
      }
    }
  }

 private:
  static std::vector<Trial> open_trials(const RowOdds& odds, std::uint32_t actor) {
    std::vector<Trial> trials;
    std::vector<double> any;
    for (const auto& unit : odds.units()) {
      if (!unit.open || !odds.known(actor, unit)) continue;
      trials.push_back({unit.item, unit.odds});
      any.push_back(unit.any());
    }
    const auto units = static_cast<double>(trials.size());
    if (trials.empty()) return trials;
    // Scaled odds change no draw, but keep the numbers within what a double can hold.
    const double ones = std::clamp<double>(odds.ones(actor), std::min(0.5, units / 2),
                                           std::max(units - 0.5, units / 2));
    const double scale = statistics::tilt(any, std::vector<std::uint32_t>(any.size(), 1), ones);
    for (Trial& trial : trials) {
      const double all = 1 + scale * (trial.chance[0] + trial.chance[1]);
      for (double& chance : trial.chance) chance *= scale / all;
    }
    return trials;
  }

  ConditionalRow row_;
  std::vector<Trial> open_, decided_;
  RowOutcome outcome_;
};

// Of every line, the draws of a block as bits on the other side.
class Draws {
 public:
  Draws(const Incidence& table, Mode mode, std::size_t block)
      : table_(table),
        mode_(mode),
        block_(block),
        words_((std::size_t{SideOf(table, mode).other_size()} + 63) / 64),
        bits_(std::size_t{line_count(table, mode)} * block * words_) {
    for (std::uint32_t line = 0; line < line_count(table, mode); ++line) {
      const std::uint32_t other = mode == Mode::item ? table.other_answer(line) : no_item;
      if (other == no_item || line < other) first_line_.push_back(line);
    }
  }

  void fill(const RowOdds& odds, const Rng& rng, std::size_t draws, const PairTestOptions& test) {
    std::fill(bits_.begin(), bits_.end(), 0);
    for_chunks(
        {.count = first_line_.size(), .chunk = 1, .threads = test.threads, .stop = test.stop},
        [&](std::size_t begin, std::size_t end) {
          for (std::size_t row = begin; row < end; ++row) fill_row(odds, rng, row, draws);
        });
  }

  std::uint32_t shared(std::uint32_t a, std::uint32_t b, std::size_t draw) const {
    const std::uint64_t *x = of(a, draw), *y = of(b, draw);
    std::uint32_t count = 0;
    for (std::size_t w = 0; w < words_; ++w) {
      count += static_cast<std::uint32_t>(std::popcount(x[w] & y[w]));
    }
    return count;
  }

 private:
  const std::uint64_t* of(std::uint32_t line, std::size_t draw) const {
    return bits_.data() + (line * block_ + draw) * words_;
  }
  void set(std::uint32_t line, std::size_t draw, std::uint32_t at) {
    bits_[(line * block_ + draw) * words_ + at / 64] |= std::uint64_t{1} << at % 64;
  }

  void fill_row(const RowOdds& odds, const Rng& rng, std::size_t row, std::size_t draws) {
    RowDrawer drawer(odds, static_cast<std::uint32_t>(row));
    Rng own = rng.split(row);
    const std::uint32_t line = first_line_[row];
    const std::uint32_t other = mode_ == Mode::item ? table_.other_answer(line) : no_item;
    std::vector<std::uint32_t> ones;
    for (std::size_t draw = 0; draw < draws; ++draw) {
      drawer.draw(own, ones);
      // Of a roll call's answers, which are whose is anybody's guess.
      std::size_t of_line = ones.size();
      if (other != no_item) {
        own.shuffle(ones);
        of_line = table_.column_sum(line);
      }
      for (std::size_t at = 0; at < ones.size(); ++at) {
        set(at < of_line ? line : other, draw, ones[at]);
      }
    }
  }

  const Incidence& table_;
  Mode mode_;
  std::size_t block_, words_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> first_line_;  // by row of the model
};

struct Count {
  std::uint32_t exceeding = 0, equal = 0, largest = 0, none = 0;
  std::uint64_t sum = 0;
};

}  // namespace

PairTests draw_pairs(const Incidence& table, const RowOdds& odds, const Rng& rng,
                     const RowDrawOptions& options) {
  const SideOf side(table, options.mode);
  const auto overlaps = pair_overlaps(table, options.mode, true);
  std::vector<Count> counts(overlaps.size());
  const std::size_t row_bytes =
      (std::size_t{side.other_size()} / 64 + 1) * 8 * std::max(1U, side.size());
  const std::size_t block = std::clamp<std::size_t>(most_bytes / row_bytes, 1, options.samples);
  Draws draws(table, options.mode, block);
  for (std::size_t begin = 0; begin < options.samples; begin += block) {
    const std::size_t size = std::min(block, options.samples - begin);
    draws.fill(odds, rng.split(begin), size, options.test);
    for_chunks({.count = overlaps.size(),
                .chunk = 64,
                .threads = options.test.threads,
                .stop = options.test.stop},
               [&](std::size_t from, std::size_t to) {
                 for (std::size_t at = from; at < to; ++at) {
                   const auto& [a, b, observed] = overlaps[at];
                   const auto most = static_cast<std::uint32_t>(
                       std::min(side.joined(a).size(), side.joined(b).size()));
                   Count& count = counts[at];
                   for (std::size_t draw = 0; draw < size; ++draw) {
                     const std::uint32_t shared = draws.shared(a, b, draw);
                     count.exceeding += shared > observed ? 1 : 0;
                     count.equal += shared == observed ? 1 : 0;
                     count.largest += shared == most ? 1 : 0;
                     count.none += shared == 0 ? 1 : 0;
                     count.sum += shared;
                   }
                 }
               });
  }
  PairTests tests;
  tests.tested = overlaps.size();
  std::vector<double> smallest;
  const auto samples = static_cast<double>(options.samples);
  for (std::size_t at = 0; at < overlaps.size(); ++at) {
    const Count& count = counts[at];
    PairTest pair{.a = overlaps[at].a, .b = overlaps[at].b, .observed = overlaps[at].count};
    pair.expected = static_cast<double>(count.sum) / samples;
    pair.p_upper = statistics::sample_p(count.exceeding + count.equal, options.samples);
    pair.p_lower = statistics::sample_p(options.samples - count.exceeding, options.samples);
    const double upper = statistics::sample_p(count.largest, options.samples);
    const double lower = statistics::sample_p(count.none, options.samples);
    pair.p_value = p_of(options.test.tail, pair.p_upper, pair.p_lower);
    // The smallest p value is known from samples alone, too.
    smallest.push_back(std::min(pair.p_value, p_of(options.test.tail, upper, lower)));
    tests.pairs.push_back(pair);
  }
  correct(tests, smallest, options.test);
  return tests;
}

}  // namespace entente::bipartite
