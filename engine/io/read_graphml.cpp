// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_graphml.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/graph_builder.hpp"
#include "engine/io/graphml_keys.hpp"
#include "engine/io/node_identity.hpp"
#include "engine/io/xml.hpp"

namespace entente::io {
namespace {

constexpr std::size_t value_limit = std::size_t{16} << 20;  // bytes
constexpr std::size_t error_limit = 20;

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

bool is_node_or_edge(Element element) {
  return element == Element::node || element == Element::edge;
}

std::optional<bool> direction(std::string_view text) {
  if (text == "directed" || text == "true") return true;
  if (text == "undirected" || text == "false") return false;
  return std::nullopt;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class Reader {
 public:
  explicit Reader(std::string file) { builder_.file.file = std::move(file); }

  Expected<GraphFile> read(std::string_view text);

 private:
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
  void settle_direction();
  void settle_nodes();
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
  std::uint32_t next_row_ = 0, directed_edges_ = 0, undirected_edges_ = 0, first_odd_line_ = 0;
};

void Reader::problem(Diagnostic diagnostic, XmlCursor& at) {
  diagnostic.where = at.position();
  problems_.push_back(std::move(diagnostic));
  if (problems_.size() == error_limit) at.fail(problems_.back());
}

std::string Reader::describe(const Frame& owner) const {
  const PropertyGraph& graph = builder_.file.graph;
  if (owner.element == Element::node) return "node '" + graph.node_ids[owner.row] + "'";
  if (owner.element == Element::edge) {
    return "edge '" + graph.node_ids[graph.source[owner.row]] + "' - '" +
           graph.node_ids[graph.target[owner.row]] + "'";
  }
  return "the graph";
}

void Reader::start(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
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

Element Reader::open(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  const Element inside = frames_.back().element;
  const std::string_view local = name.local;
  if (local == "key" && (inside == Element::root || inside == Element::graph))
    return open_key(at, attributes);
  if (local == "default" && inside == Element::key) {
    value_.clear();
    return Element::fallback;
  }
  if (local == "data") return open_data(at, attributes);
  if (local == "graph" && (inside == Element::root || inside == Element::node))
    return open_graph(at, attributes);
  if (local == "node" && inside == Element::graph) return open_node(at, attributes);
  if (local == "edge" && inside == Element::graph) return open_edge(at, attributes);
  if (local == "desc") {
    value_.clear();
    const bool owned =
        inside == Element::graph || inside == Element::node || inside == Element::edge;
    return owned ? Element::description : Element::dropped;
  }
  return drop(at, name, attributes);
}

Element Reader::drop(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  notes_.add(note("G121",
                  "<" + std::string(name.local) + (id ? " id='" + std::string(*id) + "'" : "") +
                      "> is left out",
                  name.local == "hyperedge" || name.local == "port"
                      ? "hyperedges and ports have no place in a graph of nodes and edges"
                      : "",
                  at.position()));
  return Element::dropped;
}

Element Reader::open_key(XmlCursor& at, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  if (!id || id->empty()) {
    problem(error("G102", "a <key> without id", "expected <key id=\"...\" ...>"), at);
    return Element::dropped;
  }
  key_ = keys_.declare(at, attributes);
  return key_ == nullptr ? Element::dropped : Element::key;
}

Element Reader::open_graph(XmlCursor& at, const XmlAttributes& attributes) {
  if (frames_.back().element == Element::node) {
    notes_.add(note("G124",
                    "the graph inside " + describe(frames_.back()) +
                        " is flattened; its nodes name their place in the attribute 'parent'",
                    "", at.position()));
    return Element::graph;
  }
  if (has_graph_) {
    notes_.add(warning("G125", "a second graph in the file is left out",
                       "expected one graph in a file; put the other one into its own",
                       at.position()));
    return Element::dropped;
  }
  has_graph_ = true;
  const auto given = attributes.find("edgedefault");
  const auto directed = direction(given.value_or(""));
  if (!directed) {
    notes_.add(note("G126", "the graph does not say whether it is directed; taken as undirected",
                    "expected edgedefault=\"directed\" or \"undirected\" in <graph>",
                    at.position()));
  }
  builder_.file.graph.directed = directed.value_or(false);
  return Element::graph;
}

Element Reader::open_node(XmlCursor& at, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  if (!id || id->empty()) {
    problem(error("G104", "a node without id", "expected <node id=\"...\">"), at);
    return Element::dropped;
  }
  next_row_ = builder_.node(*id);
  if (!builder_.declare_node(next_row_)) {
    problem(error("G105", "the node '" + std::string(*id) + "' stands twice",
                  "ids are unique within a file"),
            at);
    return Element::dropped;
  }
  const Frame owner{Element::node, next_row_};
  std::string path;
  for (const Frame& frame : frames_) {
    if (frame.element != Element::node) continue;
    if (!path.empty()) path += '/';
    path += builder_.file.graph.node_ids[frame.row];
  }
  if (!path.empty()) store_named(at, owner, "parent", path);
  return Element::node;
}

Element Reader::open_edge(XmlCursor& at, const XmlAttributes& attributes) {
  const auto source = attributes.find("source"), target = attributes.find("target");
  const auto id = attributes.find("id");
  if (!source || !target || source->empty() || target->empty()) {
    problem(error("G106",
                  "an edge" + (id ? " '" + std::string(*id) + "'" : std::string()) + " without " +
                      (!source || source->empty() ? "source" : "target"),
                  "expected <edge source=\"...\" target=\"...\">"),
            at);
    return Element::dropped;
  }
  const std::uint32_t tail = builder_.node(*source), head = builder_.node(*target);
  next_row_ = builder_.add_edge(tail, head, at.line());
  if (id && !id->empty()) {
    auto& ids = builder_.file.graph.edge_ids;
    ids.resize(next_row_ + std::size_t{1});
    ids.back() = *id;
  }
  if (const auto given = attributes.find("directed")) {
    const bool directed = direction(*given).value_or(builder_.file.graph.directed);
    ++(directed ? directed_edges_ : undirected_edges_);
    if (directed != builder_.file.graph.directed && first_odd_line_ == 0)
      first_odd_line_ = at.line();
  }
  if (attributes.find("sourceport") || attributes.find("targetport")) {
    notes_.add(note("G127",
                    "the ports of " + describe({Element::edge, next_row_}) + " are left out", "",
                    at.position()));
  }
  return Element::edge;
}

Element Reader::open_data(XmlCursor& at, const XmlAttributes& attributes) {
  const auto id = attributes.find("key");
  if (!id || id->empty()) {
    problem(error("G107", "a <data> without key", "expected <data key=\"...\">"), at);
    return Element::dropped;
  }
  const Element owner = frames_.back().element;
  if (owner == Element::key) return Element::dropped;
  key_ = keys_.find_or_add(at, *id);
  if (key_ == nullptr) return Element::dropped;
  value_.clear();
  label_.reset();
  value_has_elements_ = in_label_ = false;
  value_line_ = at.line();
  return Element::data;
}

void Reader::text(XmlCursor& at, std::string_view piece) {
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

void Reader::end(XmlCursor& at) {
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

void Reader::close_value(XmlCursor& at) {
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
  std::size_t& column = owner.element == Element::node ? key.node_column : key.edge_column;
  if (column == AttributeTable::none) column = table(owner).column(key.name, key.type);
  store(at, owner, column, value_);
}

void Reader::store(XmlCursor& at, const Frame& owner, std::size_t column, std::string_view value) {
  AttributeBuilder& builder = table(owner)[column];
  if (builder.has_last(owner.row)) {
    notes_.add(note(
        "G130",
        "'" + builder.name() + "' of " + describe(owner) + " stands twice; the last value counts",
        "", at.position()));
  }
  if (builder.add(owner.row, value) == AttributeBuilder::Outcome::widened) {
    notes_.add(note("G131",
                    "'" + std::string(value) + "' is not of the type declared for '" +
                        builder.name() + "', which is now read as " +
                        (builder.type() == AttributeType::text ? "text" : "a number"),
                    "", at.position()));
  }
}

void Reader::store_named(XmlCursor& at, const Frame& owner, std::string_view name,
                         std::string_view value) {
  store(at, owner, table(owner).column(name, AttributeType::text), value);
}

// One direction for the file: the graph's own, unless each edge says the other one.
void Reader::settle_direction() {
  PropertyGraph& graph = builder_.file.graph;
  const std::uint32_t odd = graph.directed ? undirected_edges_ : directed_edges_;
  if (odd == 0) return;
  if (odd == graph.source.size()) {
    graph.directed = !graph.directed;
    return;
  }
  notes_.add(warning("G132",
                     std::to_string(odd) + " edges are " +
                         (graph.directed ? "undirected" : "directed") + " in a graph that is " +
                         (graph.directed ? "directed" : "undirected") +
                         "; they are taken like the others",
                     "a graph has one direction; write an undirected edge as two directed ones",
                     {builder_.file.file, first_odd_line_, 0}));
}

void Reader::settle_nodes() {
  const auto missing = std::count(builder_.declared.begin(), builder_.declared.end(), 0);
  if (missing == 0) return;
  const auto first = std::find(builder_.declared.begin(), builder_.declared.end(), 0);
  const auto row = static_cast<std::size_t>(first - builder_.declared.begin());
  const PropertyGraph& graph = builder_.file.graph;
  std::uint32_t line = 0;
  for (std::size_t e = 0; e < graph.source.size() && line == 0; ++e) {
    if (graph.source[e] == row || graph.target[e] == row) line = builder_.file.edge_lines[e];
  }
  notes_.add(warning("G133",
                     std::to_string(missing) +
                         " ends of edges are not declared as nodes and were "
                         "added, the first of them '" +
                         graph.node_ids[row] + "'",
                     "expected a <node> for each end of an edge", {builder_.file.file, line, 0}));
}

// igraph numbers the nodes (n0, n1, ...) and keeps what identifies them in v_id or v_name.
void Reader::take_identity(GraphFile& file) {
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

Expected<GraphFile> Reader::read(std::string_view text_of_file) {
  const XmlEvents events{
      .start = [this](XmlCursor& at, XmlName name,
                      const XmlAttributes& attributes) { start(at, name, attributes); },
      .end = [this](XmlCursor& at) { end(at); },
      .text = [this](XmlCursor& at, std::string_view piece) { text(at, piece); }};
  if (auto failure = parse_xml(text_of_file, builder_.file.file, events, notes_)) {
    if (problems_.size() < error_limit) problems_.push_back(std::move(*failure));
  } else if (!has_graph_) {
    problems_.push_back(error("G109", "the file holds no graph",
                              "expected <graph edgedefault=\"...\"> inside <graphml>",
                              {builder_.file.file, 1, 0}));
  }
  if (!problems_.empty()) return std::move(problems_);
  settle_direction();
  settle_nodes();
  GraphFile file = std::move(builder_).finish();
  if (!file.graph.edge_ids.empty()) file.graph.edge_ids.resize(file.graph.source.size());
  take_identity(file);
  file.notes = notes_.take();
  return file;
}

}  // namespace

Expected<GraphFile> read_graphml(std::string_view text, std::string file) {
  return Reader(std::move(file)).read(text);
}

}  // namespace entente::io
