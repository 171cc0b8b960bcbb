// SPDX-License-Identifier: Apache-2.0
// How many restarts, draws and replicates an effort takes: the one place that says so.
#pragma once

#include <cstdint>

#include "engine/analysis/context.hpp"
#include "engine/study/coalitions.hpp"
#include "engine/study/sensitivity.hpp"

namespace entente {

struct Amounts {
  CoalitionOptions coalitions;
  std::uint32_t butterfly_draws, bootstrap;
  SensitivityOptions sensitivity;
};

Amounts amounts_of(Effort effort) noexcept;

}  // namespace entente
