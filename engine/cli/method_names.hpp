// SPDX-License-Identifier: Apache-2.0
// The method that a name on the command line means.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/analysis.hpp"

namespace entente::cli {

// `_` may stand for `-`. Throws CommandLineError with a suggestion where there is none.
const Analysis& method_named(const std::string& name);

}  // namespace entente::cli
