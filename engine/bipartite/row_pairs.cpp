// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_pairs.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/row_pair_law.hpp"
#include "engine/bipartite/thinning.hpp"
#include "engine/statistics/conditional_bernoulli.hpp"

namespace entente::bipartite {
namespace {

using Bits = std::vector<std::uint64_t>;

// Rows whose shares of ones are about the same get the same scale of odds: it changes no law, but
// keeps the numbers within what a double can hold, and rows of one band share work.
std::int32_t band_of(double ones, double units) {
  const auto step = [](double x) { return static_cast<std::int32_t>(std::log2(1 + x / 8)); };
  return ones <= units / 2 ? step(ones) : 1000 - step(units - ones);
}
double ones_of_band(std::int32_t band, double units) {
  const auto middle = [](std::int32_t step) { return 8 * (std::exp2(step + 0.5) - 1); };
  const double ones = band < 500 ? middle(band) : units - middle(1000 - band);
  return std::clamp(ones, std::min(0.5, units / 2), std::max(units - 0.5, units / 2));
}

struct RowKind {
  std::uint32_t row = 0;   // of the table of rows: its representative
  std::uint32_t ones = 0;  // in open units
  std::int32_t band = 0;
  Bits known;  // open units
};

class Laws {
 public:
  Laws(const Incidence& table, Mode mode, RowOdds odds)
      : mode_(mode), odds_(std::move(odds)), kinds_(line_kinds(table, mode)) {
    std::vector<double> open_odds;
    for (std::size_t u = 0; u < odds_.units().size(); ++u) {
      const auto& unit = odds_.units()[u];
      if (!unit.open) continue;
      open_.push_back(u);
      open_odds.push_back(unit.any());
    }
    std::vector<std::uint32_t> row_of_line;
    for (std::uint32_t line = 0, rows = 0; line < line_count(table, mode); ++line) {
      const std::uint32_t other = mode == Mode::item ? table.other_answer(line) : no_item;
      row_of_line.push_back(other != no_item && other < line ? row_of_line[other] : rows++);
    }
    for (const std::uint32_t line : kinds_.first) {
      RowKind kind;
      kind.row = row_of_line[line];
      kind.ones = odds_.ones(kind.row);
      kind.known.assign((open_.size() + 63) / 64, 0);
      std::size_t known = 0;
      for (std::size_t at = 0; at < open_.size(); ++at) {
        if (!odds_.known(kind.row, odds_.units()[open_[at]])) continue;
        kind.known[at / 64] |= std::uint64_t{1} << at % 64;
        ++known;
      }
      const auto units = static_cast<double>(open_.size());
      const double scaled = known == 0 ? 0 : kind.ones * (units / static_cast<double>(known));
      kind.band = band_of(scaled, units);
      if (scale_.find(kind.band) == scale_.end()) {
        scale_[kind.band] =
            open_.empty() ? 1
                          : statistics::tilt(open_odds, std::vector<std::uint32_t>(open_.size(), 1),
                                             ones_of_band(kind.band, units));
      }
      rows_.push_back(std::move(kind));
      taken_.push_back(mode == Mode::item ? table.column_sum(line)
                                          : odds_.table().row_sum(rows_.back().row));
    }
  }

  const LineKinds& kinds() const { return kinds_; }

  // Numbers the groups that share a filling, and adds up their costs.
  std::uint64_t work(KindPair pair) {
    const auto [a, b] = in_order(pair);
    Bits common(a->known);
    for (std::size_t w = 0; w < common.size(); ++w) common[w] &= b->known[w];
    auto key = std::tuple(a->band, b->band, std::move(common));
    const auto [at, is_new] = groups_.emplace(std::move(key), groups_.size());
    if (is_new) ranges_.push_back({0, ~0U, 0});
    widen(ranges_[at->second], *a, *b);
    return at->second;
  }

  struct Cost {
    double operations = 0, cells = 0;
  };
  Cost cost() const {
    Cost cost;
    for (const auto& [key, number] : groups_) {
      std::uint32_t items = 0, roll_calls = 0;
      for_common(std::get<2>(key), [&](std::size_t at) {
        ++(same(odds_.units()[open_[at]]) < 1 ? roll_calls : items);
      });
      cost.operations += PairFilling::cost(items, roll_calls, ranges_[number]);
      cost.cells = std::max(cost.cells, PairFilling::cells(items, roll_calls, ranges_[number]));
    }
    return cost;
  }

