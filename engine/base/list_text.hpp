// SPDX-License-Identifier: Apache-2.0
// A list as one text: its items joined by '|', with '|' and '\' inside them after a '\'. The form
// in which a column of lists stands where a format knows texts only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

void append_item(std::string& list, std::string_view item, bool first);
std::string join_list(const std::vector<std::string>& items);
// Gives back the items; "" is the list without any, as is the list of one empty item.
std::vector<std::string> split_list(std::string_view list);

}  // namespace entente
