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

std::string GexfReader::describe(const Frame& frame) const {
  if (frame.element == Element::node)
    return "node '" + builder_.file.graph.node_ids[frame.row] + "'";
  return builder_.describe_edge(frame.row);
}

GexfReader::Frame* GexfReader::owner() {
  const auto found = std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& frame) {
    return frame.element == Element::node || frame.element == Element::edge;
  });
  return found == frames_.rend() ? nullptr : &*found;
}

void GexfReader::start(XmlCursor& at, XmlName name, const XmlAttributes& attributes) {
  if (frames_.empty()) {
    if (name.local != "gexf") {
      at.fail(error("G150", "the first element is <" + std::string(name.local) + ">, not <gexf>",
                    "expected a GEXF file; its first element is <gexf>", at.position()));
      return;
    }
    frames_.push_back({Element::root});
    return;
  }
  Frame frame{Element::dropped};
  if (frames_.back().element != Element::dropped) frame.element = open(at, name, attributes);
  if (frame.element == Element::node || frame.element == Element::edge) {
    frame.row = next_row_;
    read_interval(at, attributes, frame);
    if (frame.element == Element::edge) frame.kind = attributes.find("kind").value_or("");
  }
  frames_.push_back(std::move(frame));
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

void GexfReader::read_interval(XmlCursor& at, const XmlAttributes& attributes, Frame& frame) {
  Spell spell = spell_of(at, attributes);
  if (!spell.start.empty() || !spell.end.empty()) frame.interval = std::move(spell);
}

void GexfReader::store(XmlCursor& at, const Frame& frame, std::size_t column,
                       std::string_view value) {
  AttributeBuilder& builder = table(frame)[column];
  if (builder.add(frame.row, value) == AttributeBuilder::Outcome::widened) {
    notes_.add(note("G157",
                    "'" + std::string(value) + "' is not of the type declared for '" +
                        builder.name() + "', which is now read as " +
                        (builder.type() == AttributeType::text ? "text" : "a number"),
                    "", at.position()));
  }
}

void GexfReader::store_named(XmlCursor& at, const Frame& frame, std::string_view name,
                             AttributeType type, std::string_view value) {
  store(at, frame, table(frame).column(name, type), value);
}

bool GexfReader::has_named(const Frame& frame, std::string_view name) {
  AttributeTable& attributes = table(frame);
  return attributes[attributes.column(name, AttributeType::boolean)].has_last(frame.row);
}

// Values by these names say more than start and end, which may be cut to what Gephi can hold.
void GexfReader::store_times(XmlCursor& at, const Frame& frame) {
  std::vector<Spell> spells = frame.spells;
  if (spells.empty() && frame.interval) spells = {*frame.interval};
  if (spells.empty()) return;
  if (spells.size() > 1) {
    if (has_named(frame, "valid_spells")) return;
    std::vector<std::string> items;
    for (const Spell& spell : spells) items.push_back(spell.start + '/' + spell.end);
    store_named(at, frame, "valid_spells", AttributeType::text, join_list(items));
    return;
  }
  for (const char* name : {"valid_from", "valid_to", "existed_from", "existed_to"}) {
    if (has_named(frame, name)) return;
  }
  if (!spells[0].start.empty()) store_named(at, frame, "valid_from", time_type_, spells[0].start);
  if (!spells[0].end.empty()) store_named(at, frame, "valid_to", time_type_, spells[0].end);
}

void GexfReader::end(XmlCursor& at) {
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  PropertyGraph& graph = builder_.file.graph;
  switch (frame.element) {
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
      if (!frame.kind.empty() && !has_named(frame, "relation"))
        store_named(at, frame, "relation", AttributeType::text, frame.kind);
      store_times(at, frame);
      break;
    case Element::node:
      store_times(at, frame);
      break;
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

Expected<GraphFile> GexfReader::read(std::string_view text_of_file) {
  const XmlEvents events{
      .start = [this](XmlCursor& at, XmlName name,
                      const XmlAttributes& attributes) { start(at, name, attributes); },
      .end = [this](XmlCursor& at) { end(at); },
      .text =
          [this](XmlCursor& at, std::string_view piece) {
            if (frames_.empty() || (frames_.back().element != Element::fact &&
                                    frames_.back().element != Element::fallback))
              return;
            if (text_.size() + piece.size() > text_limit) {
              at.fail(error("G160", "a text of more than 16 MiB",
                            "long texts do not belong into a graph file", at.position()));
              return;
            }
            text_.append(piece);
          }};
  if (auto failure = parse_xml(text_of_file, builder_.file.file, events, notes_)) {
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

Expected<GraphFile> read_gexf(std::string_view text, std::string file) {
  return GexfReader(std::move(file)).read(text);
}

}  // namespace entente::io
