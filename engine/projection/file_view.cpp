// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/file_view.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/projection/file_days.hpp"

namespace entente {
namespace {

constexpr std::size_t problem_limit = 20;

class Converter {
 public:
  Converter(const PropertyGraph& graph, const FileViewOptions& options)
      : graph_(graph), options_(options) {}

  Expected<FileView> convert();

 private:
  void set_modes();
  void set_direction();
  void set_texts();
  void set_columns();
  void set_weights();
  void set_signs();
  void check_modes();
  void hide_cells();

  void problem(std::string code, std::string message, std::string hint, Position where);
  Position at(std::size_t edge) const;
  std::string edge_name(std::size_t edge) const;

  const PropertyGraph& graph_;
  const FileViewOptions& options_;
  EdgeList list_;
  Diagnostics problems_, notes_;
};

void Converter::problem(std::string code, std::string message, std::string hint, Position where) {
  if (problems_.size() < problem_limit)
    problems_.push_back(
        error(std::move(code), std::move(message), std::move(hint), std::move(where)));
}

Position Converter::at(std::size_t edge) const {
  const bool known = edge < options_.edge_lines.size();
  return {options_.file, known ? options_.edge_lines[edge] : 0, 0};
}

std::string Converter::edge_name(std::size_t edge) const {
  return "edge '" + graph_.node_ids[graph_.source[edge]] + "' - '" +
         graph_.node_ids[graph_.target[edge]] + "'";
}

// 0 an actor, 1 an item, 2 neither word, 3 absent.
using ModeOf = std::uint8_t (*)(const Attribute&, std::size_t);

std::uint8_t by_word(const Attribute& attribute, std::size_t node) {
  if (!attribute.has(node)) return 3;
  const std::string word = attribute.text(node);
  return word == "actor" ? 0 : word == "item" ? 1 : word.empty() ? 3 : 2;
}

std::uint8_t by_number(const Attribute& attribute, std::size_t node) {
  if (!attribute.has(node)) return 3;
  const auto number = attribute.number(node);
  if (number) return *number == 0 ? 0 : *number == 1 ? 1 : 2;
  const std::string word = attribute.text(node);
  return word == "false" ? 0 : word == "true" ? 1 : 2;
}

// R igraph's flag. A type in words is some other attribute.
std::uint8_t by_flag(const Attribute& attribute, std::size_t node) {
  if (!attribute.has(node)) return 3;
  const auto* flags = std::get_if<std::vector<std::uint8_t>>(&attribute.values);
  return flags == nullptr ? 2 : (*flags)[node];
}

void Converter::set_modes() {
  constexpr std::pair<const char*, ModeOf> conventions[] = {
      {"mode", by_word}, {"bipartite", by_number}, {"type", by_flag}};
  for (const auto& [name, mode_of] : conventions) {
    const Attribute* attribute = graph_.node_attribute(name);
    if (attribute == nullptr) continue;
    std::vector<std::uint8_t> modes(graph_.node_ids.size());
    for (std::size_t v = 0; v < modes.size(); ++v) modes[v] = mode_of(*attribute, v);
    const bool means_it = std::any_of(modes.begin(), modes.end(), [](auto m) { return m < 2; });
    if (!means_it) continue;  // an attribute of that name about something else
    const auto odd = std::find_if(modes.begin(), modes.end(), [](auto m) { return m >= 2; });
    if (odd != modes.end()) {
      const auto node = static_cast<std::size_t>(odd - modes.begin());
      problem("G601",
              "node '" + graph_.node_ids[node] + "' has " +
                  (*odd == 3 ? "no " + std::string(name)
                             : std::string(name) + " '" + attribute->text(node) + "'") +
                  ", other nodes are actors or items",
              "expected for each node of a two-mode graph: mode actor or item, or bipartite 0 or 1",
              {options_.file, 0, 0});
    }
    list_.two_mode = true;
    list_.is_item = std::move(modes);
    return;
  }
}

void Converter::set_direction() {
  list_.directed = options_.directed.value_or(graph_.directed) && !list_.two_mode;
  if (list_.two_mode && options_.directed.value_or(false)) {
    notes_.push_back(note("G602", "a two-mode graph is undirected; --directed is not looked at", "",
                          {options_.file, 0, 0}));
  }
}

void Converter::set_texts() {
  const Attribute* label = if_stated(graph_.node_attribute("label"));
  if (label == nullptr) label = if_stated(graph_.node_attribute("name"));
  if (label != nullptr) {
    for (std::size_t v = 0; v < graph_.node_ids.size(); ++v) {
      std::string text = label->text(v);
      if (text.empty()) text = graph_.node_ids[v];
      list_.labels.push_back(std::move(text));
    }
  }
  if (const Attribute* kind = if_stated(graph_.node_attribute("kind"))) {
    for (std::size_t v = 0; v < graph_.node_ids.size(); ++v) list_.kinds.push_back(kind->text(v));
  }
}

void Converter::set_columns() {
  const auto keep = [&](const std::string& name) {
    const Attribute* attribute = if_stated(graph_.node_attribute(name));
    const bool there = std::any_of(list_.columns.begin(), list_.columns.end(),
                                   [&](const NodeTexts& c) { return c.name == name; });
    if (attribute == nullptr || there) return;
    NodeTexts column{name, {}};
    for (std::size_t v = 0; v < graph_.node_ids.size(); ++v) {
      column.texts.push_back(attribute->text(v));
    }
    list_.columns.push_back(std::move(column));
  };
  keep("group");
  for (const std::string& name : options_.columns) keep(name);
}

void Converter::set_weights() {
  const Attribute* weight = if_stated(graph_.edge_attribute("weight"));
  const WeightRole role = options_.weight;
  if (role == WeightRole::ignore) {
    if (weight != nullptr) {
      notes_.push_back(note("G603", "the file has weights; they are ignored",
                            "say what they mean: --weight strength or --weight distance",
                            {options_.file, 0, 0}));
    }
    return;
  }
  list_.weight_role = role;
  if (weight == nullptr) {
    notes_.push_back(
        note("G604", "the file has no weights; each edge counts as 1", "", {options_.file, 0, 0}));
    return;
  }
  const bool is_distance = role == WeightRole::distance;
  const std::string expected =
      is_distance ? "a distance is a finite number above 0"
                  : "a strength is a finite number, 0 or above; a sign has its own attribute, "
                    "sign (1, 0, -1)";
  list_.weight.reserve(graph_.source.size());
  for (std::size_t e = 0; e < graph_.source.size(); ++e) {
    const auto value = weight->number(e);
    list_.weight.push_back(value.value_or(0));
    const bool good = value && std::isfinite(*value) && (is_distance ? *value > 0 : *value >= 0);
    if (good) continue;
    problem("G605",
            edge_name(e) + (weight->has(e) && !weight->text(e).empty()
                                ? " has weight '" + weight->text(e) + "'"
                                : " has no weight"),
            expected, at(e));
  }
}

void Converter::set_signs() {
  const Attribute* sign = if_stated(graph_.edge_attribute("sign"));
  if (sign == nullptr) return;
  std::size_t without = 0;
  std::vector<std::int8_t> signs;
  signs.reserve(graph_.source.size());
  for (std::size_t e = 0; e < graph_.source.size(); ++e) {
    const auto value = sign->number(e);
    const bool good = value && (*value == 1 || *value == 0 || *value == -1);
    signs.push_back(good ? static_cast<std::int8_t>(*value) : std::int8_t{0});
    if (good) continue;
    if (!sign->has(e) || sign->text(e).empty()) {
      ++without;
      continue;
    }
    problem("G606", edge_name(e) + " has sign '" + sign->text(e) + "'",
            "a sign is 1, 0 or -1; an attribute about something else needs another name", at(e));
  }
  if (without == 0) {
    list_.sign = std::move(signs);
    return;
  }
  // As in a graph of claims, of which most take no stance.
  notes_.push_back(note("G611",
                        std::to_string(without) + " of " + std::to_string(signs.size()) +
                            " edges have no sign, so no sign is looked at",
                        "", {options_.file, 0, 0}));
}

void Converter::check_modes() {
  if (!list_.two_mode) return;
  for (std::size_t e = 0; e < graph_.source.size(); ++e) {
    const std::uint8_t mode = list_.is_item[graph_.source[e]];
    if (mode > 1 || mode != list_.is_item[graph_.target[e]]) continue;
    problem("G607", edge_name(e) + " joins two " + (mode == 0 ? "actors" : "items"),
            "an edge of a two-mode graph joins an actor and an item; remove it, or the attribute "
            "that makes the graph two-mode",
            at(e));
  }
}

void Converter::hide_cells() {
  if (options_.hidden == nullptr) return;
  const HiddenCells& hidden = *options_.hidden;
  if (!list_.two_mode) {
    problem("G608", "a table of hidden cells belongs to a two-mode graph; this one has one mode",
            "give each node a mode, actor or item", {hidden.file, 1, 0});
    return;
  }
  std::unordered_map<std::string_view, Vertex> position;
  for (Vertex v = 0; v < graph_.node_ids.size(); ++v) position.emplace(graph_.node_ids[v], v);
  const auto find = [&](const std::string& id, std::uint8_t mode, std::uint32_t line) {
    const auto found = position.find(id);
    const bool good = found != position.end() && list_.is_item[found->second] == mode;
    if (good) return found->second;
    problem("G609", "'" + id + "' is not " + (mode == 0 ? "an actor" : "an item") + " of the graph",
            "expected the id of a node; the graph's file may name nodes without edges",
            {hidden.file, line, 0});
    return no_item;
  };
  for (const HiddenCell& cell : hidden.cells) {
    const Vertex actor = find(cell.actor, 0, cell.line), item = find(cell.item, 1, cell.line);
    if (actor == no_item || item == no_item) continue;
    (cell.impossible ? list_.impossible : list_.unknown).emplace_back(actor, item);
  }
}

Expected<FileView> Converter::convert() {
  set_modes();
  set_direction();
  set_texts();
  set_columns();
  set_weights();
  set_signs();
  if (options_.days) set_file_days(graph_, options_.file, list_, notes_);
  check_modes();
  hide_cells();
  if (!problems_.empty()) return std::move(problems_);
  list_.keys = graph_.node_ids;
  list_.source = graph_.source;
  list_.target = graph_.target;
  return FileView{View(std::move(list_)), std::move(notes_)};
}

}  // namespace

Expected<FileView> view_of(const PropertyGraph& graph, const FileViewOptions& options) {
  return Converter(graph, options).convert();
}

}  // namespace entente
