// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/springs.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/random.hpp"
#include "engine/graph/weight_to.hpp"

namespace entente {
namespace {

constexpr std::uint32_t none = 0xffffffff;

// Each vertex that is still free takes its free neighbours in; where it has none, it joins the
// neighbour that pulls it most for its mass.
std::vector<std::uint32_t> gathered(const Springs& fine, std::vector<std::uint32_t>& seeds) {
  std::vector<std::uint32_t> place(fine.vertex_count(), none);
  for (std::uint32_t v = 0; v < fine.vertex_count(); ++v) {
    if (place[v] != none) continue;
    std::uint32_t nearest = none;
    double most = -1;
    bool alone = true;
    for (std::size_t k = fine.begin[v]; k < fine.begin[v + 1]; ++k) {
      const std::uint32_t u = fine.other[k];
      alone = alone && place[u] != none;
      const double pull = fine.strength_at(k) / fine.mass[u];
      if (place[u] != none && pull > most) {
        most = pull;
        nearest = place[u];
      }
    }
    if (alone && nearest != none) {
      place[v] = nearest;
      continue;
    }
    const auto number = static_cast<std::uint32_t>(seeds.size());
    seeds.push_back(v);
    place[v] = number;
    for (std::size_t k = fine.begin[v]; k < fine.begin[v + 1]; ++k) {
      if (place[fine.other[k]] == none) place[fine.other[k]] = number;
    }
  }
  return place;
}

}  // namespace

Springs springs(const View& view) {
  Springs result;
  const bool weighted = view.has_weights() && view.weight_role() == WeightRole::strength;
  std::vector<std::pair<Vertex, double>> ends;  // of one vertex
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    ends.clear();
    const auto add = [&](std::span<const Vertex> others, std::span<const std::uint32_t> edges) {
      for (std::size_t k = 0; k < others.size(); ++k) {
        if (others[k] == v || view.sign(edges[k]) <= 0) continue;
        ends.emplace_back(others[k], weighted ? view.strength(edges[k]) : 1);
      }
    };
    add(view.out(v), view.out_edges(v));
    if (view.directed()) add(view.in(v), view.in_edges(v));
    std::sort(ends.begin(), ends.end());  // directions are forgotten
    for (const auto& [other, strength] : ends) {
      result.other.push_back(other);
      if (weighted) result.strength.push_back(strength);
    }
    result.mass.push_back(1 + double(result.other.size() - result.begin.back()));
    result.name.push_back(key_of(view.key(v)));
    result.begin.push_back(result.other.size());
  }
  return result;
}

std::vector<std::vector<std::uint32_t>> parts(const Springs& whole) {
  std::vector<std::vector<std::uint32_t>> result;
  std::vector<std::uint8_t> met(whole.vertex_count(), 0);
  for (std::uint32_t first = 0; first < whole.vertex_count(); ++first) {
    if (met[first] != 0) continue;
    met[first] = 1;
    std::vector<std::uint32_t> part{first};
    for (std::size_t at = 0; at < part.size(); ++at) {
      const std::uint32_t v = part[at];
      for (std::size_t k = whole.begin[v]; k < whole.begin[v + 1]; ++k) {
        if (std::exchange(met[whole.other[k]], std::uint8_t{1}) == 0)
          part.push_back(whole.other[k]);
      }
    }
    std::sort(part.begin(), part.end());
    result.push_back(std::move(part));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return result;
}

Springs part_of(const Springs& whole, const std::vector<std::uint32_t>& part) {
  Springs result;
  for (const std::uint32_t v : part) {
    for (std::size_t k = whole.begin[v]; k < whole.begin[v + 1]; ++k) {
      const auto at = std::lower_bound(part.begin(), part.end(), whole.other[k]);
      result.other.push_back(static_cast<std::uint32_t>(at - part.begin()));
      if (!whole.strength.empty()) result.strength.push_back(whole.strength[k]);
    }
    result.mass.push_back(whole.mass[v]);
    result.name.push_back(whole.name[v]);
    result.begin.push_back(result.other.size());
  }
  return result;
}

Coarser coarser(const Springs& fine) {
  Coarser result;
  std::vector<std::uint32_t> seeds;
  result.place = gathered(fine, seeds);
  const auto count = static_cast<std::uint32_t>(seeds.size());
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t v = 0; v < fine.vertex_count(); ++v) members[result.place[v]].push_back(v);
  Springs& coarse = result.springs;
  WeightTo to(count);
  for (std::uint32_t c = 0; c < count; ++c) {
    to.clear();
    double mass = 0;
    for (const std::uint32_t v : members[c]) {
      mass += fine.mass[v];
      for (std::size_t k = fine.begin[v]; k < fine.begin[v + 1]; ++k) {
        const std::uint32_t other = result.place[fine.other[k]];
        if (other != c) to.add(other, fine.strength_at(k));
      }
    }
    for (const std::uint32_t other : to.groups()) {
      coarse.other.push_back(other);
      coarse.strength.push_back(to[other]);
    }
    coarse.mass.push_back(mass);
    coarse.name.push_back(fine.name[seeds[c]]);
    coarse.begin.push_back(coarse.other.size());
  }
  return result;
}

}  // namespace entente
