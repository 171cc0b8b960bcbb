// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_gml.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/gml_scanner.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/node_identity.hpp"
#include "engine/io/note_log.hpp"
#include "engine/io/text_words.hpp"

namespace entente::io {
namespace {

using Kind = GmlToken::Kind;

constexpr std::size_t error_limit = 20;
constexpr std::size_t depth_limit = 64;
constexpr std::size_t attribute_limit = 4096;  // each is a column for all nodes or edges

// A value inside a node, an edge or the graph.
struct Field {
  std::string name;
  AttributeType type;
  std::string text;
};

class Reader {
 public:
  explicit Reader(const SourceText& source) : source_(source), scanner_(source) {
    builder_.file.file = source.file();
  }
  Expected<GraphFile> read() &&;

 private:
  void read_graph();
  // The values up to the closing bracket, which is there if `ended`.
  std::vector<Field> read_fields(std::string_view of, bool& ended);
  void read_graphics(std::vector<Field>& fields);
  void skip_list(std::string_view key, const GmlToken& at);
  Field field(std::string name, const GmlToken& value);
  void node(const GmlToken& at);
  void edge(const GmlToken& at);
  void store(AttributeTable& table, std::uint32_t row, const std::vector<Field>& fields,
             const GmlToken& at);
  std::optional<std::uint32_t> end_of(const std::vector<Field>& fields, std::string_view name,
                                      const GmlToken& at);
  void settle_nodes();
  void settle_identity(GraphFile& file);
  void settle_weight(GraphFile& file);
  void problem(const char* code, std::string message, std::string hint, const GmlToken& at) {
    if (problems_.size() < error_limit)
      problems_.push_back(
          error(code, std::move(message), std::move(hint), source_.position(at.offset)));
  }
  bool failed() const { return problems_.size() >= error_limit || broken_; }

