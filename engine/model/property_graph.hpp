// SPDX-License-Identifier: Apache-2.0
// A graph with typed attribute columns: what graph files hold, read or written.
// (A KnowledgeGraph says what sources claim; a View is what algorithms read; this is the file's
// side.)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente {

// One value for each node or edge; absent where `present` is 0. `present` empty: all present.
struct Attribute {
  using Values =
      std::variant<std::vector<std::string>, std::vector<std::int64_t>, std::vector<double>,
                   std::vector<std::uint8_t>>;  // the last: true or false
  std::string name;
  Values values;
  std::vector<std::uint8_t> present{};
  bool is_list = false;  // of texts: each is a list, as engine/base/list_text.hpp writes it

  bool has(std::size_t i) const noexcept { return present.empty() || present[i] != 0; }
  // The value as text (numbers in their shortest form, true and false); "" where absent.
  std::string text(std::size_t i) const;
  // As a number: integers and reals, booleans as 0 and 1, text that is a number; else nothing.
  std::optional<double> number(std::size_t i) const;
};

// The same, or null where it has no value at all: as a file may declare it. Null for null.
const Attribute* if_stated(const Attribute* attribute) noexcept;

struct PropertyGraph {
  bool directed = false;
  std::string title;  // of the graph, may be empty
  std::vector<std::pair<std::string, std::string>>
      facts;                                  // further graph-level data, name and text
  std::vector<std::string> node_ids;          // unique
  std::vector<std::uint32_t> source, target;  // by edge, positions in node_ids
  std::vector<std::string> edge_ids;          // may be empty
  std::vector<Attribute> node_attributes, edge_attributes;  // names unique within each

  const Attribute* node_attribute(std::string_view name) const noexcept;
  const Attribute* edge_attribute(std::string_view name) const noexcept;
};

}  // namespace entente
