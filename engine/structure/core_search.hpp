// SPDX-License-Identifier: Apache-2.0
// The core of a simple 0/1 graph: the set of vertices whose pattern of cells goes best with the
// graph's ones, by Pearson's correlation over the cells.
//
//   either     1 where one of the two is in the core           one-mode; loops are no cells
//   block      1 where both the actor and the item are         two-mode
//   blocks     1 inside of the core, 0 outside; cells between core and periphery are left out
//
// Directed: every ordered pair is a cell. Cells that could not be seen are left out.
// Method   Up to `exact` vertices all sets are tried; above, restarts from a cut of the degrees, of
//          blurred degrees or from random sets climb by single vertices in random order.
//          Borgatti and Everett (2000), doi:10.1016/S0378-8733(99)00019-2
// Cost     exact: 2^n times the mean degree; else O(n + m) per sweep, a few sweeps per restart.
#pragma once

#include <cstdint>
#include <stop_token>
#include <utility>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/bipartite/incidence.hpp"
#include "engine/graph/view.hpp"

namespace entente::structure {

enum class CorePattern : std::uint8_t { either, block, blocks };

// The ones and the hidden cells between each vertex and the others.
class CoreCells {
 public:
  // Edges of a simple graph, each once.
  CoreCells(std::uint32_t vertices, bool directed,
            const std::vector<std::pair<Vertex, Vertex>>& edges);
  explicit CoreCells(const bipartite::Incidence& table);

  struct Pair {
    Vertex other;
    std::int32_t ones, hidden;
  };
  std::uint32_t vertices() const noexcept { return first_ + second_; }
  std::uint32_t first_side() const noexcept { return first_; }  // one-mode: all vertices
  std::uint32_t second_side() const noexcept { return second_; }
  bool two_mode() const noexcept { return two_mode_; }
  std::int32_t cells_of_pair() const noexcept { return directed_ ? 2 : 1; }
  const std::vector<Pair>& pairs(Vertex v) const noexcept { return pairs_[v]; }

 private:
  std::uint32_t first_ = 0, second_ = 0;
  bool two_mode_ = false, directed_ = false;
  std::vector<std::vector<Pair>> pairs_;
};

struct CoreOptions {
  CorePattern pattern = CorePattern::either;
  std::uint32_t exact = 20;
  std::uint32_t restarts = 20;  // at least 1
  std::stop_token stop{};
};

struct FoundCore {
  bool defined = false;  // false: no set has a correlation
  double correlation = 0;
  std::vector<std::uint8_t> core;  // by vertex
  double share_near_best = 1;      // of the restarts, within 1e-6
};
FoundCore find_core(const CoreCells& cells, Rng rng, const CoreOptions& options);

}  // namespace entente::structure
