// SPDX-License-Identifier: Apache-2.0
// Writing CSV as RFC 4180 has it, with line feeds.
#pragma once

#include <string>
#include <string_view>

namespace entente::io {

// In quotes where it needs them.
void append_csv_field(std::string& out, std::string_view text);

}  // namespace entente::io