  std::vector<OverlapLaw> laws(std::span<const KindPair> pairs) const {
    const auto [a, b] = in_order(pairs.front());
    Bits common(a->known);
    for (std::size_t w = 0; w < common.size(); ++w) common[w] &= b->known[w];
    const double scale_a = scale_.at(a->band), scale_b = scale_.at(b->band);
    std::vector<SharedUnit> units;
    for_common(common, [&](std::size_t at) {
      const auto& unit = odds_.units()[open_[at]];
      units.push_back({scale_a * unit.any(), scale_b * unit.any(), same(unit)});
    });
    FillingRange range{0, ~0U, 0};
    for (const KindPair pair : pairs) {
      const auto [x, y] = in_order(pair);
      widen(range, *x, *y);
    }
    const PairFilling filling(std::move(units), range);
    const auto splits = binomials(filling.most_singles(), scale_a / (scale_a + scale_b));
    std::vector<OverlapLaw> laws;
    for (const KindPair pair : pairs) laws.push_back(law(pair, filling, splits));
    return laws;
  }

 private:
  // By m, then x: the chance of x of m.
  using Splits = std::vector<std::vector<double>>;
  static Splits binomials(std::uint32_t most, double p) {
    Splits splits{{1.0}};
    for (std::uint32_t m = 1; m <= most; ++m) {
      std::vector<double> row(m + 1, 0.0);
      for (std::uint32_t x = 0; x < m; ++x) {
        row[x] += splits.back()[x] * (1 - p);
        row[x + 1] += splits.back()[x] * p;
      }
      splits.push_back(std::move(row));
    }
    return splits;
  }

  static double same(const RowOdds::Unit& unit) {
    if (unit.odds[0] == 0 || unit.odds[1] == 0) return 1;
    const double w = unit.any();
    return (unit.odds[0] * unit.odds[0] + unit.odds[1] * unit.odds[1]) / (w * w);
  }

