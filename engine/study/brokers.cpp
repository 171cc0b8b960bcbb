// SPDX-License-Identifier: Apache-2.0
#include "engine/study/brokers.hpp"

#include <algorithm>
#include <utility>

namespace entente {

std::vector<Broker> find_brokers(const TwoMode& two_mode, const std::vector<double>& betweenness) {
  const View& view = two_mode.view;
  std::vector<std::string> kinds;
  for (Vertex v = 0; v < view.actor_count(); ++v) kinds.push_back(view.kind(v));
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::vector<std::size_t> kind_of;
  for (Vertex v = 0; v < view.actor_count(); ++v) {
    const auto at = std::lower_bound(kinds.begin(), kinds.end(), view.kind(v));
    kind_of.push_back(static_cast<std::size_t>(at - kinds.begin()));
  }
  std::vector<Broker> brokers;
  std::vector<Vertex> met_by(view.actor_count(), view.actor_count());  // the last who met it
  std::vector<std::size_t> met(kinds.size());
  for (Vertex v = 0; v < view.actor_count(); ++v) {
    if (betweenness[v] <= 0) continue;
    Broker broker;
    broker.actor = v;
    broker.betweenness = betweenness[v];
    std::size_t all = 0, outside = 0;
    std::fill(met.begin(), met.end(), 0);
    for (const Vertex item : view.out(v)) {
      for (const Vertex other : view.out(item)) {
        if (other == v) continue;
        ++all;
        outside += kind_of[other] != kind_of[v] ? 1 : 0;
        if (std::exchange(met_by[other], v) != v) ++met[kind_of[other]];
      }
    }
    if (outside == 0) continue;
    broker.outside_share = static_cast<double>(outside) / static_cast<double>(all);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      if (met[k] > 0) broker.met.emplace(kinds[k], met[k]);
    }
    brokers.push_back(std::move(broker));
  }
  std::stable_sort(brokers.begin(), brokers.end(),
                   [](const Broker& a, const Broker& b) { return a.betweenness > b.betweenness; });
  return brokers;
}

}  // namespace entente
