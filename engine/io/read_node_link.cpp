// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_node_link.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/json.hpp"
#include "engine/io/note_log.hpp"

namespace entente::io {
namespace {

constexpr std::size_t problem_limit = 20;
constexpr std::size_t attribute_limit = 4096;  // each is a column for all nodes or links

// The lines of offsets that only grow.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  std::uint32_t line(std::uint64_t offset) {
    const auto from = text_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto to = text_.begin() + static_cast<std::ptrdiff_t>(offset);
    line_ += static_cast<std::uint32_t>(std::count(from, to, '\n'));
    at_ = offset;
    return line_;
  }

 private:
  std::string_view text_;
  std::uint64_t at_ = 0;
  std::uint32_t line_ = 1;
};

// A scalar as text; arrays and objects as compact JSON.
std::string text_of(const JsonValue& value) {
  if (const std::string* text = value.text()) return *text;
  std::string text;
  JsonWriter(text).value(value);
  return text;
}

// An array of texts, numbers and flags; with anything else in it, it is JSON.
bool is_list(const JsonValue& value) {
  const JsonValue::Array* items = value.array();
  return items != nullptr && std::all_of(items->begin(), items->end(), [](const JsonValue& item) {
           return item.text() != nullptr || item.is_number() || item.boolean() != nullptr;
         });
}

// One value is a list of one item.
std::string list_of(const JsonValue& value) {
  if (!is_list(value)) return join_list({text_of(value)});
  std::vector<std::string> items;
  for (const JsonValue& item : *value.array()) items.push_back(text_of(item));
  return join_list(items);
}

AttributeType type_of(const JsonValue& value) {
  if (value.boolean() != nullptr) return AttributeType::boolean;
  if (value.integer() != nullptr) return AttributeType::integer;
  return value.is_number() ? AttributeType::real : AttributeType::text;
}

class Reader {
 public:
  Reader(const JsonDocument& document, std::string file) : document_(document) {
    builder_.file.file = std::move(file);
  }
  Expected<GraphFile> read() &&;

 private:
  void read_facts();
  void read_nodes(const JsonValue& nodes);
  void read_links(const JsonValue& links);
  void read_link(const JsonValue& link, std::uint32_t line);
  // What all values of an attribute are.
  struct Kind {
    AttributeType type = AttributeType::boolean;  // that holds each of them
    bool is_list = false;                         // since one of them is a list
  };
  // Nodes or links.
  struct Elements {
    AttributeTable& table;
    std::vector<std::string_view> taken;               // members that are no attributes
    std::map<std::string, Kind, std::less<>> kinds{};  // of attributes, by name
  };
  // What holds the attributes of a node or a link; null where nothing does.
  const JsonValue::Object* attributes_of(const JsonValue& element) const;
  void find_kinds(const JsonValue::Array& all, Elements& of) const;
  void read_attributes(const JsonValue& element, std::uint32_t row, const Elements& of);
  // The node at an end of a link; none if there is no saying which.
  std::optional<std::uint32_t> end_of(const JsonValue& link, std::string_view name);
  void problem(std::string code, std::string message, std::string hint, const JsonValue& at);
  const JsonValue* array(std::string_view name);

  const JsonDocument& document_;
  GraphBuilder builder_;
  Elements nodes_{builder_.node_attributes, {"id"}};
  Elements links_{builder_.edge_attributes, {"id", "source", "target"}};
  Diagnostics problems_;
  NoteLog notes_;
  bool by_position_ = false;  // no node has an id
  // graphology's form: a key for an id, and what is said of an element inside "attributes".
  bool graphology_ = false;
  const char* id_name_ = "id";
  bool full_ = false;  // of attributes
};

void Reader::problem(std::string code, std::string message, std::string hint, const JsonValue& at) {
  if (problems_.size() < problem_limit)
    problems_.push_back(
        error(std::move(code), std::move(message), std::move(hint), document_.at(at)));
}

