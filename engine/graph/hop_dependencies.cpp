// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/hop_dependencies.hpp"

namespace entente {
namespace {

constexpr std::uint32_t lanes = HopDependencies::lanes;
constexpr double too_many_paths = 0x1.0p1000;

// keep[mask][lane] is 1 where the mask has the lane's bit, else 0.
struct Keep {
  std::array<std::array<double, lanes>, 256> of{};
  constexpr Keep() {
    for (std::size_t mask = 0; mask < 256; ++mask) {
      for (std::size_t lane = 0; lane < lanes; ++lane) of[mask][lane] = (mask >> lane & 1) ? 1 : 0;
    }
  }
};
constexpr Keep keep;

}  // namespace

HopDependencies::HopDependencies(const HopGraph& graph)
    : graph_(&graph),
      seen_(graph.vertex_count(), 0),
      mask_(graph.vertex_count(), 0),
      arriving_(graph.vertex_count(), 0),
      sigma_(graph.vertex_count()),
      fresh_(graph.vertex_count()),
      incoming_(graph.vertex_count()),
      delta_(graph.vertex_count()) {}

bool HopDependencies::add_from(Vertex begin, Vertex end, std::vector<double>& sum) {
  const bool countable = forward(begin, end);
  if (countable) {
    backward(nullptr);
    for (Vertex s = begin; s < end; ++s) delta_[s].at[s - begin] = 0;
    for (const Vertex v : touched_) {
      const auto& d = delta_[v].at;
      sum[v] += ((d[0] + d[1]) + (d[2] + d[3])) + ((d[4] + d[5]) + (d[6] + d[7]));
    }
  }
  clear();
  return countable;
}

bool HopDependencies::add_arcs_from(Vertex begin, Vertex end, std::vector<double>& arc_sum) {
  const bool countable = forward(begin, end);
  if (countable) backward(&arc_sum);
  clear();
  return countable;
}

void HopDependencies::clear() {
  for (const Vertex v : touched_) {
    seen_[v] = mask_[v] = arriving_[v] = 0;
    sigma_[v] = fresh_[v] = incoming_[v] = delta_[v] = {};
  }
  touched_.clear();
  reached_.clear();
  entries_.clear();
  level_.clear();
}

bool HopDependencies::forward(Vertex begin, Vertex end) {
  std::uint8_t everyone = 0;
  level_.push_back(0);
  for (Vertex s = begin; s < end; ++s) {
    const auto bit = static_cast<std::uint8_t>(1U << (s - begin));
    everyone = static_cast<std::uint8_t>(everyone | bit);
    seen_[s] = mask_[s] = bit;
    sigma_[s].at[s - begin] = fresh_[s].at[s - begin] = 1;
    touched_.push_back(s);
    entries_.push_back({s, bit});
  }
  for (std::size_t first = 0; first < entries_.size();) {
    level_.push_back(entries_.size());
    std::size_t arcs = 0;
    for (std::size_t k = first; k < entries_.size(); ++k) {
      arcs += graph_->next(entries_[k].vertex).size();
    }
    if (arcs > graph_->arc_count() / 4) {
      pull(everyone);
    } else {
      push(first);
    }
    if (!advance(first)) return false;
    first = level_.back();
  }
  return true;
}

void HopDependencies::push(std::size_t first) {
  for (std::size_t k = first; k < entries_.size(); ++k) {
    const auto [v, mask] = entries_[k];
    const Lanes& from = fresh_[v];
    for (const Vertex u : graph_->next(v)) {
      const auto lacking = static_cast<std::uint8_t>(mask & ~seen_[u]);
      if (lacking == 0) continue;
      if (arriving_[u] == 0) reached_.push_back(u);
      arriving_[u] = static_cast<std::uint8_t>(arriving_[u] | lacking);
      Lanes& to = incoming_[u];
      for (std::size_t lane = 0; lane < lanes; ++lane) to.at[lane] += from.at[lane];
    }
  }
}

void HopDependencies::pull(std::uint8_t everyone) {
  for (Vertex u = 0; u < graph_->vertex_count(); ++u) {
    const auto lacking = static_cast<std::uint8_t>(everyone & ~seen_[u]);
    if (lacking == 0) continue;
    std::uint8_t mask = 0;
    Lanes sum;
    for (const Vertex v : graph_->previous(u)) {
      if ((mask_[v] & lacking) == 0) continue;
      mask = static_cast<std::uint8_t>(mask | mask_[v]);
      const Lanes& from = fresh_[v];
      for (std::size_t lane = 0; lane < lanes; ++lane) sum.at[lane] += from.at[lane];
    }
    mask = static_cast<std::uint8_t>(mask & lacking);
    if (mask == 0) continue;
    arriving_[u] = mask;
    incoming_[u] = sum;
    reached_.push_back(u);
  }
}

// The level that begins at `first` is done: what it reached becomes the next one.
bool HopDependencies::advance(std::size_t first) {
  for (std::size_t k = first; k < level_.back(); ++k) mask_[entries_[k].vertex] = 0;
  double most = 0;
  for (const Vertex u : reached_) {
    const std::uint8_t mask = arriving_[u];
    const auto& kept = keep.of[mask];
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double paths = incoming_[u].at[lane] * kept[lane];
      fresh_[u].at[lane] = paths;
      sigma_[u].at[lane] += paths;
      most = paths > most ? paths : most;
    }
    incoming_[u] = {};
    if (seen_[u] == 0) touched_.push_back(u);
    seen_[u] = static_cast<std::uint8_t>(seen_[u] | mask);
    mask_[u] = mask;
    arriving_[u] = 0;
    entries_.push_back({u, mask});
  }
  reached_.clear();
  return most < too_many_paths;
}

