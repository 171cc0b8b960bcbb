// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/pair_test.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/statistics/poisson_binomial.hpp"

namespace entente::bipartite {
namespace {

// The chances of one line per kind, and the trials of an overlap.
class KindChances {
 public:
  KindChances(const BicmFit& fit, Mode mode, const LineKinds& kinds) {
    for (const std::uint32_t line : kinds.first) {
      chances_.push_back(mode == Mode::actor ? fit.row(line) : fit.column(line));
    }
    const Incidence& table = fit.table();
    const std::uint32_t across = mode == Mode::actor ? table.items() : table.actors();
    for (std::uint32_t c = 0; c < across; ++c) {
      const std::uint32_t other = mode == Mode::actor ? table.other_answer(c) : no_item;
      if (other == no_item || c < other) trials_.push_back({c, other});
    }
  }

  std::vector<double> of_pair(std::uint32_t kind_a, std::uint32_t kind_b) const {
    const auto& a = chances_[kind_a];
    const auto& b = chances_[kind_b];
    std::vector<double> q;
    q.reserve(trials_.size());
    for (const auto& [first, second] : trials_) {
      double both = a[first] * b[first];
      if (second != no_item) both += a[second] * b[second];
      if (both > 0) q.push_back(both);
    }
    return q;
  }

 private:
  struct Trial {
    std::uint32_t first, second;  // the answers of a roll call
  };
  std::vector<std::vector<double>> chances_;
  std::vector<Trial> trials_;
};

std::uint64_t key(const LineKinds& kinds, std::uint32_t a, std::uint32_t b) {
  const auto [low, high] = std::minmax(kinds.kind[a], kinds.kind[b]);
  return std::uint64_t{low} << 32 | high;
}

// Fills expected and p of pairs that share a pair of kinds.
void test_alike(std::span<PairTest*> pairs, const std::vector<double>& q, Tail tail) {
  Sum sum;
  for (const double chance : q) sum += chance;
  std::uint32_t most = 0;
  for (const PairTest* pair : pairs) most = std::max(most, pair->observed);
  const auto tails =
      tail == Tail::upper ? statistics::upper_tails(q, most) : statistics::lower_tails(q, most);
  for (PairTest* pair : pairs) {
    pair->expected = sum.value();
    pair->p_value = tails[pair->observed];
  }
}

struct SmallestP {
  double p = 1;
  std::uint64_t pairs = 0;
};

// Benjamini and Hochberg's step-up on the smallest p that each pair could have.
std::uint64_t rejected(std::vector<SmallestP> smallest, std::uint64_t tests, double level) {
  std::sort(smallest.begin(), smallest.end(),
            [](const SmallestP& a, const SmallestP& b) { return a.p < b.p; });
  std::uint64_t rank = 0, found = 0;
  for (const SmallestP& s : smallest) {
    rank += s.pairs;
    if (s.p * static_cast<double>(tests) <= level * static_cast<double>(rank)) found = rank;
  }
  return found;
}

std::uint64_t attainable(const BicmFit& fit, const LineKinds& kinds, const KindChances& chances,
                         const PairTestOptions& options, std::uint64_t tests) {
  const Incidence& table = fit.table();
  std::vector<std::uint64_t> members(kinds.first.size(), 0);
  for (const std::uint32_t kind : kinds.kind) ++members[kind];
  const auto degree = [&](std::uint32_t kind) {
    const std::uint32_t line = kinds.first[kind];
    return options.mode == Mode::actor ? table.row_sum(line) : table.column_sum(line);
  };
  std::vector<std::vector<SmallestP>> smallest(kinds.first.size());
  for_chunks(
      {.count = kinds.first.size(), .chunk = 4, .threads = options.threads, .stop = options.stop},
      [&](std::size_t begin, std::size_t end) {
        for (auto a = static_cast<std::uint32_t>(begin); a < end; ++a) {
          for (std::uint32_t b = a; b < kinds.first.size(); ++b) {
            const std::uint64_t pairs =
                a == b ? members[a] * (members[a] - 1) / 2 : members[a] * members[b];
            if (pairs == 0) continue;
            const auto q = chances.of_pair(a, b);
            const auto most =
                std::min({degree(a), degree(b), static_cast<std::uint32_t>(q.size())});
            smallest[a].push_back({statistics::upper_tail(q, most), pairs});
          }
        }
      });
  std::vector<SmallestP> all;
  for (const auto& some : smallest) all.insert(all.end(), some.begin(), some.end());
  return rejected(std::move(all), tests, options.level);
}

}  // namespace

PairTests test_pairs(const BicmFit& fit, const PairTestOptions& options) {
  const Incidence& table = fit.table();
  const LineKinds kinds = line_kinds(table, options.mode);
  const KindChances chances(fit, options.mode, kinds);

  PairTests result;
  result.tested = pair_count(table, options.mode);
  const bool all = options.list_all || options.tail == Tail::lower;
  for (const Overlap& overlap : pair_overlaps(table, options.mode, all)) {
    result.pairs.push_back({.a = overlap.a, .b = overlap.b, .observed = overlap.count});
  }
  std::vector<PairTest*> order;
  for (PairTest& pair : result.pairs) order.push_back(&pair);
  const auto key_of_pair = [&](const PairTest* pair) { return key(kinds, pair->a, pair->b); };
  std::sort(order.begin(), order.end(), [&](const PairTest* x, const PairTest* y) {
    const auto kx = key_of_pair(x), ky = key_of_pair(y);
    return kx != ky ? kx < ky : x < y;
  });
  std::vector<std::size_t> begins;  // of pairs of one pair of kinds
  for (std::size_t at = 0; at < order.size(); ++at) {
    if (at == 0 || key_of_pair(order[at - 1]) != key_of_pair(order[at])) begins.push_back(at);
  }
  begins.push_back(order.size());
  for_chunks(
      {.count = begins.size() - 1, .chunk = 64, .threads = options.threads, .stop = options.stop},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g) {
          const std::span<PairTest*> alike(order.data() + begins[g], order.data() + begins[g + 1]);
          const auto [low, high] =
              std::minmax(kinds.kind[alike.front()->a], kinds.kind[alike.front()->b]);
          test_alike(alike, chances.of_pair(low, high), options.tail);
        }
      });

  std::vector<double> p;
  for (const PairTest& pair : result.pairs) p.push_back(pair.p_value);
  const auto q = statistics::adjusted(p, options.adjustment, result.tested);
  for (std::size_t at = 0; at < q.size(); ++at) result.pairs[at].q_value = q[at];
  if (options.tail == Tail::upper) {
    result.attainable = attainable(fit, kinds, chances, options, result.tested);
  }
  return result;
}

}  // namespace entente::bipartite
