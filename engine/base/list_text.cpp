// SPDX-License-Identifier: Apache-2.0
#include "engine/base/list_text.hpp"

namespace entente {

void append_item(std::string& list, std::string_view item, bool first) {
  if (!first) list += '|';
  for (const char c : item) {
    if (c == '|' || c == '\\') list += '\\';
    list += c;
  }
}

std::string join_list(const std::vector<std::string>& items) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) append_item(list, items[i], i == 0);
  return list;
}

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> items;
  if (list.empty()) return items;
  items.emplace_back();
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '|')
      items.emplace_back();
    else if (list[i] == '\\' && i + 1 < list.size())
      items.back() += list[++i];
    else
      items.back() += list[i];
  }
  return items;
}

}  // namespace entente
