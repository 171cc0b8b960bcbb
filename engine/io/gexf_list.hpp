// SPDX-License-Identifier: Apache-2.0
// Lists as Gephi writes them in GEXF: [x, "y, z"], with '"' and '\' after a '\'.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

std::string gexf_list(const std::vector<std::string>& items);
// Also takes (a, b), <a, b>, 'quotes' and, where there are no brackets, items separated by '|'.
std::vector<std::string> parse_gexf_list(std::string_view text);

}  // namespace entente::io
