// SPDX-License-Identifier: Apache-2.0
#include "engine/io/portable_id.hpp"

#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "engine/base/utf8.hpp"

namespace entente::io {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_allowed(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

std::string cleaned(std::string_view id, char prefix) {
  std::string clean;
  for (std::size_t i = 0; i < id.size(); i += utf8_character(id, i).size)
    clean += is_allowed(id[i]) ? id[i] : '_';
  if (clean.empty() || !is_letter(clean.front())) clean.insert(clean.begin(), prefix);
  return clean;
}

}  // namespace

bool is_portable_id(std::string_view id) noexcept {
  if (id.empty() || !is_letter(id.front())) return false;
  for (const char c : id) {
    if (!is_allowed(c)) return false;
  }
  return true;
}

std::vector<std::string> portable_ids(const std::vector<std::string>& ids, char prefix) {
  std::vector<std::string> portable(ids.size());
  std::unordered_set<std::string> taken;
  taken.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (is_portable_id(ids[i]) && taken.insert(ids[i]).second) portable[i] = ids[i];
  }
  std::unordered_map<std::string, std::uint64_t> next;  // number to try, by cleaned id
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!portable[i].empty()) continue;
    const std::string clean = cleaned(ids[i], prefix);
    std::string candidate = clean;
    const bool blank = ids[i].empty();
    std::uint64_t& number = next.try_emplace(clean, blank ? 1 : 2).first->second;
    if (blank) candidate += std::to_string(number++);
    while (!taken.insert(candidate).second)
      candidate = clean + (blank ? "" : "_") + std::to_string(number++);
    portable[i] = std::move(candidate);
  }
  return portable;
}

}  // namespace entente::io
