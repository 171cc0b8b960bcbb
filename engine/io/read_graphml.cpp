// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_graphml.hpp"

#include <algorithm>
#include <utility>

#include "engine/io/graphml_reader.hpp"
#include "engine/io/node_identity.hpp"

namespace entente::io {
namespace {

constexpr std::size_t value_limit = std::size_t{16} << 20;  // bytes
constexpr std::size_t error_limit = 20;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

void GraphmlReader::problem(Diagnostic diagnostic, XmlCursor& at) {
  diagnostic.where = at.position();
  problems_.push_back(std::move(diagnostic));
  if (problems_.size() == error_limit) at.fail(problems_.back());
}

std::string GraphmlReader::describe(const Frame& owner) const {
  if (owner.element == Element::node)
    return "node '" + builder_.file.graph.node_ids[owner.row] + "'";
  if (owner.element == Element::edge) return builder_.describe_edge(owner.row);
  return "the graph";
}

void GraphmlReader::start(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  const Element inside = frames_.empty() ? Element::foreign : frames_.back().element;
  if (frames_.empty()) {
    if (name.local != "graphml") {
      at.fail(error("G101", "the first element is <" + std::string(name.local) + ">, not <graphml>",
                    "expected a GraphML file; its first element is <graphml>", at.position()));
      return;
    }
    space_ = name.space;
    frames_.push_back({Element::root});
    return;
  }
  Frame frame{Element::foreign, 0};
  if (inside == Element::data || inside == Element::foreign) {  // yEd's drawings and the like
    value_has_elements_ = true;
    if ((name.local == "NodeLabel" || name.local == "EdgeLabel") && !label_) {
      label_.emplace();
      in_label_ = true;
    }
  } else if (inside == Element::dropped || name.space != space_) {
    frame.element = Element::dropped;
  } else {
    frame.element = open(at, name, attributes);
    if (is_node_or_edge(frame.element)) {
      frame.row = next_row_;
      frame.label = attributes.find(frame.element == Element::node ? "labels" : "label");
    }
  }
  frames_.push_back(frame);
}

void GraphmlReader::text(XmlCursor& at, std::string_view piece) {
  if (frames_.empty()) return;
  std::string* into = nullptr;
  switch (frames_.back().element) {
    case Element::data:
    case Element::fallback:
    case Element::description:
      into = &value_;
      break;
    case Element::foreign:
      if (in_label_) into = &*label_;
      break;
    default:
      return;
  }
  if (into == nullptr) return;
  if (into->size() + piece.size() > value_limit) {
    at.fail(error("G108", "a value of more than " + std::to_string(value_limit >> 20) + " MiB",
                  "long texts do not belong into a graph file", at.position()));
    return;
  }
  into->append(piece);
}

void GraphmlReader::end(XmlCursor& at) {
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  const Element element = frame.element;
  if (element == Element::foreign) {
    in_label_ = false;
  } else if (element == Element::fallback) {
    const GraphmlKey& key = *key_;
    if (key.node_column != AttributeTable::none)
      builder_.node_attributes.set_fallback(key.node_column, value_);
    if (key.edge_column != AttributeTable::none)
      builder_.edge_attributes.set_fallback(key.edge_column, value_);
  } else if (element == Element::description) {
    const Frame& owner = frames_.back();
    if (owner.element == Element::graph)
      builder_.file.graph.facts.emplace_back("desc", value_);
    else
      store_named(at, owner, "desc", value_);
  } else if (element == Element::data) {
    close_value(at);
  } else if (frame.label) {
    const std::string_view name = element == Element::node ? "labels" : "relation";
    AttributeTable& attributes = table(frame);
    AttributeBuilder& builder = attributes[attributes.column(name, AttributeType::text)];
    if (!builder.has_last(frame.row)) builder.add(frame.row, *frame.label);
  }
}

void GraphmlReader::close_value(XmlCursor& at) {
  const Frame& owner = frames_.back();
  GraphmlKey& key = *key_;
  const bool on_element = is_node_or_edge(owner.element);
  if (value_has_elements_) {
    if (on_element && label_) store_named(at, owner, "label", trimmed(*label_));
    if (key.graphics || trimmed(value_).empty()) {
      notes_.add(note("G129",
                      "the drawing or structure under the key '" + key.id + "' of " +
                          describe(owner) + " is left out" + (label_ ? ", but for its label" : ""),
                      "", {builder_.file.file, value_line_, 0}));
      return;
    }
  }
  if (!on_element) {
    // A graph inside a node has no place for its own data but the graph's.
    if (key.name == "title" && builder_.file.graph.title.empty())
      builder_.file.graph.title = value_;
    else
      builder_.file.graph.facts.emplace_back(key.name, value_);
    return;
  }
  const bool on_node = owner.element == Element::node;
  std::size_t& column = on_node ? key.node_column : key.edge_column;
  if (column == AttributeTable::none) {
    column = table(owner).column(key.name, key.type);
    // What a key declares is not so where it is found elsewhere: Cytoscape's are all of nodes.
    const std::size_t declared = on_node ? key.edge_column : key.node_column;
    AttributeTable& other = on_node ? builder_.edge_attributes : builder_.node_attributes;
    if (declared != AttributeTable::none) other.release(declared);
  }
  store(at, owner, column, value_);
}

void GraphmlReader::store(XmlCursor& at, const Frame& owner, std::size_t column,
                          std::string_view value) {
  AttributeBuilder& builder = table(owner)[column];
  const bool again = builder.has_last(owner.row);
  const auto outcome = builder.add(owner.row, value);
  if (again && outcome != AttributeBuilder::Outcome::absent) {
    notes_.add(note(
        "G130",
        "'" + builder.name() + "' of " + describe(owner) + " stands twice; the last value counts",
        "", at.position()));
  }
  if (outcome == AttributeBuilder::Outcome::widened) {
    notes_.add(note("G131",
                    "'" + std::string(value) + "' is not of the type declared for '" +
                        builder.name() + "', which is now read as " +
                        (builder.type() == AttributeType::text ? "text" : "a number"),
                    "", at.position()));
  }
}

void GraphmlReader::store_named(XmlCursor& at, const Frame& owner, std::string_view name,
                                std::string_view value) {
  store(at, owner, table(owner).column(name, AttributeType::text), value);
}

// igraph numbers the nodes (n0, n1, ...) and keeps what identifies them in v_id or v_name.
void GraphmlReader::take_identity(GraphFile& file) {
  take_node_ids_from(file.graph, original_id);
  take_edge_ids_from(file.graph, original_id);
  for (const std::string_view id : {"v_id", "v_name"}) {
    const GraphmlKey* key = keys_.find(id);
    if (key == nullptr || !take_node_ids_from(file.graph, key->name)) continue;
    notes_.add(note("G134", "the attribute '" + key->name + "' holds the ids of the nodes", "",
                    {file.file, 0, 0}));
    return;
  }
}

Expected<GraphFile> GraphmlReader::read(const TextPieces& pieces) {
  const XmlEvents events{
      .start = [this](XmlCursor& at, XmlName name,
                      const XmlAttributes& attributes) { start(at, name, attributes); },
      .end = [this](XmlCursor& at) { end(at); },
      .text = [this](XmlCursor& at, std::string_view piece) { text(at, piece); }};
  if (auto failure = parse_xml(pieces, builder_.file.file, events, notes_)) {
    if (problems_.size() < error_limit) problems_.push_back(std::move(*failure));
  } else if (!has_graph_) {
    problems_.push_back(error("G109", "the file holds no graph",
                              "expected <graph edgedefault=\"...\"> inside <graphml>",
                              {builder_.file.file, 1, 0}));
  }
  if (!problems_.empty()) return std::move(problems_);
  if (auto odd = directions_.settle(builder_.file, "G132")) notes_.add(*std::move(odd));
  if (auto ends = builder_.undeclared_ends("G133")) notes_.add(*std::move(ends));
  GraphFile file = std::move(builder_).finish();
  take_identity(file);
  file.notes = notes_.take();
  return file;
}

Expected<GraphFile> read_graphml(const TextPieces& pieces, std::string file) {
  return GraphmlReader(std::move(file)).read(pieces);
}

Expected<GraphFile> read_graphml(std::string_view text, std::string file) {
  return read_graphml(pieces_of(text), std::move(file));
}

}  // namespace entente::io
