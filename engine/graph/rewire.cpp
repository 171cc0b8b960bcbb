// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/rewire.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"

namespace entente {
namespace {

class Rewiring {
 public:
  Rewiring(std::vector<Ends> edges, bool directed) : edges_(std::move(edges)), directed_(directed) {
    place_.reserve(edges_.size());
    for (std::size_t e = 0; e < edges_.size(); ++e) {
      ENTENTE_ASSERT(edges_[e].first != edges_[e].second);
      const bool added = place_.emplace(key(edges_[e].first, edges_[e].second), e).second;
      ENTENTE_ASSERT(added);
    }
    if (!directed_) return;
    Vertex last = 0;
    for (const auto& [from, to] : edges_) last = std::max({last, from, to});
    leaving_.resize(edges_.empty() ? 0 : std::size_t{last} + 1);
    for (std::size_t e = 0; e < edges_.size(); ++e) leaving_[edges_[e].first].push_back(e);
  }

  void swap(Rng& rng) {
    const std::size_t e = rng.below(edges_.size()), f = rng.below(edges_.size());
    Ends one = edges_[e], two = edges_[f];
    if (!directed_ && rng.coin()) std::swap(one.first, one.second);
    if (!directed_ && rng.coin()) std::swap(two.first, two.second);
    if (e == f || one.first == two.second || two.first == one.second ||
        joined(one.first, two.second) || joined(two.first, one.second)) {
      return;
    }
    replace(e, {one.first, two.second}, f, {two.first, one.second});
  }

  // u -> v -> w -> u becomes u <- v <- w <- u; degrees stay, and so do the chances of the paths.
  void turn_triangle(Rng& rng) {
    const std::size_t first = rng.below(edges_.size());
    const auto [u, v] = edges_[first];
    if (leaving_[v].empty()) return;
    const std::size_t second = leaving_[v][rng.below(leaving_[v].size())];
    const Vertex w = edges_[second].second;
    const auto back = place_.find(key(w, u));
    if (w == u || back == place_.end() || joined(v, u) || joined(w, v) || joined(u, w)) return;
    const std::size_t third = back->second;
    for (const std::size_t e : {first, second, third}) forget(e);
    // Each arc keeps its source, so the rows of leaving arcs stay as they are.
    set(first, {u, w});
    set(second, {v, u});
    set(third, {w, v});
  }

  std::vector<Ends> take() { return std::move(edges_); }

 private:
  std::uint64_t key(Vertex a, Vertex b) const {
    if (!directed_ && a > b) std::swap(a, b);
    return (std::uint64_t{a} << 32) | b;
  }
  bool joined(Vertex a, Vertex b) const { return place_.count(key(a, b)) != 0; }
  void forget(std::size_t e) { place_.erase(key(edges_[e].first, edges_[e].second)); }
  void set(std::size_t e, Ends ends) {
    edges_[e] = ends;
    place_.emplace(key(ends.first, ends.second), e);
  }
  void replace(std::size_t e, Ends one, std::size_t f, Ends two) {
    forget(e);
    forget(f);
    set(e, one);
    set(f, two);
  }

  std::vector<Ends> edges_;
  bool directed_;
  std::unordered_map<std::uint64_t, std::size_t> place_;  // by pair, its position in edges_
  std::vector<std::vector<std::size_t>> leaving_;         // directed: by vertex, positions of arcs
};

}  // namespace

std::vector<Ends> rewired(std::vector<Ends> edges, bool directed, std::size_t steps, Rng& rng,
                          const std::stop_token& stop) {
  if (edges.empty()) return edges;
  Rewiring rewiring(std::move(edges), directed);
  for (std::size_t step = 0; step < steps; ++step) {
    if (step % 65'536 == 0 && stop.stop_requested()) throw Stopped{};
    if (directed && rng.below(4) == 0) {
      rewiring.turn_triangle(rng);
    } else {
      rewiring.swap(rng);
    }
  }
  return rewiring.take();
}

}  // namespace entente
