// SPDX-License-Identifier: Apache-2.0
// The state of read_gexf(): which element is open, and what is known of the node or edge that it
// belongs to. For its own two sources alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/io/edge_directions.hpp"
#include "engine/io/element_times.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/xml.hpp"

namespace entente::io {

class GexfReader {
 public:
  explicit GexfReader(std::string file) { builder_.file.file = std::move(file); }

  Expected<GraphFile> read(std::string_view text);

 private:
  enum class Element : std::uint8_t {
    root,
    meta,
    fact,
    graph,
    attributes,
    attribute,
    fallback,
    container,  // <nodes>, <edges>, <attvalues>, <spells>
    node,
    edge,
    value,
    dropped
  };

  struct Frame {
    Element element;
    std::uint32_t row = 0;  // of a node or an edge
    std::vector<Spell> spells{};
    std::optional<Spell> interval{};  // of start= and end=
    std::string kind{};               // of an edge
  };

  struct Column {
    std::size_t column;
    bool is_list = false;
  };

  void start(XmlCursor& at, XmlName name, const XmlAttributes& attributes);
  void end(XmlCursor& at);
  Element open(XmlCursor& at, XmlName name, const XmlAttributes& attributes);
  Element open_graph(XmlCursor& at, const XmlAttributes& attributes);
  Element open_column(XmlCursor& at, const XmlAttributes& attributes);
  Element open_node(XmlCursor& at, const XmlAttributes& attributes);
  Element open_edge(XmlCursor& at, const XmlAttributes& attributes);
  Element open_value(XmlCursor& at, const XmlAttributes& attributes);
  Element open_spell(XmlCursor& at, const XmlAttributes& attributes);
  Element open_look(XmlCursor& at, std::string_view what, const XmlAttributes& attributes);
  Element drop(XmlCursor& at, XmlName name, const XmlAttributes& attributes);

  // The node or edge that is open, the innermost one; null if none is.
  Frame* owner();
  void read_interval(XmlCursor& at, const XmlAttributes& attributes, Frame& frame);
  Spell spell_of(XmlCursor& at, const XmlAttributes& attributes);
  void store_times(XmlCursor& at, const Frame& frame);
  void store(XmlCursor& at, const Frame& frame, std::size_t column, std::string_view value);
  void store_named(XmlCursor& at, const Frame& frame, std::string_view name, AttributeType type,
                   std::string_view value);
  bool has_named(const Frame& frame, std::string_view name);
  AttributeTable& table(const Frame& frame) {
    return frame.element == Element::node ? builder_.node_attributes : builder_.edge_attributes;
  }
  std::string describe(const Frame& frame) const;
  void problem(Diagnostic diagnostic, XmlCursor& at);
  void finish_attributes(GraphFile& file) const;

  GraphBuilder builder_;
  NoteLog notes_;
  Diagnostics problems_;
  std::vector<Frame> frames_;
  std::map<std::string, Column, std::less<>> columns_[2];  // of nodes and of edges, by id
  std::vector<std::string> lists_[2];                      // names of columns of lists
  std::size_t class_ = 0;                                  // of the open <attributes>
  std::optional<Column> column_;                           // of the open <attribute>
  std::string text_, fact_;
  AttributeType time_type_ = AttributeType::text;
  bool has_graph_ = false, has_depth_ = false;
  EdgeDirections directions_;
  std::uint32_t next_row_ = 0;
};

}  // namespace entente::io
