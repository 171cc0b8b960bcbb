// SPDX-License-Identifier: Apache-2.0
// Who bridges kinds of actor: through the items that an actor holds, how many of those that hold
// them too are of another kind, and of which.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/projection/two_mode.hpp"

namespace entente {

struct Broker {
  Vertex actor = 0;
  double betweenness = 0;                  // two-mode, in the view
  double outside_share = 0;                // of all who share an item with it, counted once an item
  std::map<std::string, std::size_t> met;  // by kind: actors that share an item with it, each once
};

// So many of them are headlines.
inline constexpr std::size_t brokers_told = 4;

// Actors by falling betweenness (then by vertex); left out are those without any, and those that
// share no item with another kind.
std::vector<Broker> find_brokers(const TwoMode& view, const std::vector<double>& betweenness);

}  // namespace entente
