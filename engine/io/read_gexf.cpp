// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_gexf.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/gexf_reader.hpp"
#include "engine/io/node_identity.hpp"

namespace entente::io {
namespace {

constexpr std::size_t error_limit = 20;
constexpr std::size_t text_limit = std::size_t{16} << 20;  // bytes

}  // namespace

void GexfReader::problem(Diagnostic diagnostic, XmlCursor& at) {
  diagnostic.where = at.position();
  problems_.push_back(std::move(diagnostic));
  if (problems_.size() == error_limit) at.fail(problems_.back());
}

std::string GexfReader::describe(const Owner& owner) const {
  if (owner.element == Element::node)
    return "node '" + builder_.file.graph.node_ids[owner.row] + "'";
  return builder_.describe_edge(owner.row);
}

void GexfReader::start(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  if (open_.empty()) {
    if (name.local != "gexf") {
      at.fail(error("G150", "the first element is <" + std::string(name.local) + ">, not <gexf>",
                    "expected a GEXF file; its first element is <gexf>", at.position()));
      return;
    }
    open_.push_back(Element::root);
    at.hear_text(false);
    return;
  }
  const Element element =
      open_.back() == Element::dropped ? Element::dropped : open(at, name, attributes);
  open_.push_back(element);
  if (has_text(element)) at.hear_text(true);
  if (element != Element::node && element != Element::edge) return;
  Owner owner{element, next_row_};
  read_interval(at, attributes, owner);
  if (element == Element::edge) owner.kind = attributes.find("kind").value_or("");
  owners_.push_back(std::move(owner));
}

Spell GexfReader::spell_of(XmlCursor& at, const XmlAttributes& attributes) {
  const auto bound = [&](const char* closed, const char* open) {
    auto value = attributes.find(closed);
    if (const auto without = attributes.find(open); without && !value) {
      notes_.add(note(
          "G149",
          std::string(open) + "='" + std::string(*without) + "' is read as closed, like " + closed,
          "intervals include both ends", at.position()));
      value = without;
    }
    std::string text(value.value_or(""));
    const auto number = parse_double(text);
    // Gephi writes unbounded ends in full.
    const bool unbounded = number && (*number > 1e308 || *number < -1e308);
    return unbounded ? std::string() : text;
  };
  if (const auto stamp = attributes.find("timestamp")) {
    notes_.add(note("G140", "the moment '" + std::string(*stamp) + "' is read as an interval", "",
                    at.position()));
    return {std::string(*stamp), std::string(*stamp)};
  }
  Spell spell{bound("start", "startopen"), bound("end", "endopen")};
  return spell;
}

void GexfReader::read_interval(XmlCursor& at, const XmlAttributes& attributes, Owner& owner) {
  Spell spell = spell_of(at, attributes);
  if (!spell.start.empty() || !spell.end.empty()) owner.interval = std::move(spell);
}

void GexfReader::store(XmlCursor& at, const Owner& owner, std::size_t column,
                       std::string_view value) {
  AttributeBuilder& builder = table(owner)[column];
  if (builder.add(owner.row, value) == AttributeBuilder::Outcome::widened) {
    notes_.add(note("G157",
                    "'" + std::string(value) + "' is not of the type declared for '" +
                        builder.name() + "', which is now read as " +
                        (builder.type() == AttributeType::text ? "text" : "a number"),
                    "", at.position()));
  }
}

void GexfReader::store_named(XmlCursor& at, const Owner& owner, std::string_view name,
                             AttributeType type, std::string_view value) {
  store(at, owner, table(owner).column(name, type), value);
}

bool GexfReader::has_named(const Owner& owner, std::string_view name) {
  AttributeTable& attributes = table(owner);
  return attributes[attributes.column(name, AttributeType::boolean)].has_last(owner.row);
}

// Values by these names say more than start and end, which may be cut to what Gephi can hold.
void GexfReader::store_times(XmlCursor& at, const Owner& owner) {
  std::vector<Spell> spells = owner.spells;
  if (spells.empty() && owner.interval) spells = {*owner.interval};
  if (spells.empty() || has_named(owner, "valid_spells")) return;
  if (spells.size() > 1) {
    std::vector<std::string> items;
    for (const Spell& spell : spells) items.push_back(spell.start + '/' + spell.end);
    store_named(at, owner, "valid_spells", AttributeType::text, join_list(items));
    return;
  }
  for (const char* name : {"valid_from", "valid_to", "existed_from", "existed_to"}) {
    if (has_named(owner, name)) return;
  }
  if (!spells[0].start.empty()) store_named(at, owner, "valid_from", time_type_, spells[0].start);
  if (!spells[0].end.empty()) store_named(at, owner, "valid_to", time_type_, spells[0].end);
}

void GexfReader::end(XmlCursor& at) {
  const Element element = open_.back();
  open_.pop_back();
  if (has_text(element)) at.hear_text(false);
  PropertyGraph& graph = builder_.file.graph;
  switch (element) {
    case Element::fact:
      if (fact_ == "title")
        graph.title = text_;
      else if (!text_.empty())
        graph.facts.emplace_back(fact_, text_);
      break;
    case Element::fallback: {
      AttributeTable& attributes =
          class_ == 1 ? builder_.edge_attributes : builder_.node_attributes;
      attributes.set_fallback(column_->column, text_);
      break;
    }
    case Element::edge:
    case Element::node: {
      const Owner owner = std::move(owners_.back());
      owners_.pop_back();
      if (!owner.kind.empty() && !has_named(owner, "relation"))
        store_named(at, owner, "relation", AttributeType::text, owner.kind);
      store_times(at, owner);
      break;
    }
    default:
      break;
  }
}

// Lists are known by name; a flat picture has no depth.
void GexfReader::finish_attributes(GraphFile& file) const {
  const auto settle = [&](std::vector<Attribute>& attributes, std::size_t of) {
    for (Attribute& attribute : attributes) {
      const auto& lists = lists_[of];
      const bool list = std::find(lists.begin(), lists.end(), attribute.name) != lists.end();
      attribute.is_list = (list || attribute.name == "valid_spells") &&
                          std::holds_alternative<std::vector<std::string>>(attribute.values);
    }
    std::erase_if(attributes, [&](const Attribute& attribute) {
      const auto* reals = std::get_if<std::vector<double>>(&attribute.values);
      return of == 0 && attribute.name == "z" && reals != nullptr &&
             std::all_of(reals->begin(), reals->end(), [](double z) { return z == 0; });
    });
  };
  settle(file.graph.node_attributes, 0);
  settle(file.graph.edge_attributes, 1);
  take_node_ids_from(file.graph, original_id);
  take_edge_ids_from(file.graph, original_id);
}

Expected<GraphFile> GexfReader::read(const TextPieces& pieces) {
  const XmlEvents events{
      .start = [this](XmlCursor& at, XmlName name,
                      const XmlAttributes& attributes) { start(at, name, attributes); },
      .end = [this](XmlCursor& at) { end(at); },
      .text =
          [this](XmlCursor& at, std::string_view piece) {
            if (open_.empty() || !has_text(open_.back())) return;
            if (text_.size() + piece.size() > text_limit) {
              at.fail(error("G160", "a text of more than 16 MiB",
                            "long texts do not belong into a graph file", at.position()));
              return;
            }
            text_.append(piece);
          }};
  if (auto failure = parse_xml(pieces, builder_.file.file, events, notes_)) {
    if (problems_.size() < error_limit) problems_.push_back(std::move(*failure));
  } else if (!has_graph_) {
    problems_.push_back(error("G161", "the file holds no graph", "expected <graph> inside <gexf>",
                              {builder_.file.file, 1, 0}));
  }
  if (!problems_.empty()) return std::move(problems_);
  if (auto odd = directions_.settle(builder_.file, "G158")) notes_.add(*std::move(odd));
  if (auto ends = builder_.undeclared_ends("G159")) notes_.add(*std::move(ends));
  if (has_depth_) {
    notes_.add(note("G162",
                    "nodes inside nodes are flattened; they name their place in the attribute "
                    "'parent'",
                    "", {builder_.file.file, 0, 0}));
  }
  GraphFile file = std::move(builder_).finish();
  finish_attributes(file);
  file.notes = notes_.take();
  return file;
}

Expected<GraphFile> read_gexf(const TextPieces& pieces, std::string file) {
  return GexfReader(std::move(file)).read(pieces);
}

Expected<GraphFile> read_gexf(std::string_view text, std::string file) {
  return read_gexf(pieces_of(text), std::move(file));
}

}  // namespace entente::io
