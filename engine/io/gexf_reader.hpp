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

  Expected<GraphFile> read(const TextPieces& pieces);

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

  static bool has_text(Element element) {
    return element == Element::fact || element == Element::fallback;
  }

  // A node or an edge that is open.
  struct Owner {
    Element element;
    std::uint32_t row = 0;
    std::vector<Spell> spells{};
    std::optional<Spell> interval{};  // of start= and end=
    std::string kind{};               // of an edge
  };

  struct Column {
    std::size_t column;
    bool is_list = false;
    // What followed it last; values mostly come in one order, so it is looked at first. (Elements
    // of a map stay where they are.)
    std::pair<const std::string, Column>* next = nullptr;
  };
  using Columns = std::map<std::string, Column, std::less<>>;

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

  // The innermost one; null if none is open.
  Owner* owner() noexcept { return owners_.empty() ? nullptr : &owners_.back(); }
  void read_interval(XmlCursor& at, const XmlAttributes& attributes, Owner& owner);
  Spell spell_of(XmlCursor& at, const XmlAttributes& attributes);
  // The column of that id; an undeclared one is made. Null where there are too many.
  const Column* value_column(XmlCursor& at, std::string_view id, const Owner& of);
  void store_times(XmlCursor& at, const Owner& owner);
  void store(XmlCursor& at, const Owner& owner, std::size_t column, std::string_view value);
  void store_named(XmlCursor& at, const Owner& owner, std::string_view name, AttributeType type,
                   std::string_view value);
  bool has_named(const Owner& owner, std::string_view name);
  AttributeTable& table(const Owner& owner) {
    return owner.element == Element::node ? builder_.node_attributes : builder_.edge_attributes;
  }
  std::string describe(const Owner& owner) const;
  void problem(Diagnostic diagnostic, XmlCursor& at);
  void finish_attributes(GraphFile& file) const;

  GraphBuilder builder_;
  NoteLog notes_;
  Diagnostics problems_;
  std::vector<Element> open_;          // from the root inwards
  std::vector<Owner> owners_;          // those of them that are nodes or edges
  Columns columns_[2];                 // of nodes and of edges, by id
  Columns::value_type* last_[2] = {};  // of the value before
  std::vector<std::string> lists_[2];  // names of columns of lists
  std::size_t class_ = 0;              // of the open <attributes>
  std::optional<Column> column_;       // of the open <attribute>
  std::string text_, fact_;
  AttributeType time_type_ = AttributeType::text;
  bool has_graph_ = false, has_depth_ = false;
  EdgeDirections directions_;
  std::uint32_t next_row_ = 0;
};

}  // namespace entente::io
