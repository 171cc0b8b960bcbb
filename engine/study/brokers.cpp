// SPDX-License-Identifier: Apache-2.0
#include "engine/study/brokers.hpp"

#include <algorithm>
#include <set>

namespace entente {

std::vector<Broker> find_brokers(const TwoMode& two_mode, const std::vector<double>& betweenness) {
  const View& view = two_mode.view;
  std::vector<Broker> brokers;
  for (Vertex v = 0; v < view.actor_count(); ++v) {
    if (betweenness[v] <= 0) continue;
    Broker broker;
    broker.actor = v;
    broker.betweenness = betweenness[v];
    std::size_t all = 0, outside = 0;
    std::set<Vertex> met;
    for (const Vertex item : view.out(v)) {
      for (const Vertex other : view.out(item)) {
        if (other == v) continue;
        ++all;
        outside += view.kind(other) != view.kind(v) ? 1 : 0;
        if (met.insert(other).second) ++broker.met[view.kind(other)];
      }
    }
    if (all > 0) broker.outside_share = static_cast<double>(outside) / static_cast<double>(all);
    if (outside > 0) brokers.push_back(std::move(broker));
  }
  std::stable_sort(brokers.begin(), brokers.end(),
                   [](const Broker& a, const Broker& b) { return a.betweenness > b.betweenness; });
  return brokers;
}

}  // namespace entente
