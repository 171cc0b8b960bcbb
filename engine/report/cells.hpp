// SPDX-License-Identifier: Apache-2.0
// The cells of a result's tables as text.
#pragma once

#include <string>

#include "engine/analysis/result.hpp"

namespace entente {

// NaN, no_integer, no_item: there is no value, and a note of the run says why.
bool is_absent(const Column& column, std::size_t row);

// As data files have it: numbers in their shortest form, vertices by their keys, "" where absent.
std::string cell_text(const Column& column, std::size_t row, const View& view);

// For eyes: four significant digits, no digit before the point lost, "-" where absent.
std::string rounded(double value);

// A parameter's value; a file by its path, "" where none is named.
std::string value_text(const Value& value);

}  // namespace entente
