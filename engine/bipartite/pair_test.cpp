// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/pair_test.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"

namespace entente::bipartite {
namespace {

using statistics::Attainable;
using statistics::AttainableP;

// The p values that a law allows, ascending, each with the chance of one that is at most it.
std::vector<Attainable> attainable_p(const OverlapLaw& law, const Tails& tails, Tail tail) {
  std::vector<Attainable> values;
  for (std::size_t s = 0; s < law.chance.size(); ++s) {
    if (law.chance[s] <= 0) continue;
    // An overlap beyond what the degrees allow counts as the largest one.
    const bool last = tail != Tail::lower && s + 1 == law.chance.size();
    values.push_back(
        {p_of(tail, tails.upper[s], tails.lower[s]), law.chance[s] + (last ? law.beyond : 0)});
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const Attainable& x, const Attainable& y) { return x.p < y.p; });
  std::vector<Attainable> distinct;
  double chance = 0;
  for (const Attainable& value : values) {
    chance += value.chance;
    if (distinct.empty() || distinct.back().p != value.p) distinct.push_back(value);
    // One tail is its own chance, with all its digits.
    distinct.back().chance = tail == Tail::both ? std::min(1.0, chance) : value.p;
  }
  return distinct;
}

// A pair of kinds, its pairs, and those of them that are listed: a range of `order`.
struct Cell {
  KindPair kinds;
  std::uint64_t work = 0, pairs = 0;
  std::size_t begin = 0, end = 0;
  double smallest = 1;
  std::vector<Attainable> attainable;  // where the correction asks for it
};

std::uint64_t key(KindPair pair) { return std::uint64_t{pair.a} << 32 | pair.b; }

// Every pair of kinds that has pairs, those that share work beside each other.
std::vector<Cell> all_cells(const Incidence& table, const PairNull& null) {
  const auto& first = null.kinds.first;
  std::vector<std::uint64_t> members(first.size(), 0);
  for (const std::uint32_t kind : null.kinds.kind) ++members[kind];
  std::vector<std::uint64_t> answers;  // pairs that are the two answers of one roll call
  for (std::uint32_t j = 0; null.mode == Mode::item && j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (other == no_item || other < j) continue;
    const auto [low, high] = std::minmax(null.kinds.kind[j], null.kinds.kind[other]);
    answers.push_back(key({low, high}));
  }
  std::sort(answers.begin(), answers.end());
  std::vector<Cell> cells;
  for (std::uint32_t a = 0; a < first.size(); ++a) {
    for (std::uint32_t b = a; b < first.size(); ++b) {
      Cell cell;
      cell.kinds = {a, b};
      cell.pairs = a == b ? members[a] * (members[a] - 1) / 2 : members[a] * members[b];
      const auto [low, high] = std::equal_range(answers.begin(), answers.end(), key(cell.kinds));
      cell.pairs -= static_cast<std::uint64_t>(high - low);
      if (cell.pairs == 0) continue;
      if (null.work) cell.work = null.work(cell.kinds);
      cells.push_back(std::move(cell));
    }
  }
  if (null.work) {
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Cell& x, const Cell& y) { return x.work < y.work; });
  }
  return cells;
}

// Sorts the listed pairs by cell.
std::vector<PairTest*> order_of(PairTests& tests, const PairNull& null, std::vector<Cell>& cells) {
  const auto kinds_of = [&](const PairTest& pair) {
    const auto [low, high] = std::minmax(null.kinds.kind[pair.a], null.kinds.kind[pair.b]);
    return key({low, high});
  };
  std::vector<PairTest*> order;
  for (PairTest& pair : tests.pairs) order.push_back(&pair);
  std::sort(order.begin(), order.end(), [&](const PairTest* x, const PairTest* y) {
    const auto kx = kinds_of(*x), ky = kinds_of(*y);
    return kx != ky ? kx < ky : x < y;
  });
  for (Cell& cell : cells) {
    const std::uint64_t wanted = key(cell.kinds);
    const auto begin = std::lower_bound(
        order.begin(), order.end(), wanted,
        [&](const PairTest* pair, std::uint64_t k) { return kinds_of(*pair) < k; });
    auto end = begin;
    while (end != order.end() && kinds_of(**end) == wanted) ++end;
    cell.begin = static_cast<std::size_t>(begin - order.begin());
    cell.end = static_cast<std::size_t>(end - order.begin());
  }
  return order;
}

