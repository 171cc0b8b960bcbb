// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/source_loop.hpp"

#include <algorithm>

namespace entente {

std::uint32_t slots_for_sums(std::uint32_t vertices) noexcept {
  const std::uint64_t fitting = (std::uint64_t{1} << 26) / std::max(1U, vertices);
  return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(fitting, 4, 32));
}

void for_sources(const Context& context, const SourceLoop& loop, const SourceBody& body) {
  constexpr std::uint64_t rounds = 200;  // of progress, where there are enough sources
  const std::uint64_t count = loop.count, slots = loop.slots, batch = loop.batch;
  const std::uint64_t range = std::max<std::uint64_t>(1, count / (slots * batch * rounds)) * batch;
  for (std::uint64_t first = 0; first < count; first += slots * range) {
    context.check_stop();
    context.report(loop.step, static_cast<double>(first), static_cast<double>(count));
    const std::uint64_t last = std::min(count, first + slots * range);
    for_chunks(context.loop(last - first, range), [&](std::size_t begin, std::size_t end) {
      body(static_cast<std::uint32_t>(begin / range), static_cast<std::uint32_t>(first + begin),
           static_cast<std::uint32_t>(first + end));
    });
  }
  context.report(loop.step, static_cast<double>(count), static_cast<double>(count));
}

}  // namespace entente
