// SPDX-License-Identifier: Apache-2.0
// What each element of a GraphML file means when it begins.
#include <utility>

#include "engine/io/graphml_reader.hpp"

namespace entente::io {
namespace {

std::optional<bool> direction(std::string_view text) {
  if (text == "directed" || text == "true") return true;
  if (text == "undirected" || text == "false") return false;
  return std::nullopt;
}

}  // namespace

GraphmlReader::Element GraphmlReader::open(XmlCursor& at, XmlName name,
                                           const XmlAttributes& attributes) {
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

GraphmlReader::Element GraphmlReader::drop(XmlCursor& at, XmlName name,
                                           const XmlAttributes& attributes) {
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

GraphmlReader::Element GraphmlReader::open_key(XmlCursor& at, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  if (!id || id->empty()) {
    problem(error("G102", "a <key> without id", "expected <key id=\"...\" ...>"), at);
    return Element::dropped;
  }
  key_ = keys_.declare(at, attributes);
  return key_ == nullptr ? Element::dropped : Element::key;
}

GraphmlReader::Element GraphmlReader::open_graph(XmlCursor& at, const XmlAttributes& attributes) {
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

GraphmlReader::Element GraphmlReader::open_node(XmlCursor& at, const XmlAttributes& attributes) {
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

GraphmlReader::Element GraphmlReader::open_edge(XmlCursor& at, const XmlAttributes& attributes) {
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
  const std::uint32_t tail = builder_.source(*source), head = builder_.node(*target);
  next_row_ = builder_.add_edge(tail, head, at.line());
  if (id && !id->empty()) builder_.name_edge(*id);
  if (const auto given = attributes.find("directed")) {
    const bool graph_directed = builder_.file.graph.directed;
    directions_.add(direction(*given).value_or(graph_directed), graph_directed, at.line());
  }
  if (attributes.find("sourceport") || attributes.find("targetport")) {
    notes_.add(note("G127",
                    "the ports of " + describe({Element::edge, next_row_}) + " are left out", "",
                    at.position()));
  }
  return Element::edge;
}

GraphmlReader::Element GraphmlReader::open_data(XmlCursor& at, const XmlAttributes& attributes) {
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

}  // namespace entente::io
