// SPDX-License-Identifier: Apache-2.0
// How many restarts, draws or replicates a run takes: as many as it was told, else by its effort.
#pragma once

#include <cstdint>

#include "engine/analysis/context.hpp"

namespace entente {

struct ByEffort {
  std::uint32_t quick, normal, thorough;
};

// `given` is a parameter whose 0 stands for "by effort".
inline std::uint32_t amount(std::int64_t given, Effort effort, const ByEffort& by) noexcept {
  if (given > 0) return static_cast<std::uint32_t>(given);
  return effort == Effort::quick ? by.quick : effort == Effort::normal ? by.normal : by.thorough;
}

}  // namespace entente