  // The row of the higher band first.
  std::pair<const RowKind*, const RowKind*> in_order(KindPair pair) const {
    const RowKind &x = rows_[pair.a], &y = rows_[pair.b];
    return x.band >= y.band ? std::pair(&x, &y) : std::pair(&y, &x);
  }
  template <class Use>
  void for_common(const Bits& common, Use use) const {
    for (std::size_t w = 0; w < common.size(); ++w) {
      for (std::uint64_t bits = common[w]; bits != 0; bits &= bits - 1) {
        use(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      }
    }
  }
  // Open units that a knows and b does not.
  static std::uint32_t alone(const RowKind& a, const RowKind& b) {
    std::uint32_t count = 0;
    for (std::size_t w = 0; w < a.known.size(); ++w) {
      count += static_cast<std::uint32_t>(std::popcount(a.known[w] & ~b.known[w]));
    }
    return count;
  }
  static void widen(FillingRange& range, const RowKind& a, const RowKind& b) {
    const std::uint32_t most = a.ones + b.ones;
    const std::uint32_t elsewhere = std::min(a.ones, alone(a, b)) + std::min(b.ones, alone(b, a));
    range.most_doubles = std::max(range.most_doubles, std::min(a.ones, b.ones));
    range.least_ones = std::min(range.least_ones, most - elsewhere);
    range.most_ones = std::max(range.most_ones, most);
  }

  // How many ones a row has where the other knows nothing, before its sum is asked about.
  std::vector<double> ones_alone(const RowKind& a, const RowKind& b) const {
    std::vector<double> law{1};
    const double scale = scale_.at(a.band);
    for (std::size_t w = 0; w < a.known.size(); ++w) {
      for (std::uint64_t bits = a.known[w] & ~b.known[w]; bits != 0; bits &= bits - 1) {
        const auto at = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        const double odds = scale * odds_.units()[open_[at]].any();
        law.push_back(0);
        for (std::size_t k = law.size() - 1; k > 0; --k) {
          law[k] = (law[k] + law[k - 1] * odds) / (1 + odds);
        }
        law[0] /= 1 + odds;
      }
    }
    return law;
  }

  OverlapLaw law(KindPair pair, const PairFilling& filling, const Splits& splits) const {
    const auto [a, b] = in_order(pair);
    auto shared = shared_ones(*a, *b, filling, splits);
    for (const double q : decided(a->row, b->row)) {
      shared.push_back(0);
      for (std::size_t s = shared.size() - 1; s > 0; --s) {
        shared[s] = shared[s] * (1 - q) + shared[s - 1] * q;
      }
      shared[0] *= 1 - q;
    }
    if (mode_ == Mode::item) {
      const Incidence& rows = odds_.table();
      shared = thinned(shared, {rows.row_sum(a->row), taken_[index_of(*a)]});
      shared = thinned(shared, {rows.row_sum(b->row), taken_[index_of(*b)]});
    }
    const std::size_t size = std::size_t{std::min(taken_[pair.a], taken_[pair.b])} + 1;
    while (shared.size() > size && shared.back() == 0) shared.pop_back();
    if (shared.size() < size) shared.resize(size, 0.0);
    return law_of(std::move(shared));
  }
  std::size_t index_of(const RowKind& kind) const {
    return static_cast<std::size_t>(&kind - rows_.data());
  }

  // By s: the chance that the open units give s in common, given both sums.
  std::vector<double> shared_ones(const RowKind& a, const RowKind& b, const PairFilling& filling,
                                  const Splits& splits) const {
    const auto a_alone = ones_alone(a, b), b_alone = ones_alone(b, a);
    const std::uint32_t both = a.ones + b.ones;
    const std::uint32_t doubles = std::min({a.ones, b.ones, filling.most_doubles()});
    std::vector<double> shared(std::size_t{doubles} + 1, 0.0), weight;
    for (std::uint32_t r = 0; r <= doubles; ++r) {
      const std::uint32_t most = std::min(filling.most_singles(), both - 2 * r);
      weight.assign(std::size_t{most} + 1, 0.0);
      for (std::uint32_t m = 0; m <= most; ++m) {
        const std::uint32_t outside = both - 2 * r - m;  // ones where the other knows nothing
        for (std::uint32_t i = 0; i < a_alone.size() && i <= outside && i + r <= a.ones; ++i) {
          const std::uint32_t j = outside - i, of_a = a.ones - i - r;
          if (j >= b_alone.size() || of_a > m) continue;
          weight[m] += a_alone[i] * b_alone[j] * splits[m][of_a];
        }
      }
      for (std::uint32_t d = 0; d <= filling.most_differing(r); ++d) {
        const double* by_singles = filling.by_singles(r, d);
        double sum = 0;
        for (std::uint32_t m = 0; m <= most; ++m) {
          if (weight[m] != 0) sum += weight[m] * by_singles[m];
        }
        shared[r - d] += sum;
      }
    }
    Sum total;
    for (const double value : shared) total += value;
    ENTENTE_ASSERT(total.value() > 0);
    for (double& value : shared) value /= total.value();
    return shared;
  }

  // By unit that the sums decide: the chance that both rows have the same answer in it.
  std::vector<double> decided(std::uint32_t a, std::uint32_t b) const {
    std::vector<double> chances;
    for (std::size_t u = 0; u < odds_.units().size(); ++u) {
      const auto& unit = odds_.units()[u];
      if (unit.open || !odds_.known(a, unit) || !odds_.known(b, unit)) continue;
      const double q = odds_.decided(a, u, 0) * odds_.decided(b, u, 0) +
                       odds_.decided(a, u, 1) * odds_.decided(b, u, 1);
      if (q > 0) chances.push_back(std::min(1.0, q));
    }
    return chances;
  }

  Mode mode_;
  RowOdds odds_;
  LineKinds kinds_;
  std::vector<std::size_t> open_;         // units
  std::vector<RowKind> rows_;             // by kind of line
  std::vector<std::uint32_t> taken_;      // by kind of line: its degree
  std::map<std::int32_t, double> scale_;  // of the odds, by band
  std::map<std::tuple<std::int32_t, std::int32_t, Bits>, std::size_t> groups_;
  std::vector<FillingRange> ranges_;  // by group
};

}  // namespace

bool too_costly(const RowPairs& model) noexcept { return model.cost > 1e11 || model.cells > 5e7; }

RowPairs row_pairs(const Incidence& table, Mode mode, RowOdds odds) {
  const auto laws = std::make_shared<Laws>(table, mode, std::move(odds));
  RowPairs result;
  result.null.mode = mode;
  result.null.kinds = laws->kinds();
  const auto kinds = static_cast<std::uint32_t>(laws->kinds().first.size());
  for (std::uint32_t a = 0; a < kinds; ++a) {
    for (std::uint32_t b = a; b < kinds; ++b) laws->work({a, b});
  }
  const auto [operations, cells] = laws->cost();
  result.cost = operations;
  result.cells = cells;
  result.null.work = [laws](KindPair pair) { return laws->work(pair); };
  result.null.laws = [laws](std::span<const KindPair> pairs) { return laws->laws(pairs); };
  return result;
}

}  // namespace entente::bipartite