  const SourceText& source_;
  GmlScanner scanner_;
  GraphBuilder builder_;
  NoteLog notes_;
  Diagnostics problems_;
  bool broken_ = false;  // no longer known where things end
  bool has_graph_ = false, ids_are_numbers_ = true;
};

const Field* find(const std::vector<Field>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Field Reader::field(std::string name, const GmlToken& value) {
  if (value.kind != Kind::text) {
    const bool integer = value.kind == Kind::integer;
    return {std::move(name), integer ? AttributeType::integer : AttributeType::real,
            std::string(value.text)};
  }
  bool unknown = false;
  Field result{std::move(name), AttributeType::text,
               without_entities(without_backslashes(value.text), unknown)};
  if (unknown) {
    notes_.add(note("G531", "'" + result.name + "' holds an entity that is not known; it stays",
                    "known are &#233; and the like, &quot; &amp; &lt; &gt; &apos;",
                    source_.position(value.offset)));
  }
  return result;
}

void Reader::skip_list(std::string_view key, const GmlToken& at) {
  notes_.add(note("G532", "the list '" + std::string(key) + "' is left out", "",
                  source_.position(at.offset)));
  std::size_t depth = 1;
  while (depth > 0) {
    const GmlToken token = scanner_.next();
    if (token.kind == Kind::open) ++depth;
    if (token.kind == Kind::close) --depth;
    if (token.kind == Kind::end || token.kind == Kind::wrong || depth > depth_limit) {
      broken_ = true;
      problem("G521", "the list '" + std::string(key) + "' does not end", "expected ']'", at);
      return;
    }
  }
}

// x, y, z, w (or d) and fill: as we call them.
void Reader::read_graphics(std::vector<Field>& fields) {
  bool ignored = false;
  for (Field& drawn : read_fields("graphics", ignored)) {
    if (drawn.name == "x" || drawn.name == "y" || drawn.name == "z") {
      drawn.type = AttributeType::real;
      fields.push_back(std::move(drawn));
    } else if ((drawn.name == "w" || drawn.name == "d") && find(fields, "size") == nullptr) {
      fields.push_back({"size", AttributeType::real, std::move(drawn.text)});
    } else if (drawn.name == "fill") {
      const auto color = parse_hex_color(drawn.text);
      for (std::size_t i = 0; color && i < color->size(); ++i)
        fields.push_back({std::string(1, "rgb"[i]), AttributeType::integer,
                          number_text(static_cast<std::int64_t>((*color)[i]))});
    }
  }
}

std::vector<Field> Reader::read_fields(std::string_view of, bool& ended) {
  std::vector<Field> fields;
  while (!failed()) {
    const GmlToken key = scanner_.next();
    if (key.kind == Kind::close) {
      ended = true;
      return fields;
    }
    if (key.kind != Kind::key) {
      broken_ = true;
      problem("G521",
              key.kind == Kind::end ? "'" + std::string(of) + "' does not end"
                                    : "'" + std::string(key.text) + "' where a key is expected",
              "expected words with values: key 1, key 2.5, key \"text\" or key [ ... ]", key);
      break;
    }
    const GmlToken value = scanner_.next();
    if (value.kind == Kind::open) {
      if (key.text == "graphics" && of != "graphics")
        read_graphics(fields);
      else
        skip_list(key.text, key);
    } else if (value.kind == Kind::integer || value.kind == Kind::real ||
               value.kind == Kind::text) {
      fields.push_back(field(std::string(key.text), value));
    } else if (value.kind == Kind::key || value.kind == Kind::word) {  // Gephi's ids
      notes_.add(note("G535", "'" + std::string(value.text) + "' has no quotes; it is read as text",
                      "", source_.position(value.offset)));
      fields.push_back({std::string(key.text), AttributeType::text, std::string(value.text)});
    } else {
      broken_ = true;
      const bool open = value.kind == Kind::wrong;
      problem(
          "G521",
          "'" + std::string(key.text) + "' has " + (open ? std::string(value.text) : "no value"),
          "expected a number, a text in quotes or a list in brackets", value);
    }
  }
  return fields;
}

void Reader::store(AttributeTable& table, std::uint32_t row, const std::vector<Field>& fields,
                   const GmlToken& at) {
  for (const Field& value : fields) {
    const std::size_t column = table.column(value.name, value.type);
    if (column == attribute_limit) {
      broken_ = true;
      problem("G527", "more than " + std::to_string(attribute_limit) + " attributes",
              "leave those out that are not needed", at);
      return;
    }
    table[column].add(row, value.text);
  }
}

void Reader::node(const GmlToken& at) {
  bool ended = false;
  std::vector<Field> fields = read_fields("node", ended);
  const Field* id = find(fields, "id");
  if (!ended) return;
  if (id == nullptr || id->text.empty()) {
    problem("G522", "a node without id", "expected node [ id 1 ... ]", at);
    return;
  }
  ids_are_numbers_ = ids_are_numbers_ && id->type == AttributeType::integer;
  const std::uint32_t row = builder_.node(id->text);
  if (!builder_.declare_node(row)) {
    problem("G523", "the node '" + id->text + "' stands twice", "ids are unique within a file", at);
    return;
  }
  std::erase_if(fields, [](const Field& field) { return field.name == "id"; });
  store(builder_.node_attributes, row, fields, at);
}

std::optional<std::uint32_t> Reader::end_of(const std::vector<Field>& fields, std::string_view name,
                                            const GmlToken& at) {
  const Field* end = find(fields, name);
  if (end != nullptr && !end->text.empty()) return builder_.node(end->text);
  problem("G524", "an edge without " + std::string(name), "expected edge [ source 1 target 2 ... ]",
          at);
  return std::nullopt;
}

void Reader::edge(const GmlToken& at) {
  bool ended = false;
  std::vector<Field> fields = read_fields("edge", ended);
  if (!ended) return;
  const auto source = end_of(fields, "source", at), target = end_of(fields, "target", at);
  if (!source || !target) return;
  const std::uint32_t row = builder_.add_edge(*source, *target, source_.position(at.offset).line);
  if (const Field* id = find(fields, "id")) builder_.name_edge(id->text);
  std::erase_if(fields, [](const Field& field) {
    return field.name == "source" || field.name == "target" || field.name == "id" ||
           field.name == "key";  // networkx's, which numbers parallel edges
  });
  store(builder_.edge_attributes, row, fields, at);
}

void Reader::read_graph() {
  PropertyGraph& graph = builder_.file.graph;
  while (!failed()) {
    const GmlToken key = scanner_.next();
    if (key.kind == Kind::close) return;
    const GmlToken value = key.kind == Kind::key ? scanner_.next() : key;
    if (key.kind != Kind::key || value.kind == Kind::key || value.kind == Kind::close ||
        value.kind == Kind::end || value.kind == Kind::wrong) {
      broken_ = true;
      problem("G521",
              key.kind == Kind::end ? "the graph does not end"
                                    : "'" + std::string(key.text) + "' is no key with a value",
              "expected graph [ node [ ... ] edge [ ... ] ]", key);
      return;
    }
    if (value.kind == Kind::open) {
      if (key.text == "node")
        node(key);
      else if (key.text == "edge")
        edge(key);
      else
        skip_list(key.text, key);
      continue;
    }
    Field fact = field(std::string(key.text), value);
    if (fact.name == "directed")
      graph.directed = fact.text == "1";
    else if (fact.name == "title" || (fact.name == "label" && graph.title.empty()))
      graph.title = std::move(fact.text);
    else if (fact.name != "multigraph")
      graph.facts.emplace_back(std::move(fact.name), std::move(fact.text));
  }
}

void Reader::settle_nodes() {
  const auto missing = std::count(builder_.declared.begin(), builder_.declared.end(), 0);
  if (missing == 0) return;
  const auto first = std::find(builder_.declared.begin(), builder_.declared.end(), 0);
  notes_.add(
      warning("G533",
              std::to_string(missing) +
                  " ends of edges are not declared as nodes and were added, the first of "
                  "them '" +
                  builder_.file.graph
                      .node_ids[static_cast<std::size_t>(first - builder_.declared.begin())] +
                  "'",
              "expected a node [ ... ] for each end of an edge", {builder_.file.file, 0, 0}));
}

// Numbers are no names: our own writer says what a node is called in its label, by its id where it
// is not called anything.
void Reader::settle_identity(GraphFile& file) {
  PropertyGraph& graph = file.graph;
  if (!ids_are_numbers_) return;
  if (take_node_ids_from(graph, "name")) {
    for (Attribute& label : graph.node_attributes) {
      auto* texts = std::get_if<std::vector<std::string>>(&label.values);
      if (label.name != "label" || texts == nullptr) continue;
      label.present.resize(texts->size(), 1);
      for (std::size_t v = 0; v < texts->size(); ++v) {
        if ((*texts)[v] != graph.node_ids[v]) continue;
        (*texts)[v].clear();
        label.present[v] = 0;
      }
    }
    std::erase_if(graph.node_attributes, [](const Attribute& attribute) {
      return attribute.name == "label" && !attribute.present.empty() &&
             std::count(attribute.present.begin(), attribute.present.end(), 1) == 0;
    });
    return;
  }
  const Attribute* label = graph.node_attribute("label");
  bool all = label != nullptr;
  for (std::size_t v = 0; all && v < graph.node_ids.size(); ++v) all = !label->text(v).empty();
  if (all && take_node_ids_from(graph, "label")) {
    notes_.add(note("G534", "the labels of the nodes are their ids", "", {file.file, 0, 0}));
  }
}

// Where no weight is said, `value` is it: so write Gephi and many older files.
void Reader::settle_weight(GraphFile& file) {
  auto& attributes = file.graph.edge_attributes;
  const auto value = std::find_if(attributes.begin(), attributes.end(),
                                  [](const Attribute& a) { return a.name == "value"; });
  if (value == attributes.end() || file.graph.edge_attribute("weight") != nullptr) return;
  if (std::holds_alternative<std::vector<std::string>>(value->values)) return;
  value->name = "weight";
  notes_.add(note("G536", "the 'value' of the edges is their weight", "", {file.file, 0, 0}));
}

Expected<GraphFile> Reader::read() && {
  if (auto invalid = not_text(source_, "G525")) return *std::move(invalid);
  while (!failed()) {
    const GmlToken key = scanner_.next();
    if (key.kind == Kind::end) break;
    const GmlToken value = key.kind == Kind::key ? scanner_.next() : key;
    if (key.kind == Kind::key && key.text == "graph" && value.kind == Kind::open && !has_graph_) {
      has_graph_ = true;
      read_graph();
    } else if (key.kind == Kind::key && value.kind == Kind::open) {
      skip_list(key.text, key);
    } else if (key.kind != Kind::key || value.kind == Kind::key || value.kind == Kind::close) {
      broken_ = true;
      problem("G521", "'" + std::string(key.text) + "' is no key with a value",
              "expected graph [ node [ ... ] edge [ ... ] ]", key);
    }
  }
  if (problems_.empty() && !has_graph_)
    problem("G526", "the file holds no graph", "expected graph [ ... ]", {Kind::end, {}, 0});
  if (!problems_.empty()) return std::move(problems_);
  settle_nodes();
  GraphFile file = std::move(builder_).finish();
  settle_identity(file);
  settle_weight(file);
  file.notes = notes_.take();
  return file;
}

}  // namespace

Expected<GraphFile> read_gml(const SourceText& source) { return Reader(source).read(); }

}  // namespace entente::io
