// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/overlaps.hpp"

#include <algorithm>

namespace entente::bipartite {

void Overlaps::from(std::uint32_t u, std::span<const double> term) {
  for (const std::uint32_t partner : partners_) {
    shared_[partner] = 0;
    sum_[partner] = 0;
  }
  partners_.clear();
  for (const std::uint32_t l : side_->joined(u)) {
    const auto members = side_->members(l);
    for (auto v = std::upper_bound(members.begin(), members.end(), u); v != members.end(); ++v) {
      if (shared_[*v]++ == 0) partners_.push_back(*v);
      if (!term.empty()) sum_[*v] += term[l];
    }
  }
  std::sort(partners_.begin(), partners_.end());
}

}  // namespace entente::bipartite
