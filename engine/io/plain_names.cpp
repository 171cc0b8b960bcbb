// SPDX-License-Identifier: Apache-2.0
#include "engine/io/plain_names.hpp"

#include "engine/base/ascii_lower.hpp"
#include "engine/base/utf8.hpp"

namespace entente::io {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string plain(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); i += utf8_character(name, i).size)
    text += is_letter(name[i]) || (name[i] >= '0' && name[i] <= '9') ? name[i] : '_';
  return text;
}

}  // namespace

NamedAttributes plain_names(const std::vector<const Attribute*>& attributes,
                            const std::set<std::string>& reserved, const char* prefix,
                            ExportReport& report) {
  std::set<std::string> taken = reserved;
  NamedAttributes names;
  for (const Attribute* attribute : attributes) {
    std::string wanted = plain(attribute->name);
    if (wanted.empty() || !is_letter(wanted.front()) || reserved.count(ascii_lower(wanted)) != 0)
      wanted.insert(0, prefix);
    std::string name = wanted;
    for (int number = 2; !taken.insert(ascii_lower(name)).second; ++number)
      name = wanted + '_' + std::to_string(number);
    if (name != attribute->name) report.renamed_attributes.emplace_back(attribute->name, name);
    names.emplace_back(std::move(name), attribute);
  }
  return names;
}

}  // namespace entente::io
