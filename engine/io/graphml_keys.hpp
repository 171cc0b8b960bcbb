// SPDX-License-Identifier: Apache-2.0
// The keys of a GraphML file: which attribute a <data> belongs to, and of what type it is.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/graph_builder.hpp"
#include "engine/io/xml.hpp"

namespace entente::io {

struct GraphmlKey {
  std::string id, name;
  AttributeType type = AttributeType::text;
  bool graphics = false;  // yEd's drawing: nothing but its label is taken
  std::size_t node_column = AttributeTable::none, edge_column = AttributeTable::none;
};

class GraphmlKeys {
 public:
  GraphmlKeys(GraphBuilder& builder, NoteLog& notes) : builder_(builder), notes_(notes) {}

  // Takes a <key>, which has an id; null where its <default> and values go nowhere of their own.
  GraphmlKey* declare(XmlCursor& at, const XmlAttributes& attributes);
  // The key of that id; one that is not declared is text. Null: too many keys, and the parse ends.
  GraphmlKey* find_or_add(XmlCursor& at, std::string_view id);
  const GraphmlKey* find(std::string_view id) const noexcept;

 private:
  GraphmlKey* add(XmlCursor& at, GraphmlKey key);
  void declare_columns(GraphmlKey& key, std::string_view scope);

  GraphBuilder& builder_;
  NoteLog& notes_;
  std::map<std::string, GraphmlKey, std::less<>> keys_;
};

}  // namespace entente::io
