// SPDX-License-Identifier: Apache-2.0
// All analyses that the engine has, in the order of engine/registry.def.
#pragma once

#include <span>
#include <string_view>

#include "engine/analysis/analysis.hpp"

namespace entente {

std::span<const Analysis> analyses();
std::span<const std::string_view> analysis_folders();  // beside analyses(): "centrality", ...
const Analysis* find_analysis(std::string_view id);    // null where there is none

}  // namespace entente
