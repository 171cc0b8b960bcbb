// SPDX-License-Identifier: Apache-2.0
#include "engine/io/graphml_columns.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "engine/base/utf8.hpp"

namespace entente::io {
namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Booleans = std::vector<std::uint8_t>;
using Type = GraphmlColumn::Type;

constexpr std::int64_t exact_in_double = std::int64_t{1} << 53;

template <class Accept>
bool all_present(const Attribute& attribute, std::size_t count, Accept accept) {
  for (std::size_t i = 0; i < count; ++i) {
    if (attribute.has(i) && !accept(i)) return false;
  }
  return true;
}

std::size_t size_of(const Attribute& attribute) {
  return std::visit([](const auto& values) { return values.size(); }, attribute.values);
}

bool is_numeric(const Attribute& attribute) {
  return std::holds_alternative<Integers>(attribute.values) ||
         std::holds_alternative<Reals>(attribute.values);
}

bool is_hex_color(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == text.npos;
}

bool is_color_column(const Attribute& attribute) {
  const auto* texts = std::get_if<Texts>(&attribute.values);
  return texts != nullptr && all_present(attribute, texts->size(),
                                         [&](std::size_t i) { return is_hex_color((*texts)[i]); });
}

bool is_color_part(const Attribute& attribute) {
  const auto* parts = std::get_if<Integers>(&attribute.values);
  return parts != nullptr && all_present(attribute, parts->size(), [&](std::size_t i) {
           return (*parts)[i] >= 0 && (*parts)[i] <= 255;
         });
}

bool is_mode_column(const Attribute& attribute) {
  const auto* texts = std::get_if<Texts>(&attribute.values);
  return texts != nullptr && if_stated(&attribute) != nullptr &&
         all_present(attribute, texts->size(), [&](std::size_t i) {
           return (*texts)[i] == "actor" || (*texts)[i] == "item";
         });
}

// What R igraph and Cytoscape take for the name of a node must name it.
bool is_unique(const Attribute& attribute) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < size_of(attribute); ++i) {
    if (attribute.text(i).empty() || !seen.insert(attribute.text(i)).second) return false;
  }
  return true;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Names that say how things are drawn, or what an edge weighs, do so by these very letters; a
// colour is of three parts.
bool is_by_chance(std::string_view name, const Attribute& attribute,
                  const std::vector<const Attribute*>& all) {
  const auto has = [&](std::string_view wanted) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Attribute* other) { return other->name == wanted; });
  };
  if (is_one_of(name, {"r", "g", "b"}) && !(has("r") && has("g") && has("b"))) return true;
  return is_one_of(name, {"weight", "size", "color", "r", "g", "b", "x", "y", "z"}) &&
         attribute.name != name;
}

// Whether some reader takes the name for more than a name, and the values are not what it expects.
bool is_reserved(std::string_view name, const Attribute& attribute, bool of_nodes) {
  if (is_one_of(name, {"id", "timeset", "interval", "selected", "suid", "viz", "spells", "start",
                       "end", "networkx_key", "mode", "nodelabel", "edgelabel"}) ||
      name.starts_with("_graphml_"))
    return true;
  if (name == "color") return !is_color_column(attribute);
  if (is_one_of(name, {"r", "g", "b"})) return !is_color_part(attribute);
  if (!of_nodes) return false;
  if (is_one_of(name, {"xpos", "ypos", "zpos", "interaction"})) return true;
  if (is_one_of(name, {"x", "y", "z", "size"})) return !is_numeric(attribute);
  if (name == "name") return !is_unique(attribute);
  if (name == "type") return !std::holds_alternative<Booleans>(attribute.values);
  return false;
}

Type type_of(const Attribute& attribute) {
  if (std::holds_alternative<Booleans>(attribute.values)) return Type::int32;
  if (std::holds_alternative<Reals>(attribute.values)) return Type::real;
  const auto* integers = std::get_if<Integers>(&attribute.values);
  if (integers == nullptr) return Type::text;
  const auto within = [&](std::int64_t low, std::int64_t high) {
    return all_present(attribute, integers->size(), [&](std::size_t i) {
      return (*integers)[i] >= low && (*integers)[i] <= high;
    });
  };
  using Int32 = std::numeric_limits<std::int32_t>;
  if (within(Int32::min(), Int32::max())) return Type::int32;
  return within(-exact_in_double, exact_in_double) ? Type::int64 : Type::text;
}

