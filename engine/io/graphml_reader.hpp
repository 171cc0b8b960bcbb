// SPDX-License-Identifier: Apache-2.0
// The state of read_graphml(): which element is open, which value is being read. For its own two
// sources alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/io/edge_directions.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/graphml_keys.hpp"
#include "engine/io/xml.hpp"

namespace entente::io {

class GraphmlReader {
 public:
  explicit GraphmlReader(std::string file) { builder_.file.file = std::move(file); }

  Expected<GraphFile> read(const TextPieces& pieces);

 private:
  enum class Element : std::uint8_t {
    root,
    key,
    fallback,
    graph,
    node,
    edge,
    data,
    description,
    foreign,
    dropped
  };

  struct Frame {
    Element element;
    std::uint32_t row = 0;  // of a node or an edge
    // Neo4j's labels= of a node and label= of an edge, which a value of that name overrules.
    std::optional<std::string> label{};
  };

  static bool is_node_or_edge(Element element) {
    return element == Element::node || element == Element::edge;
  }

  void start(XmlCursor& at, XmlName name, const XmlAttributes& attributes);
  void end(XmlCursor& at);
  void text(XmlCursor& at, std::string_view piece);

  Element open(XmlCursor& at, XmlName name, const XmlAttributes& attributes);
  Element open_key(XmlCursor& at, const XmlAttributes& attributes);
  Element open_graph(XmlCursor& at, const XmlAttributes& attributes);
  Element open_node(XmlCursor& at, const XmlAttributes& attributes);
  Element open_edge(XmlCursor& at, const XmlAttributes& attributes);
  Element open_data(XmlCursor& at, const XmlAttributes& attributes);
  Element drop(XmlCursor& at, XmlName name, const XmlAttributes& attributes);
  void close_value(XmlCursor& at);

  void problem(Diagnostic diagnostic, XmlCursor& at);
  // The value of an attribute of the element that `owner` stands for.
  void store(XmlCursor& at, const Frame& owner, std::size_t column, std::string_view value);
  void store_named(XmlCursor& at, const Frame& owner, std::string_view name,
                   std::string_view value);
  AttributeTable& table(const Frame& owner) {
    return owner.element == Element::node ? builder_.node_attributes : builder_.edge_attributes;
  }
  std::string describe(const Frame& owner) const;
  void take_identity(GraphFile& file);

  GraphBuilder builder_;
  NoteLog notes_;
  Diagnostics problems_;
  std::vector<Frame> frames_;
  std::string space_;  // of the root: the namespace that means GraphML here
  GraphmlKeys keys_{builder_, notes_};
  GraphmlKey* key_ = nullptr;  // whose value is being read
  std::string value_;
  std::optional<std::string> label_;  // yEd's, inside a value
  bool in_label_ = false, value_has_elements_ = false;
  std::uint32_t value_line_ = 0;
  bool has_graph_ = false;
  EdgeDirections directions_;
  std::uint32_t next_row_ = 0;
};

}  // namespace entente::io
