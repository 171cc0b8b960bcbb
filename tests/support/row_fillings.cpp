// SPDX-License-Identifier: Apache-2.0
#include "tests/support/row_fillings.hpp"

#include <algorithm>
#include <cmath>

namespace entente::test {
namespace {

using bipartite::Incidence;
using bipartite::Mode;
using bipartite::SideOf;

// Every way to take `left` more of `choices` from `at` on, no two of one pair of answers.
void take(const std::vector<std::uint32_t>& choices, const Incidence* answers, std::size_t at,
          std::size_t left, std::vector<std::uint32_t>& taken,
          std::vector<std::vector<std::uint32_t>>& found) {
  if (left == 0) {
    found.push_back(taken);
    return;
  }
  if (at == choices.size()) return;
  take(choices, answers, at + 1, left, taken, found);
  const std::uint32_t other = answers == nullptr ? no_item : answers->other_answer(choices[at]);
  if (std::find(taken.begin(), taken.end(), other) != taken.end()) return;
  taken.push_back(choices[at]);
  take(choices, answers, at + 1, left - 1, taken, found);
  taken.pop_back();
}

std::vector<std::vector<std::uint32_t>> all_of(const std::vector<std::uint32_t>& choices,
                                               const Incidence* answers, std::size_t count) {
  std::vector<std::vector<std::uint32_t>> found;
  std::vector<std::uint32_t> taken;
  take(choices, answers, 0, count, taken, found);
  return found;
}

}  // namespace

RowFillings::RowFillings(const Incidence& table, Mode mode, bool equal) {
  const SideOf side(table, mode);
  for (std::uint32_t line = 0; line < side.size(); ++line) {
    std::vector<std::uint32_t> known;
    for (std::uint32_t c = 0; c < side.other_size(); ++c) {
      if (side.known(line, c)) known.push_back(c);
    }
    const std::size_t ones = side.joined(line).size();
    auto& fillings = lines_.emplace_back();
    const std::uint32_t other = mode == Mode::item ? table.other_answer(line) : no_item;
    const std::size_t answers = ones + (other == no_item ? 0 : side.joined(other).size());
    for (auto& answered : all_of(known, mode == Mode::actor ? &table : nullptr, answers)) {
      for (auto& taken : all_of(answered, nullptr, ones)) {
        fillings.push_back({answered, std::move(taken), 0});
      }
    }
  }
  // A row of the model is an actor, or what was answered on an item: the second item of a roll call
  // adds nothing to it.
  const auto counts = [&](std::uint32_t line) {
    const std::uint32_t other = mode == Mode::item ? table.other_answer(line) : no_item;
    return other == no_item || line < other;
  };
  std::vector<double> weight(side.other_size(), 1), expected(weight.size()), sums(weight.size());
  for (std::uint32_t c = 0; c < sums.size(); ++c) sums[c] = double(side.members(c).size());
  for (int step = 0; step < 20'000; ++step) {
    std::fill(expected.begin(), expected.end(), 0);
    for (std::uint32_t line = 0; line < lines_.size(); ++line) {
      double total = 0;
      for (Filling& filling : lines_[line]) {
        filling.chance = 1;
        for (const std::uint32_t c : filling.answered) filling.chance *= weight[c];
        total += filling.chance;
      }
      for (Filling& filling : lines_[line]) {
        filling.chance /= total;
        if (!counts(line)) continue;
        for (const std::uint32_t c : filling.answered) expected[c] += filling.chance;
      }
    }
    double miss = 0;
    for (std::uint32_t c = 0; c < sums.size(); ++c) {
      if (sums[c] > 0) miss = std::max(miss, std::abs(expected[c] - sums[c]));
    }
    if (equal) break;
    miss_ = miss;
    if (miss < 1e-12) break;
    for (std::uint32_t c = 0; c < sums.size(); ++c) {
      weight[c] = sums[c] == 0 ? 0 : weight[c] * sums[c] / expected[c];
    }
  }
}

std::vector<double> RowFillings::overlap_law(std::uint32_t a, std::uint32_t b) const {
  std::vector<double> law;
  for (const Filling& x : lines_[a]) {
    for (const Filling& y : lines_[b]) {
      std::vector<std::uint32_t> both;
      std::set_intersection(x.taken.begin(), x.taken.end(), y.taken.begin(), y.taken.end(),
                            std::back_inserter(both));
      if (law.size() <= both.size()) law.resize(both.size() + 1, 0.0);
      law[both.size()] += x.chance * y.chance;
    }
  }
  return law;
}

double upper_tail_of(const std::vector<double>& law, std::size_t x) {
  double sum = 0;
  for (std::size_t s = law.size(); s-- > x;) sum += law[s];
  return sum;
}

double lower_tail_of(const std::vector<double>& law, std::size_t x) {
  double sum = 0;
  for (std::size_t s = 0; s < std::min(x + 1, law.size()); ++s) sum += law[s];
  return sum;
}

}  // namespace entente::test