void judge(Cell& cell, const OverlapLaw& law, std::span<PairTest*> pairs,
           const PairTestOptions& options) {
  const Tails tails = tails_of(law);
  auto attainable = attainable_p(law, tails, options.tail);
  cell.smallest = attainable.empty() ? 1 : attainable.front().p;
  for (PairTest* pair : pairs) {
    ENTENTE_ASSERT(pair->observed < law.chance.size());
    pair->expected = law.expected;
    pair->p_upper = tails.upper[pair->observed];
    pair->p_lower = tails.lower[pair->observed];
    pair->p_value = p_of(options.tail, pair->p_upper, pair->p_lower);
  }
  if (statistics::needs_attainable(options.adjustment)) cell.attainable = std::move(attainable);
}

void judge_all(std::vector<Cell>& cells, std::span<PairTest*> order, const PairNull& null,
               const PairTestOptions& options) {
  std::vector<std::size_t> begins;  // of what is asked for together
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (c == 0 || !null.work || cells[c].work != cells[c - 1].work) begins.push_back(c);
  }
  begins.push_back(cells.size());
  for_chunks(
      {.count = begins.size() - 1, .chunk = 4, .threads = options.threads, .stop = options.stop},
      [&](std::size_t from, std::size_t to) {
        for (std::size_t g = from; g < to; ++g) {
          std::vector<KindPair> pairs;
          for (std::size_t c = begins[g]; c < begins[g + 1]; ++c) pairs.push_back(cells[c].kinds);
          const auto laws = null.laws(pairs);
          for (std::size_t at = 0; at < pairs.size(); ++at) {
            Cell& cell = cells[begins[g] + at];
            judge(cell, laws[at], order.subspan(cell.begin, cell.end - cell.begin), options);
          }
        }
      });
}

void correct_all(PairTests& tests, const std::vector<double>& smallest_of_listed,
                 const std::vector<statistics::SmallestP>& smallest, AttainableP& attainable,
                 const PairTestOptions& options) {
  std::vector<double> p;
  for (const PairTest& pair : tests.pairs) p.push_back(pair.p_value);
  attainable.finish();
  const auto q =
      statistics::adjusted(p, smallest_of_listed, options.adjustment, attainable, options.level);
  for (std::size_t at = 0; at < q.size(); ++at) tests.pairs[at].q_value = q[at];
  tests.attainable =
      statistics::could_be_rejected(smallest, options.adjustment, attainable, options.level);
}

}  // namespace

double p_of(Tail tail, double upper, double lower) noexcept {
  if (tail == Tail::both) return std::min(1.0, 2 * std::min(upper, lower));
  return tail == Tail::upper ? upper : lower;
}

PairTests test_pairs(const Incidence& table, const PairNull& null, const PairTestOptions& options) {
  PairTests result;
  result.tested = pair_count(table, null.mode);
  const bool all = options.list_all || options.tail != Tail::upper;
  for (const Overlap& overlap : pair_overlaps(table, null.mode, all)) {
    result.pairs.push_back({.a = overlap.a, .b = overlap.b, .observed = overlap.count});
  }
  std::vector<Cell> cells = all_cells(table, null);
  std::vector<PairTest*> order = order_of(result, null, cells);
  judge_all(cells, order, null, options);

  AttainableP attainable;
  std::vector<statistics::SmallestP> smallest;
  std::vector<double> of_listed(result.pairs.size(), 1);
  for (Cell& cell : cells) {
    const Attainable least{cell.smallest, cell.smallest};
    attainable.add(cell.attainable.empty() ? std::span(&least, 1) : std::span(cell.attainable),
                   cell.pairs);
    std::vector<Attainable>().swap(cell.attainable);
    smallest.push_back({cell.smallest, cell.pairs});
    for (std::size_t at = cell.begin; at < cell.end; ++at) {
      of_listed[static_cast<std::size_t>(order[at] - result.pairs.data())] = cell.smallest;
    }
  }
  correct_all(result, of_listed, smallest, attainable, options);
  return result;
}

void correct(PairTests& tests, const std::vector<double>& smallest,
             const PairTestOptions& options) {
  ENTENTE_ASSERT(tests.pairs.size() == tests.tested && smallest.size() == tests.tested);
  AttainableP attainable;
  std::vector<statistics::SmallestP> all;
  for (const double p : smallest) {
    const Attainable least{p, p};
    attainable.add({&least, 1}, 1);
    all.push_back({p, 1});
  }
  correct_all(tests, smallest, all, attainable, options);
}

}  // namespace entente::bipartite
