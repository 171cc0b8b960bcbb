// SPDX-License-Identifier: Apache-2.0
// A table of text and numbers for eyes: its first rows, and how many follow.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/analysis/result.hpp"

namespace entente {

// `columns`: those to show, by name, in that order.
std::string rows_text(const Table& table, const std::vector<std::string>& columns, std::size_t rows,
                      std::size_t width);

}  // namespace entente
