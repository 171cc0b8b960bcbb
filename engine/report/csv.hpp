// SPDX-License-Identifier: Apache-2.0
// A result's table as CSV: complete and stable, for other programs.
//
// RFC 4180 with a header line, UTF-8, lines ended by a newline alone (as awk, cut and git expect).
// Numbers read back exactly; an absent cell is empty.
#pragma once

#include <string>
#include <string_view>

#include "engine/analysis/result.hpp"

namespace entente {

std::string to_csv(const Table& table, const View& view);

// A field, in quotes where its text asks for them.
void append_csv_field(std::string& text, std::string_view field);

}  // namespace entente
