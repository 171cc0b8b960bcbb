// SPDX-License-Identifier: Apache-2.0
#include "engine/io/graphml_keys.hpp"

#include <utility>

namespace entente::io {
namespace {

constexpr std::size_t key_limit = 4096;

struct Type {
  AttributeType type;
  bool known;
};

Type type_of(std::string_view name) {
  if (name == "string") return {AttributeType::text, true};
  if (name == "int" || name == "long" || name == "integer" || name == "short")
    return {AttributeType::integer, true};
  if (name == "double" || name == "float" || name == "real") return {AttributeType::real, true};
  if (name == "boolean" || name == "bool") return {AttributeType::boolean, true};
  return {AttributeType::text, false};
}

// Gephi's titles for what everybody else calls otherwise.
std::string_view usual_name(std::string_view name) {
  if (name == "Edge Label") return "label";
  if (name == "Edge Weight") return "weight";
  return name;
}

}  // namespace

GraphmlKey* GraphmlKeys::add(XmlCursor& at, GraphmlKey key) {
  if (keys_.size() == key_limit) {
    at.fail(error("G103", "more than " + std::to_string(key_limit) + " keys",
                  "leave the attributes out that are not needed", at.position()));
    return nullptr;
  }
  std::string id = key.id;
  return &keys_.emplace(std::move(id), std::move(key)).first->second;
}

GraphmlKey* GraphmlKeys::declare(XmlCursor& at, const XmlAttributes& attributes) {
  GraphmlKey key{.id = std::string(*attributes.find("id")), .name = {}};
  key.name = usual_name(attributes.find("attr.name").value_or(""));
  if (key.name.empty()) key.name = key.id;
  key.graphics = attributes.find("yfiles.type").value_or("").ends_with("graphics");
  if (const auto type_name = attributes.find("attr.type")) {
    const Type type = type_of(*type_name);
    key.type = type.type;
    if (!type.known) {
      notes_.add(note("G122",
                      "values of '" + key.name + "' are read as text; its type is '" +
                          std::string(*type_name) + "'",
                      "the types of GraphML are boolean, int, long, float, double and string",
                      at.position()));
    }
  }
  const auto before = keys_.find(key.id);
  if (before != keys_.end() && before->second.name != key.name) {
    notes_.add(note(
        "G123",
        "the key '" + key.id + "' stands twice; its values go to '" + before->second.name + "'", "",
        at.position()));
    return nullptr;
  }
  if (!key.graphics) declare_columns(key, attributes.find("for").value_or("all"));
  if (before == keys_.end()) return add(at, std::move(key));
  // networkx's named_key_ids repeats an id: one key for nodes and one for edges, of one name.
  GraphmlKey& first = before->second;
  if (key.node_column != AttributeTable::none) first.node_column = key.node_column;
  if (key.edge_column != AttributeTable::none) first.edge_column = key.edge_column;
  return &first;
}

// A key for all says of neither class that it has the attribute.
void GraphmlKeys::declare_columns(GraphmlKey& key, std::string_view scope) {
  AttributeTable& nodes = builder_.node_attributes;
  AttributeTable& edges = builder_.edge_attributes;
  if (scope == "node") key.node_column = nodes.declare(key.name, key.type);
  if (scope == "edge") key.edge_column = edges.declare(key.name, key.type);
  if (scope != "all") return;
  key.node_column = nodes.column(key.name, key.type);
  key.edge_column = edges.column(key.name, key.type);
}

GraphmlKey* GraphmlKeys::find_or_add(XmlCursor& at, std::string_view id) {
  const auto found = keys_.find(id);
  if (found != keys_.end()) return &found->second;
  notes_.add(note("G128", "the key '" + std::string(id) + "' is not declared; its values are text",
                  "", at.position()));
  return add(at, {.id = std::string(id), .name = std::string(usual_name(id))});
}

const GraphmlKey* GraphmlKeys::find(std::string_view id) const noexcept {
  const auto found = keys_.find(id);
  return found == keys_.end() ? nullptr : &found->second;
}

}  // namespace entente::io
