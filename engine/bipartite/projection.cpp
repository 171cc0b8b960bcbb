// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/projection.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <numeric>

#include "engine/base/parallel.hpp"
#include "engine/base/scratch.hpp"

namespace entente::bipartite {
namespace {

// What a shared node adds to a pair's sum; empty where only the number of shared nodes counts.
std::vector<double> terms(const SideOf& side, PairWeight weight) {
  std::vector<double> term;
  const bool newman = weight == PairWeight::newman;
  if (!newman && weight != PairWeight::hyperbolic && weight != PairWeight::resource_allocation) {
    return term;
  }
  for (std::uint32_t l = 0; l < side.other_size(); ++l) {
    const auto degree = double(side.members(l).size());
    term.push_back(degree < 2 ? 0 : 1 / (newman ? degree - 1 : degree));
  }
  return term;
}

// Rows of bits: which nodes of the other side are joined to a node, and which could be seen.
class Bits {
 public:
  explicit Bits(const SideOf& side)
      : words_((side.other_size() + 63) / 64),
        joined_(side.size() * words_, 0),
        known_(side.size() * words_, 0) {
    for (std::uint32_t u = 0; u < side.size(); ++u) {
      for (const std::uint32_t l : side.joined(u)) joined_[place(u, l)] |= bit(l);
      for (std::uint32_t l = 0; l < side.other_size(); ++l) {
        if (side.known(u, l)) known_[place(u, l)] |= bit(l);
      }
    }
  }
  // The degree of u among the nodes that could be seen for v.
  std::uint32_t degree(std::uint32_t u, std::uint32_t v) const {
    int count = 0;
    for (std::size_t w = 0; w < words_; ++w) {
      count += std::popcount(joined_[u * words_ + w] & known_[v * words_ + w]);
    }
    return static_cast<std::uint32_t>(count);
  }
  bool comparable(std::uint32_t u, std::uint32_t v) const {
    for (std::size_t w = 0; w < words_; ++w) {
      if ((known_[u * words_ + w] & known_[v * words_ + w]) != 0) return true;
    }
    return false;
  }

 private:
  std::size_t place(std::uint32_t u, std::uint32_t l) const { return u * words_ + l / 64; }
  static std::uint64_t bit(std::uint32_t l) { return std::uint64_t{1} << (l % 64); }

  std::size_t words_;
  std::vector<std::uint64_t> joined_, known_;
};

double ratio(PairWeight weight, double shared, double k, double other_k) {
  if (weight == PairWeight::jaccard) return shared / (k + other_k - shared);
  if (weight == PairWeight::overlap) return shared / std::min(k, other_k);
  return shared / std::sqrt(k * other_k);
}

// The edges of u with later nodes, and in a directed projection their reverses and the loop of u.
void add_edges(const SideOf& side, PairWeight weight, const std::vector<double>& term,
               const Bits* bits, std::uint32_t u, Overlaps& overlaps,
               std::vector<ProjectedEdge>& edges) {
  overlaps.from(u, term);
  const auto k = double(side.joined(u).size());
  if (weight == PairWeight::resource_allocation && k > 0) {
    double back = 0;
    for (const std::uint32_t l : side.joined(u)) back += 1 / double(side.members(l).size());
    edges.push_back({u, u, back / k});
  }
  for (const std::uint32_t v : overlaps.partners()) {
    const double shared = overlaps.shared(v);
    const auto other_k = double(side.joined(v).size());
    if (weight == PairWeight::simple) {
      edges.push_back({u, v, shared});
    } else if (weight == PairWeight::resource_allocation) {
      edges.push_back({u, v, overlaps.sum(v) / k});
      edges.push_back({v, u, overlaps.sum(v) / other_k});
    } else if (!term.empty()) {
      edges.push_back({u, v, overlaps.sum(v)});
    } else if (bits != nullptr) {
      edges.push_back({u, v, ratio(weight, shared, bits->degree(u, v), bits->degree(v, u))});
    } else {
      edges.push_back({u, v, ratio(weight, shared, k, other_k)});
    }
  }
}

}  // namespace

Projected project(const Incidence& table, const ProjectionOptions& options) {
  constexpr std::size_t chunk = 64;
  const SideOf side(table, options.side);
  const auto term = terms(side, options.weight);
  const auto bits = table.masked() ? std::make_unique<const Bits>(side) : nullptr;
  const Bits* seen = bits.get();
  const std::size_t chunks = (side.size() + chunk - 1) / chunk;
  std::vector<std::vector<ProjectedEdge>> edges(chunks);
  std::vector<std::uint64_t> incomparable(chunks, 0);
  ScratchPool<Overlaps> pool([&] { return Overlaps(side); });
  for_chunks(
      {.count = side.size(), .chunk = chunk, .threads = options.threads, .stop = options.stop},
      [&](std::size_t begin, std::size_t end) {
        pool.with([&](Overlaps& overlaps) {
          for (auto u = std::uint32_t(begin); u < end; ++u) {
            add_edges(side, options.weight, term, seen, u, overlaps, edges[begin / chunk]);
            for (std::uint32_t v = u + 1; seen != nullptr && v < side.size(); ++v) {
              incomparable[begin / chunk] += seen->comparable(u, v) ? 0 : 1;
            }
          }
        });
      });
  Projected result;
  for (const auto& part : edges) {
    result.edges.insert(result.edges.end(), part.begin(), part.end());
  }
  if (options.weight == PairWeight::resource_allocation) {
    std::sort(result.edges.begin(), result.edges.end(),
              [](const ProjectedEdge& a, const ProjectedEdge& b) {
                return a.source != b.source ? a.source < b.source : a.target < b.target;
              });
  }
  result.incomparable_pairs =
      std::accumulate(incomparable.begin(), incomparable.end(), std::uint64_t{0});
  return result;
}

}  // namespace entente::bipartite
