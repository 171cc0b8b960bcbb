// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gexf_list.hpp"

#include <algorithm>

#include "engine/base/list_text.hpp"

namespace entente::io {
namespace {

// What no reader takes for a separator, a bracket, a quote or the absence of a value.
bool is_plain(std::string_view item) {
  if (item.empty() || item == "null") return false;
  for (const char c : item) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.' || c == '_' || c == ':' || c == '/';
    if (!word) return false;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

char closing(char opening) {
  return opening == '[' ? ']' : opening == '(' ? ')' : opening == '<' ? '>' : '\0';
}

// One item from `at` on, which moves behind it and its comma.
std::string next_item(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  const char quote = at < text.size() ? text[at] : '\0';
  std::string item;
  if (quote != '"' && quote != '\'') {
    const auto end = std::min(text.find(',', at), text.size());
    item = trim(text.substr(at, end - at));
    at = end + 1;
    return item;
  }
  for (++at; at < text.size() && text[at] != quote; ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    item += text[at];
  }
  at = std::min(text.find(',', at), text.size()) + 1;
  return item;
}

}  // namespace

std::string gexf_list(const std::vector<std::string>& items) {
  std::string text = "[";
  for (const std::string& item : items) {
    if (text.size() > 1) text += ", ";
    if (is_plain(item)) {
      text += item;
      continue;
    }
    text += '"';
    for (const char c : item) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + ']';
}

std::vector<std::string> parse_gexf_list(std::string_view text) {
  text = trim(text);
  const char close = text.size() < 2 ? '\0' : closing(text.front());
  if (close == '\0' || text.back() != close) return split_list(text);
  text = text.substr(1, text.size() - 2);
  std::vector<std::string> items;
  if (trim(text).empty()) return items;
  for (std::size_t at = 0; at < text.size();) items.push_back(next_item(text, at));
  return items;
}

}  // namespace entente::io
