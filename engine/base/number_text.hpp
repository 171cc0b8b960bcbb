// SPDX-License-Identifier: Apache-2.0
// Numbers as text that reads back to the same number: the form of every data file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

std::string number_text(double value);  // shortest round trip; "nan", "inf", "-inf" for the rest
std::string number_text(std::int64_t value);
void append_number(std::string& text, double value);
void append_number(std::string& text, std::int64_t value);

// The whole of the text must be the number; a leading '+' is allowed. No hexadecimal, no blanks.
std::optional<double> parse_double(std::string_view text);  // accepts NaN, Infinity, INF and signs
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace entente
