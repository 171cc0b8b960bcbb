// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/block_description.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/assert.hpp"
#include "engine/base/log_factorial.hpp"
#include "engine/base/sum.hpp"

namespace entente {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

double log_double_factorial(double x) { return x * std::log(2.0) + log_factorial(x); }  // (2x)!!

// Calls use(pair, how often it stands there) for each different pair.
template <class Use>
void for_repeats(std::vector<Pair> pairs, Use&& use) {
  std::sort(pairs.begin(), pairs.end());
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    while (end < pairs.size() && pairs[end] == pairs[begin]) ++end;
    use(pairs[begin], double(end - begin));
  }
}

Pair ordered(std::uint32_t a, std::uint32_t b) { return {std::min(a, b), std::max(a, b)}; }

struct Blocks {
  std::vector<std::uint32_t> of;           // by vertex
  std::vector<double> members, ends;       // by block
  double first_side = 0, second_side = 0;  // blocks; one-mode: the first alone
};

Blocks blocks_of(const View& view, std::span<const std::uint32_t> groups) {
  const std::uint32_t n = view.vertex_count();
  constexpr std::uint32_t none = 0xffffffff;
  Blocks blocks;
  std::vector<std::uint32_t> name;
  const auto side = [&](Vertex begin, Vertex end) {
    const std::size_t before = blocks.members.size();
    name.assign(n, none);
    for (Vertex v = begin; v < end; ++v) {
      if (name[groups[v]] == none) {
        name[groups[v]] = std::uint32_t(blocks.members.size());
        blocks.members.push_back(0);
      }
      blocks.of.push_back(name[groups[v]]);
      ++blocks.members[blocks.of.back()];
    }
    return double(blocks.members.size() - before);
  };
  const Vertex border = view.two_mode() ? view.actor_count() : n;
  blocks.first_side = side(0, border);
  blocks.second_side = side(border, n);
  blocks.ends.assign(blocks.members.size(), 0);
  return blocks;
}

// Which vertices are in which block.
void add_partition(const View& view, const Blocks& blocks, Sum& sum) {
  const auto side = [&](double vertices, double count) {
    if (vertices == 0) return;
    sum += log_choose(vertices - 1, count - 1);
    sum += log_factorial(vertices);
    sum += std::log(vertices);
  };
  const double first = view.two_mode() ? view.actor_count() : view.vertex_count();
  side(first, blocks.first_side);
  side(view.vertex_count() - first, blocks.second_side);
  for (const double members : blocks.members) sum += -log_factorial(members);
}

}  // namespace

BlockDescription describe_blocks(const View& view, std::span<const std::uint32_t> groups,
                                 EdgeCountPrior prior) {
  ENTENTE_ASSERT(!view.directed() || view.two_mode());
  ENTENTE_ASSERT(prior == EdgeCountPrior::general || view.two_mode());
  ENTENTE_ASSERT(groups.size() == view.vertex_count());
  Blocks blocks = blocks_of(view, groups);
  std::vector<double> degree(view.vertex_count(), 0);
  std::vector<Pair> between_blocks, between_vertices;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex u = view.source(e), v = view.target(e);
    const std::uint32_t r = blocks.of[u], s = blocks.of[v];
    between_vertices.push_back(ordered(u, v));
    between_blocks.push_back(ordered(r, s));
    ++degree[u];
    ++degree[v];
    ++blocks.ends[r];
    ++blocks.ends[s];
  }
  Sum both, plain, corrected;
  for_repeats(std::move(between_blocks), [&](const Pair& pair, double count) {
    both += pair.first == pair.second ? -log_double_factorial(count) : -log_factorial(count);
  });
  for_repeats(std::move(between_vertices), [&](const Pair& pair, double count) {
    both += pair.first == pair.second ? log_double_factorial(count) : log_factorial(count);
  });
  const double edges = view.edge_count(), count = double(blocks.members.size());
  if (edges > 0) {
    const double cells = prior == EdgeCountPrior::sides ? blocks.first_side * blocks.second_side
                                                        : count * (count + 1) / 2;
    both += log_choose(cells + edges - 1, edges);
  }
  add_partition(view, blocks, both);
  for (std::size_t r = 0; r < blocks.members.size(); ++r) {
    const double n_r = blocks.members[r], e_r = blocks.ends[r];
    plain += e_r * std::log(n_r);
    corrected += log_factorial(e_r);
    if (e_r > 0) corrected += log_choose(n_r + e_r - 1, e_r);
  }
  for (const double k : degree) corrected += -log_factorial(k);
  return {both.value() + plain.value(), both.value() + corrected.value()};
}

}  // namespace entente
