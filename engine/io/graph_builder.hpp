// SPDX-License-Identifier: Apache-2.0
// A graph file while it is read: nodes and edges by id, attributes by name, in the order met.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/io/attribute_builder.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/model/text_pool.hpp"

namespace entente::io {

// The attributes of one class of elements (nodes or edges).
class AttributeTable {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // The column of that name, made or widened as needed.
  std::size_t column(std::string_view name, AttributeType type);
  // The same, of a column that the file declares, which stays without any value, too.
  std::size_t declare(std::string_view name, AttributeType type);
  // As if it were not declared.
  void release(std::size_t column) { columns_[column].declared = false; }
  AttributeBuilder& operator[](std::size_t column) { return columns_[column].builder; }
  // Where no value came in this column, it is this one.
  void set_fallback(std::size_t column, std::string text) {
    columns_[column].fallback = std::move(text);
  }
  // Columns that hold anything or are declared.
  std::vector<Attribute> finish(std::size_t row_count);

 private:
  struct Column {
    AttributeBuilder builder;
    std::optional<std::string> fallback{};
    bool declared = false;
  };
  std::vector<Column> columns_;
};

struct GraphBuilder {
  // The node of that id; made, as not yet declared, if it is new.
  std::uint32_t node(std::string_view id);
  // The same, of the source of an edge. Edges mostly come in the order of their sources, so that of
  // the edge before is tried first.
  std::uint32_t source(std::string_view id);
  // False if it was declared before.
  bool declare_node(std::uint32_t node) { return std::exchange(declared[node], 1) == 0; }
  std::uint32_t add_edge(std::uint32_t source, std::uint32_t target, std::uint32_t line);
  // Of the edge added last.
  void name_edge(std::string_view id);
  // "edge 'a' - 'b'", for messages.
  std::string describe_edge(std::uint32_t edge) const;
  // A warning of that code where ends of edges were not declared as nodes.
  std::optional<Diagnostic> undeclared_ends(const char* code) const;

  GraphFile file;                      // without attributes until finish()
  std::vector<std::uint8_t> declared;  // by node, 0 or 1
  AttributeTable node_attributes, edge_attributes;

  GraphFile finish() &&;

 private:
  static constexpr std::uint32_t none = 0xffffffff;
  TextPool ids_;                   // of nodes alone, so that a handle tells the node
  std::uint32_t nameless_ = none;  // the node whose id is empty
};

}  // namespace entente::io