const JsonValue* Reader::array(std::string_view name) {
  const JsonValue* value = document_.root.find(name);
  if (value == nullptr || value->array() != nullptr) return value;
  problem("G302", "'" + std::string(name) + "' is " + std::string(value->kind()),
          "expected an array of objects", *value);
  return nullptr;
}

void Reader::read_facts() {
  PropertyGraph& graph = builder_.file.graph;
  const JsonValue* options = document_.root.find("options");
  graphology_ = options != nullptr && options->object() != nullptr;
  if (graphology_) {
    id_name_ = "key";
    const JsonValue* type = options->find("type");
    graph.directed = type == nullptr || type->text() == nullptr || *type->text() != "undirected";
  }
  if (const JsonValue* directed = document_.root.find("directed")) {
    if (directed->boolean() != nullptr)
      graph.directed = *directed->boolean();
    else
      problem("G303", "'directed' is " + std::string(directed->kind()), "expected true or false",
              *directed);
  }
  const JsonValue* facts = document_.root.find(graphology_ ? "attributes" : "graph");
  if (facts == nullptr || facts->object() == nullptr) return;
  for (const JsonMember& member : *facts->object()) {
    if (member.value.is_null()) continue;
    if (member.key == "title")
      graph.title = text_of(member.value);
    else
      graph.facts.emplace_back(member.key, text_of(member.value));
  }
}

const JsonValue::Object* Reader::attributes_of(const JsonValue& element) const {
  const JsonValue* said = graphology_ ? element.find("attributes") : &element;
  return said == nullptr ? nullptr : said->object();
}

// Before the first value is read: one that is no list becomes one, too, if another is; and none
// changes on its way from one type to a wider one.
void Reader::find_kinds(const JsonValue::Array& all, Elements& of) const {
  for (const JsonValue& element : all) {
    document_.source.check_stop();
    const JsonValue::Object* members = attributes_of(element);
    if (members == nullptr) continue;
    for (const JsonMember& member : *members) {
      if (member.value.is_null()) continue;
      Kind& kind = of.kinds[member.key];
      kind.type = std::max(kind.type, type_of(member.value));  // text, of a list
      kind.is_list = kind.is_list || is_list(member.value);
    }
  }
}

void Reader::read_attributes(const JsonValue& element, std::uint32_t row, const Elements& of) {
  const JsonValue::Object* members = attributes_of(element);
  if (members == nullptr) return;
  for (const JsonMember& member : *members) {
    const bool is_taken =
        !graphology_ && std::find(of.taken.begin(), of.taken.end(), member.key) != of.taken.end();
    if (member.value.is_null() || is_taken) continue;
    if (full_) return;
    const Kind& kind = of.kinds.find(member.key)->second;
    const std::size_t column = of.table.column(member.key, kind.type);
    full_ = column == attribute_limit;
    if (full_) {
      problem("G312", "more than " + std::to_string(attribute_limit) + " attributes",
              "leave the attributes out that are not needed", element);
    } else {
      of.table[column].add(row, kind.is_list ? list_of(member.value) : text_of(member.value));
    }
  }
}

void Reader::read_nodes(const JsonValue& nodes) {
  const JsonValue::Array& all = *nodes.array();
  find_kinds(all, nodes_);
  by_position_ =
      !all.empty() && std::none_of(all.begin(), all.end(), [this](const JsonValue& node) {
        return node.find(id_name_) != nullptr;
      });
  if (by_position_) {
    notes_.add(note("G310", "no node has an id; links are read as positions, from 0", "",
                    document_.at(nodes)));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    document_.source.check_stop();
    const JsonValue& node = all[i];
    if (node.object() == nullptr) {
      problem("G304", "a node is " + std::string(node.kind()), "expected an object with 'id'",
              node);
      continue;
    }
    std::string id = number_text(static_cast<std::int64_t>(i));
    if (!by_position_) {
      const JsonValue* given = node.find(id_name_);
      const bool good = given != nullptr && (given->is_number() || given->text() != nullptr);
      id = good ? text_of(*given) : "";
      if (id.empty()) {
        problem("G305", "a node without id", "expected \"id\": a text or a number",
                given == nullptr ? node : *given);
        continue;
      }
    }
    const std::uint32_t row = builder_.node(id);
    if (!builder_.declare_node(row)) {
      problem("G306", "the node '" + id + "' stands twice", "ids are unique within a file", node);
      continue;
    }
    read_attributes(node, row, nodes_);
  }
}

