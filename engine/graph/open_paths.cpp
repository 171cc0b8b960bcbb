// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/open_paths.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace entente {

Ties::Ties(std::uint32_t nodes, std::vector<Tie> ties) {
  std::erase_if(ties, [](const Tie& tie) { return tie.source == tie.target; });
  std::sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) {
    return std::tie(a.source, a.target) < std::tie(b.source, b.target);
  });
  out_begin_.assign(std::size_t{nodes} + 1, 0);
  in_begin_.assign(std::size_t{nodes} + 1, 0);
  for (const Tie& tie : ties) {
    ++out_begin_[tie.source + 1];
    ++in_begin_[tie.target + 1];
  }
  std::partial_sum(out_begin_.begin(), out_begin_.end(), out_begin_.begin());
  std::partial_sum(in_begin_.begin(), in_begin_.end(), in_begin_.begin());
  in_.resize(ties.size());
  std::vector<std::size_t> next(in_begin_.begin(), in_begin_.end() - 1);
  for (const Tie& tie : ties) {
    out_.push_back({tie.target, tie.ways});
    in_[next[tie.target]++] = {tie.source, tie.ways};
  }
}

Ties ties_of(const View& view, Side side) {
  const Neighbours out(view, side);
  std::vector<Ties::Tie> ties;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    for (const Vertex to : out.of(v)) ties.push_back({v, to, 1});
  }
  return Ties(view.vertex_count(), std::move(ties));
}

}  // namespace entente
