// SPDX-License-Identifier: Apache-2.0
// The centralities of a two-mode view that the batch run reports, and how far they spread when its
// items are drawn again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/base/expected.hpp"
#include "engine/graph/view.hpp"

namespace entente {

struct ActorMeasures {
  std::vector<std::string> names;
  std::vector<std::vector<double>> values;  // by measure, then vertex (items too)

  const std::vector<double>& of(std::string_view name) const;  // which must be there
};

Expected<ActorMeasures> measure_actors(const View& view, const Context& context);
// One of them, by its analysis.
Expected<std::vector<double>> measure_vertices(const View& view, std::string_view id,
                                               const Context& context);

// The standard deviation of each measure of each actor over replicates in which as many items are
// drawn with replacement, a roll call with both of its answers. O(replicates x the measures).
struct Spread {
  std::uint32_t replicates = 0;             // 0: there are none, and no values
  std::vector<std::vector<double>> values;  // by measure, then actor
};
Expected<Spread> spread_of_measures(const View& view, std::uint32_t replicates,
                                    const Context& context);

}  // namespace entente