// fresh_[w] becomes (1 + delta(w)) / sigma(w) for the sources that reached w in the level at hand.
void HopDependencies::backward(std::vector<double>* arc_sum) {
  for (std::size_t level = level_.size() - 1; level-- > 1;) {
    for (std::size_t k = level_[level]; k < level_[level + 1]; ++k) {
      const auto [w, mask] = entries_[k];
      const auto& kept = keep.of[mask];
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const double sigma = sigma_[w].at[lane] + (1 - kept[lane]);  // never 0
        fresh_[w].at[lane] = (1 + delta_[w].at[lane]) / sigma * kept[lane];
      }
      mask_[w] = mask;
    }
    for (std::size_t k = level_[level - 1]; k < level_[level]; ++k) {
      const auto [v, mask] = entries_[k];
      Lanes sum;
      for (const Vertex w : graph_->next(v)) {
        if ((mask_[w] & mask) == 0) continue;
        for (std::size_t lane = 0; lane < lanes; ++lane) sum.at[lane] += fresh_[w].at[lane];
      }
      const auto& kept = keep.of[mask];
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        delta_[v].at[lane] += sigma_[v].at[lane] * sum.at[lane] * kept[lane];
      }
    }
    if (arc_sum != nullptr) add_arcs(level, *arc_sum);
    for (std::size_t k = level_[level]; k < level_[level + 1]; ++k) mask_[entries_[k].vertex] = 0;
  }
}

// The arcs that lead to the level at hand, while fresh_ and mask_ are those of that level.
void HopDependencies::add_arcs(std::size_t level, std::vector<double>& arc_sum) const {
  for (std::size_t k = level_[level - 1]; k < level_[level]; ++k) {
    const auto [v, mask] = entries_[k];
    const auto& kept = keep.of[mask];
    std::size_t arc = graph_->first_arc(v);
    for (const Vertex w : graph_->next(v)) {
      double sum = 0;
      if ((mask_[w] & mask) != 0) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          sum += sigma_[v].at[lane] * kept[lane] * fresh_[w].at[lane];
        }
      }
      arc_sum[arc++] += sum;
    }
  }
}

}  // namespace entente