std::optional<std::uint32_t> Reader::end_of(const JsonValue& link, std::string_view name) {
  const JsonValue* end = link.find(name);
  const bool good = end != nullptr && (end->is_number() || end->text() != nullptr);
  const std::string id = good ? text_of(*end) : "";
  if (id.empty()) {
    problem("G307", "a link without " + std::string(name),
            "expected \"" + std::string(name) + "\": the id of a node",
            end == nullptr ? link : *end);
    return std::nullopt;
  }
  const std::size_t known = builder_.declared.size();
  const std::uint32_t node = builder_.node(id);
  if (node == known) {
    notes_.add(warning("G311", "the end '" + id + "' of a link is not a node; it was added",
                       "expected the id of a node in 'nodes'", document_.at(*end)));
  }
  return node;
}

void Reader::read_link(const JsonValue& link, std::uint32_t line) {
  const auto source = end_of(link, "source"), target = end_of(link, "target");
  if (!source || !target) return;
  const std::uint32_t row = builder_.add_edge(*source, *target, line);
  if (const JsonValue* id = link.find(id_name_); id != nullptr && !id->is_null()) {
    builder_.name_edge(text_of(*id));
  }
  read_attributes(link, row, links_);
}

void Reader::read_links(const JsonValue& links) {
  find_kinds(*links.array(), links_);
  Lines lines(document_.source.text());
  for (const JsonValue& link : *links.array()) {
    document_.source.check_stop();
    if (link.object() == nullptr) {
      problem("G304", "a link is " + std::string(link.kind()),
              "expected an object with 'source' and 'target'", link);
      continue;
    }
    read_link(link, lines.line(link.offset()));
  }
}

Expected<GraphFile> Reader::read() && {
  const JsonValue& root = document_.root;
  if (root.object() == nullptr) {
    problem("G301", "the file holds " + std::string(root.kind()) + ", not a graph",
            "expected {\"nodes\": [...], \"links\": [...]}", root);
    return std::move(problems_);
  }
  read_facts();
  const JsonValue* nodes = array("nodes");
  const JsonValue* links = array("links");
  if (links == nullptr) links = array("edges");
  if (problems_.empty() && (nodes == nullptr || links == nullptr)) {
    problem("G301", std::string("the graph has no '") + (nodes == nullptr ? "nodes'" : "links'"),
            "expected {\"nodes\": [...], \"links\": [...]}", root);
  }
  if (nodes != nullptr) read_nodes(*nodes);
  if (links != nullptr) read_links(*links);
  if (!problems_.empty()) return std::move(problems_);
  GraphFile file = std::move(builder_).finish();
  for (Attribute& attribute : file.graph.node_attributes)
    attribute.is_list = nodes_.kinds.find(attribute.name)->second.is_list;
  for (Attribute& attribute : file.graph.edge_attributes)
    attribute.is_list = links_.kinds.find(attribute.name)->second.is_list;
  file.notes = notes_.take();
  return file;
}

}  // namespace

Expected<GraphFile> read_node_link(std::string text, std::string file,
                                   const std::stop_token& stop) {
  const auto document = parse_json(std::move(text), file, stop);
  if (!document) return document.error();
  return Reader(*document, std::move(file)).read();
}

}  // namespace entente::io