std::size_t count_long_integers(const Attribute& attribute) {
  const auto* integers = std::get_if<Integers>(&attribute.values);
  if (integers == nullptr) return 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < integers->size(); ++i) {
    const std::int64_t value = (*integers)[i];
    if (attribute.has(i) && (value > exact_in_double || value < -exact_in_double)) ++count;
  }
  return count;
}

std::string unique_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string name = wanted;
  for (int number = 2; !taken.insert(name).second; ++number)
    name = wanted + '_' + std::to_string(number);
  return name;
}

class Planner {
 public:
  explicit Planner(ExportReport& report) : report_(report) {}

  std::vector<GraphmlColumn> plan(const std::vector<const Attribute*>& attributes, bool of_nodes) {
    std::set<std::string> names;
    std::vector<GraphmlColumn> columns;
    const bool has_bipartite =
        std::any_of(attributes.begin(), attributes.end(),
                    [](const Attribute* a) { return lower_case_name(a->name) == "bipartite"; });
    for (const Attribute* attribute : attributes) {
      std::string wanted = lower_case_name(attribute->name);
      GraphmlColumn column{
          .attribute = attribute, .id = {}, .name = {}, .type = type_of(*attribute)};
      if (of_nodes && wanted == "mode" && !has_bipartite && is_mode_column(*attribute)) {
        wanted = "bipartite";
        column.is_mode = true;
        column.type = Type::int32;
      } else if (is_by_chance(wanted, *attribute, attributes) ||
                 is_reserved(wanted, *attribute, of_nodes)) {
        wanted = (of_nodes ? "node_" : "edge_") + wanted;
      }
      column.is_weight = !of_nodes && wanted == "weight";
      if (wanted == "label") column.type = Type::text;
      if (column.is_weight || (of_nodes && is_one_of(wanted, {"x", "y", "z", "size"})))
        column.type = Type::real;
      if (column.type == Type::text) report_.long_integers += count_long_integers(*attribute);
      column.name = unique_name(wanted, names);
      column.id = ids_.count(column.name) == 0
                      ? column.name
                      : (of_nodes ? "node_" : "edge_") + column.name;  // a name of both classes
      column.id = unique_name(column.id, ids_);
      if (column.name != attribute->name && !column.is_mode)
        report_.renamed_attributes.emplace_back(attribute->name, column.name);
      columns.push_back(std::move(column));
    }
    return columns;
  }

 private:
  ExportReport& report_;
  std::set<std::string> ids_;  // of the file
};

}  // namespace

std::string lower_case_name(std::string_view name) {
  std::string lower;
  for (std::size_t i = 0; i < name.size();) {
    const Utf8Character character = utf8_character(name, i);
    i += character.size;
    const auto code = static_cast<UChar32>(character.code);
    const bool ascii_mark = code == '_' || code == '.' || code == '-';
    if (!character.valid || !(u_isalnum(code) || ascii_mark)) {
      lower += '_';
      continue;
    }
    char bytes[4];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, u_tolower(code));
    lower.append(bytes, static_cast<std::size_t>(size));
  }
  return lower.empty() ? "attribute" : lower;
}

std::string_view type_name(Type type) noexcept {
  switch (type) {
    case Type::text:
      return "string";
    case Type::int32:
      return "int";
    case Type::int64:
      return "long";
    case Type::real:
      return "double";
  }
  return "string";
}

GraphmlColumns graphml_columns(const std::vector<const Attribute*>& node_attributes,
                               const std::vector<const Attribute*>& edge_attributes,
                               ExportReport& report) {
  Planner planner(report);
  GraphmlColumns columns;
  columns.node = planner.plan(node_attributes, true);
  columns.edge = planner.plan(edge_attributes, false);
  return columns;
}

}  // namespace entente::io
