// SPDX-License-Identifier: Apache-2.0
// The one table that CSV has room for: the first, or that which --table names.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/result.hpp"

namespace entente::cli {

// Throws CommandLineError where there is none of this name; `name` may be empty.
std::string table_as_csv(const std::vector<Table>& tables, const std::string& name);

}  // namespace entente::cli
