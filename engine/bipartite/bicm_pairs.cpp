// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/bicm_pairs.hpp"

#include <algorithm>
#include <memory>

#include "engine/base/sum.hpp"
#include "engine/statistics/poisson_binomial.hpp"

namespace entente::bipartite {
namespace {

// The chances of one line per kind, and the trials of an overlap.
class KindChances {
 public:
  KindChances(const BicmFit& fit, Mode mode, const LineKinds& kinds) {
    const Incidence& table = fit.table();
    for (const std::uint32_t line : kinds.first) {
      chances_.push_back(mode == Mode::actor ? fit.row(line) : fit.column(line));
      degree_.push_back(mode == Mode::actor ? table.row_sum(line) : table.column_sum(line));
    }
    const std::uint32_t across = mode == Mode::actor ? table.items() : table.actors();
    for (std::uint32_t c = 0; c < across; ++c) {
      const std::uint32_t other = mode == Mode::actor ? table.other_answer(c) : no_item;
      if (other == no_item || c < other) trials_.push_back({c, other});
    }
  }

  OverlapLaw law(KindPair pair) const {
    const auto& a = chances_[pair.a];
    const auto& b = chances_[pair.b];
    std::vector<double> q;
    q.reserve(trials_.size());
    Sum expected;
    for (const auto& [first, second] : trials_) {
      double both = a[first] * b[first];
      if (second != no_item) both += a[second] * b[second];
      if (both > 0) q.push_back(both);
      expected += both;
    }
    const std::uint32_t most = std::min(degree_[pair.a], degree_[pair.b]);
    auto begin = statistics::poisson_binomial_begin(q, std::size_t{most} + 1);
    return {std::move(begin.below), begin.reached, expected.value()};
  }

 private:
  struct Trial {
    std::uint32_t first, second;  // the answers of a roll call
  };
  std::vector<std::vector<double>> chances_;
  std::vector<std::uint32_t> degree_;
  std::vector<Trial> trials_;
};

}  // namespace

PairNull bicm_pairs(const BicmFit& fit, Mode mode) {
  PairNull null;
  null.mode = mode;
  null.kinds = line_kinds(fit.table(), mode);
  const auto chances = std::make_shared<const KindChances>(fit, mode, null.kinds);
  null.laws = [chances](std::span<const KindPair> pairs) {
    std::vector<OverlapLaw> laws;
    for (const KindPair pair : pairs) laws.push_back(chances->law(pair));
    return laws;
  };
  return null;
}

}  // namespace entente::bipartite
