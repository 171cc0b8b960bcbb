// SPDX-License-Identifier: Apache-2.0
// Columns of a table that was read as text: as numbers within a range, as ids that stand once.
#pragma once

#include <string_view>
#include <vector>

#include "engine/analysis/analysis.hpp"
#include "engine/base/expected.hpp"

namespace entente {

// Every cell of the column as a number in [low, high] (codes A320 and A321).
Expected<std::vector<double>> number_column(const TextTable& table, std::string_view name,
                                            double low, double high);
// Every cell of the column, none blank and none twice (codes A320, A322 and A323).
Expected<std::vector<std::string>> id_column(const TextTable& table, std::string_view name);

}  // namespace entente
