// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/hypergeometric_pairs.hpp"

#include <algorithm>
#include <bit>

#include "engine/bipartite/thinning.hpp"
#include "engine/statistics/hypergeometric.hpp"

namespace entente::bipartite {
namespace {

class Laws {
 public:
  Laws(const Incidence& table, Mode mode) : mode_(mode), kinds_(line_kinds(table, mode)) {
    const SideOf side(table, mode);
    for (const std::uint32_t line : kinds_.first) {
      Line found;
      found.degree = static_cast<std::uint32_t>(side.joined(line).size());
      const std::uint32_t other = mode == Mode::item ? table.other_answer(line) : no_item;
      found.answers = found.degree + (other == no_item ? 0 : table.column_sum(other));
      found.known.assign((std::size_t{side.other_size()} + 63) / 64, 0);
      for (std::uint32_t c = 0; c < side.other_size(); ++c) {
        if (side.known(line, c)) found.known[c / 64] |= std::uint64_t{1} << c % 64;
      }
      lines_.push_back(std::move(found));
    }
  }
  const LineKinds& kinds() const { return kinds_; }

  OverlapLaw law(KindPair pair) const {
    const Line &a = lines_[pair.a], &b = lines_[pair.b];
    std::uint32_t of_a = 0, of_b = 0, both = 0;
    for (std::size_t w = 0; w < a.known.size(); ++w) {
      of_a += static_cast<std::uint32_t>(std::popcount(a.known[w]));
      of_b += static_cast<std::uint32_t>(std::popcount(b.known[w]));
      both += static_cast<std::uint32_t>(std::popcount(a.known[w] & b.known[w]));
    }
    // What a has where b knows, then how much of it b has.
    auto shared =
        statistics::hypergeometric({.population = of_a, .marked = both, .drawn = a.answers});
    shared = thinned(shared, {of_b, b.answers});
    if (mode_ == Mode::item) {
      shared = thinned(shared, {a.answers, a.degree});
      shared = thinned(shared, {b.answers, b.degree});
    }
    const std::size_t size = std::size_t{std::min(a.degree, b.degree)} + 1;
    if (shared.size() < size) shared.resize(size, 0.0);
    return law_of(std::move(shared));
  }

 private:
  struct Line {
    std::uint32_t degree = 0, answers = 0;  // a roll call: of both its items
    std::vector<std::uint64_t> known;
  };
  Mode mode_;
  LineKinds kinds_;
  std::vector<Line> lines_;
};

}  // namespace

RowPairs hypergeometric_pairs(const Incidence& table, Mode mode) {
  if (mode == Mode::actor && table.has_roll_calls()) {
    return row_pairs(table, mode, equal_row_odds(table));
  }
  const auto laws = std::make_shared<const Laws>(table, mode);
  RowPairs result;
  result.null.mode = mode;
  result.null.kinds = laws->kinds();
  result.null.laws = [laws](std::span<const KindPair> pairs) {
    std::vector<OverlapLaw> found;
    for (const KindPair pair : pairs) found.push_back(laws->law(pair));
    return found;
  };
  return result;
}

}  // namespace entente::bipartite
