// SPDX-License-Identifier: Apache-2.0
// What each element of a GEXF file means when it begins.
#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/gexf_list.hpp"
#include "engine/io/gexf_reader.hpp"

namespace entente::io {
namespace {

constexpr std::size_t column_limit = 4096;

struct Type {
  AttributeType type;
  bool is_list, known;
};

Type type_of(std::string_view name) {
  if (name == "string" || name == "anyURI" || name == "anyuri")
    return {AttributeType::text, false, true};
  if (name == "integer" || name == "int" || name == "long" || name == "short" || name == "byte" ||
      name == "biginteger")
    return {AttributeType::integer, false, true};
  if (name == "double" || name == "float" || name == "bigdecimal")
    return {AttributeType::real, false, true};
  if (name == "boolean") return {AttributeType::boolean, false, true};
  if (name.starts_with("list")) return {AttributeType::text, true, true};
  return {AttributeType::text, false, false};
}

}  // namespace

GexfReader::Element GexfReader::drop(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  notes_.add(note("G141",
                  "<" + std::string(name.local) + (id ? " id='" + std::string(*id) + "'" : "") +
                      "> is left out",
                  "", at.position()));
  return Element::dropped;
}

GexfReader::Element GexfReader::open(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  const Element inside = open_.back();
  const std::string_view local = name.local;
  if (local == "attvalue" && owner() != nullptr) return open_value(at, attributes);  // most are
  if (inside == Element::root) {
    if (local == "meta") return Element::meta;
    if (local == "graph") return open_graph(at, attributes);
  } else if (inside == Element::meta) {
    fact_ = local;
    text_.clear();
    return Element::fact;
  } else if (inside == Element::attributes && local == "attribute") {
    return open_column(at, attributes);
  } else if (inside == Element::attribute) {
    text_.clear();
    return local == "default" ? Element::fallback : Element::dropped;  // <options> say nothing
  } else if (local == "nodes" || local == "edges" || local == "attvalues" || local == "spells") {
    return Element::container;
  } else if (local == "attributes" && inside == Element::graph) {
    class_ = attributes.find("class").value_or("node") == "edge" ? 1 : 0;
    return Element::attributes;
  } else if (local == "node") {
    return open_node(at, attributes);
  } else if (local == "edge") {
    return open_edge(at, attributes);
  } else if (owner() != nullptr && local == "spell") {
    return open_spell(at, attributes);
  } else if (owner() != nullptr && (local == "color" || local == "position" || local == "size")) {
    return open_look(at, local, attributes);
  }
  return drop(at, name, attributes);
}

GexfReader::Element GexfReader::open_graph(XmlCursor& at, const XmlAttributes& attributes) {
  if (has_graph_) {
    notes_.add(warning("G142", "a second graph in the file is left out",
                       "expected one graph in a file", at.position()));
    return Element::dropped;
  }
  has_graph_ = true;
  const std::string_view type = attributes.find("defaultedgetype").value_or("undirected");
  builder_.file.graph.directed = type == "directed";
  // Before 1.2 the format had another name; where nothing is said, numbers.
  const std::string_view format =
      attributes.find("timeformat").value_or(attributes.find("timetype").value_or("double"));
  const bool dated = format == "date" || format == "dateTime" || format == "datetime";
  time_type_ = dated ? AttributeType::text : AttributeType::real;
  return Element::graph;
}

GexfReader::Element GexfReader::open_column(XmlCursor& at, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  if (!id || id->empty()) {
    problem(error("G151", "an <attribute> without id",
                  "expected <attribute id=\"...\" title=\"...\" type=\"...\"/>"),
            at);
    return Element::dropped;
  }
  if (columns_[class_].size() == column_limit) {
    at.fail(error("G152", "more than " + std::to_string(column_limit) + " attributes",
                  "leave those out that are not needed", at.position()));
    return Element::dropped;
  }
  const std::string_view title = attributes.find("title").value_or(*id);
  const std::string name(title.empty() ? *id : title);
  const std::string_view type_name = attributes.find("type").value_or("string");
  const Type type = type_of(type_name);
  if (!type.known) {
    notes_.add(note(
        "G143",
        "values of '" + name + "' are read as text; its type is '" + std::string(type_name) + "'",
        "", at.position()));
  }
  AttributeTable& attributes_of_class =
      class_ == 1 ? builder_.edge_attributes : builder_.node_attributes;
  column_ = Column{attributes_of_class.declare(name, type.type), type.is_list};
  if (type.is_list) lists_[class_].push_back(name);
  if (!columns_[class_].emplace(*id, *column_).second) {
    notes_.add(note("G144", "the attribute '" + std::string(*id) + "' is declared twice", "",
                    at.position()));
  }
  return Element::attribute;
}

GexfReader::Element GexfReader::open_node(XmlCursor& at, const XmlAttributes& attributes) {
  const auto id = attributes.find("id");
  if (!id || id->empty()) {
    problem(error("G153", "a node without id", "expected <node id=\"...\">"), at);
    return Element::dropped;
  }
  next_row_ = builder_.node(*id);
  if (!builder_.declare_node(next_row_)) {
    problem(error("G154", "the node '" + std::string(*id) + "' stands twice",
                  "ids are unique within a file"),
            at);
    return Element::dropped;
  }
  std::string parent(attributes.find("pid").value_or(""));
  if (const Owner* outer = owner(); outer != nullptr && outer->element == Element::node)
    parent = builder_.file.graph.node_ids[outer->row];
  const Owner node{Element::node, next_row_};
  if (!parent.empty()) {
    has_depth_ = true;
    store_named(at, node, "parent", AttributeType::text, parent);
  }
  if (const auto label = attributes.find("label"); label && !label->empty())
    store_named(at, node, "label", AttributeType::text, *label);
  return Element::node;
}

GexfReader::Element GexfReader::open_edge(XmlCursor& at, const XmlAttributes& attributes) {
  const auto source = attributes.find("source"), target = attributes.find("target");
  const auto id = attributes.find("id");
  if (!source || !target || source->empty() || target->empty()) {
    problem(error("G155",
                  "an edge" + (id ? " '" + std::string(*id) + "'" : std::string()) + " without " +
                      (!source || source->empty() ? "source" : "target"),
                  "expected <edge source=\"...\" target=\"...\">"),
            at);
    return Element::dropped;
  }
  const std::uint32_t tail = builder_.source(*source), head = builder_.node(*target);
  next_row_ = builder_.add_edge(tail, head, at.line());
  const Owner edge{Element::edge, next_row_};
  if (id && !id->empty()) builder_.name_edge(*id);
  if (const auto type = attributes.find("type")) {
    directions_.add(*type == "directed", builder_.file.graph.directed, at.line());
    if (*type == "mutual") {
      notes_.add(note("G145", "the mutual " + describe(edge) + " is one undirected edge",
                      "write it as two directed ones", at.position()));
    }
  }
  if (const auto weight = attributes.find("weight"))
    store_named(at, edge, "weight", AttributeType::real, *weight);
  if (const auto label = attributes.find("label"); label && !label->empty())
    store_named(at, edge, "label", AttributeType::text, *label);
  return Element::edge;
}

const GexfReader::Column* GexfReader::value_column(XmlCursor& at, std::string_view id,
                                                   const Owner& of) {
  const std::size_t of_class = of.element == Element::edge ? 1 : 0;
  Columns::value_type*& last = last_[of_class];
  if (last != nullptr && last->second.next != nullptr && last->second.next->first == id) {
    last = last->second.next;
    return &last->second;
  }
  Columns& columns = columns_[of_class];
  auto found = columns.find(id);
  if (found == columns.end()) {
    if (columns.size() == column_limit) {
      at.fail(error("G152", "more than " + std::to_string(column_limit) + " attributes",
                    "leave those out that are not needed", at.position()));
      return nullptr;
    }
    notes_.add(note("G146",
                    "the attribute '" + std::string(id) + "' is not declared; its values are text",
                    "", at.position()));
    const Column column{table(of).column(id, AttributeType::text)};
    found = columns.emplace(id, column).first;
  }
  if (last != nullptr) last->second.next = &*found;
  last = &*found;
  return &last->second;
}

GexfReader::Element GexfReader::open_value(XmlCursor& at, const XmlAttributes& attributes) {
  const Owner& of = *owner();
  auto id = attributes.find("for");
  if (!id) id = attributes.find("id");  // of GEXF 1.0
  const auto value = attributes.find("value");
  if (!id || id->empty() || !value) {
    problem(error("G156", "an <attvalue> of " + describe(of) + " without for or value",
                  "expected <attvalue for=\"...\" value=\"...\"/>"),
            at);
    return Element::dropped;
  }
  const Column* column = value_column(at, *id, of);
  if (column == nullptr) return Element::dropped;
  constexpr const char* bounds[] = {"start", "end", "startopen", "endopen", "timestamp"};
  if (attributes.size() > 2 && std::any_of(std::begin(bounds), std::end(bounds), [&](auto bound) {
        return attributes.find(bound).has_value();
      })) {
    notes_.add(note("G147",
                    "the time of '" + table(of)[column->column].name() + "' of " + describe(of) +
                        " is left out; the last value counts",
                    "values that change have no place here", at.position()));
  }
  if (column->is_list)
    store(at, of, column->column, join_list(parse_gexf_list(*value)));
  else
    store(at, of, column->column, *value);
  return Element::value;
}

GexfReader::Element GexfReader::open_spell(XmlCursor& at, const XmlAttributes& attributes) {
  Spell spell = spell_of(at, attributes);
  if (!spell.start.empty() || !spell.end.empty()) owner()->spells.push_back(std::move(spell));
  return Element::value;
}

GexfReader::Element GexfReader::open_look(XmlCursor& at, std::string_view what,
                                          const XmlAttributes& attributes) {
  const Owner& of = *owner();
  if (what == "size") {
    if (const auto value = attributes.find("value"))
      store_named(at, of, "size", AttributeType::real, *value);
    return Element::value;
  }
  if (what == "position") {
    for (const char* part : {"x", "y", "z"}) {
      if (const auto value = attributes.find(part))
        store_named(at, of, part, AttributeType::real, *value);
    }
    return Element::value;
  }
  if (const auto hex = attributes.find("hex")) {
    const auto color = parse_hex_color(*hex);
    for (std::size_t i = 0; color && i < color->size(); ++i)
      store_named(at, of, std::string_view("rgb").substr(i, 1), AttributeType::integer,
                  number_text(static_cast<std::int64_t>((*color)[i])));
  } else {
    for (const char* part : {"r", "g", "b"}) {
      if (const auto value = attributes.find(part))
        store_named(at, of, part, AttributeType::integer, *value);
    }
  }
  const auto alpha = parse_double(attributes.find("a").value_or("1"));
  if (alpha && *alpha != 1) {
    notes_.add(
        note("G148", "the transparency of " + describe(of) + " is left out", "", at.position()));
  }
  return Element::value;
}

}  // namespace entente::io
