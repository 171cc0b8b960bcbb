// SPDX-License-Identifier: Apache-2.0
// A law of how many of a set are marked, after some of the set were taken at random.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::bipartite {

struct Taken {
  std::uint32_t of = 0, taken = 0;  // the size of the set; how many of it
};

// `law` by the number of marked ones of the set; the answer by the number of marked ones taken.
std::vector<double> thinned(const std::vector<double>& law, const Taken& set);

}  // namespace entente::bipartite
