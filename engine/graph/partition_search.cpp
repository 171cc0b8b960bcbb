// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/partition_search.hpp"

#include <algorithm>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"

namespace entente {

std::size_t PartitionSearch::best() const {
  return std::size_t(std::max_element(value.begin(), value.end()) - value.begin());
}

double PartitionSearch::share_near_best() const {
  const double least = value[best()] - 1e-6;
  const auto near =
      std::count_if(value.begin(), value.end(), [&](double reached) { return reached >= least; });
  return double(near) / double(value.size());
}

PartitionSearch search_again(const Rng& rng, const RestartOptions& options,
                             const std::function<Groups(Rng&)>& find,
                             const std::function<double(const Groups&)>& value) {
  ENTENTE_ASSERT(options.restarts > 0);
  PartitionSearch result{std::vector<Groups>(options.restarts),
                         std::vector<double>(options.restarts)};
  for_chunks({.count = options.restarts, .threads = options.threads, .stop = options.stop},
             [&](std::size_t begin, std::size_t end) {
               for (std::size_t r = begin; r < end; ++r) {
                 Rng draws = rng.split(r);
                 result.found[r] = find(draws);
                 result.value[r] = value(result.found[r]);
               }
             });
  return result;
}

}  // namespace entente
