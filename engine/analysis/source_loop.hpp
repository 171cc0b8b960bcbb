// SPDX-License-Identifier: Apache-2.0
// The loop of measures that search from every vertex: parallel, with progress, and with sums that
// do not depend on threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "engine/analysis/context.hpp"

namespace entente {

// Numbers of sources [0, count) fall into slots by a rule that knows nothing of threads; one slot
// never runs twice at once and meets its sources in ascending order. So a sum kept by slot, added
// in the order of the slots, has the same bits on any number of threads.
struct SourceLoop {
  std::string_view step;  // what progress is called
  std::uint32_t count = 0;
  std::uint32_t slots = 1;
  // Sources that the body wants in one call, at least; the calls of one slot get one range each.
  std::uint32_t batch = 1;
};

using SourceBody = std::function<void(std::uint32_t slot, std::uint32_t begin, std::uint32_t end)>;

// How many slots suit sums of one real a vertex: 32, or fewer where they would take over 512 MiB.
std::uint32_t slots_for_sums(std::uint32_t vertices) noexcept;

void for_sources(const Context& context, const SourceLoop& loop, const SourceBody& body);

}  // namespace entente
