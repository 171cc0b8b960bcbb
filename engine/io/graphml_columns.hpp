// SPDX-License-Identifier: Apache-2.0
// Which <key> each attribute becomes in a GraphML file: a name that no reader takes for something
// else, an id that is unique in the file whatever the case, and one of four types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/export_report.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

struct GraphmlColumn {
  enum class Type : std::uint8_t { text, int32, int64, real };
  const Attribute* attribute;
  std::string id, name;
  Type type = Type::text;
  bool is_mode = false;    // of actor and item: written as bipartite, 0 and 1
  bool is_weight = false;  // of edges
};

struct GraphmlColumns {
  std::vector<GraphmlColumn> node, edge;
};

// Columns in the order of the attributes. Counts what it renames and what becomes text.
GraphmlColumns graphml_columns(const std::vector<const Attribute*>& node_attributes,
                               const std::vector<const Attribute*>& edge_attributes,
                               ExportReport& report);

std::string_view type_name(GraphmlColumn::Type type) noexcept;

// A lower-case word of letters, digits, '_', '.' and '-'; never empty.
std::string lower_case_name(std::string_view name);

}  // namespace entente::io
