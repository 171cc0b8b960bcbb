// SPDX-License-Identifier: Apache-2.0
#include "tests/support/property_graphs.hpp"

#include <algorithm>
#include <random>
#include <utility>

namespace entente::test {
namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Flags = std::vector<std::uint8_t>;
using Random = std::mt19937;

std::uint32_t below(Random& random, std::size_t limit) {
  return static_cast<std::uint32_t>(random() % limit);
}

// Present on the first row, so that the column is there; else on most.
std::vector<std::uint8_t> presence(Random& random, std::size_t rows) {
  std::vector<std::uint8_t> present(rows, 1);
  for (std::size_t i = 1; i < rows; ++i) present[i] = below(random, 4) == 0 ? 0 : 1;
  return present;
}

template <class Make>
Attribute column(Random& random, std::string name, std::size_t rows, Make make) {
  std::vector<decltype(make())> values(rows);
  auto present = presence(random, rows);
  for (std::size_t i = 0; i < rows; ++i) {
    if (present[i] != 0) values[i] = make();
  }
  if (std::find(present.begin(), present.end(), 0) == present.end()) present.clear();
  return {.name = std::move(name), .values = std::move(values), .present = std::move(present)};
}

void add_typed(Random& random, std::vector<Attribute>& attributes, std::size_t rows) {
  const auto text = [&] { return hostile_texts()[below(random, hostile_texts().size())]; };
  attributes.push_back(column(random, "label", rows, text));
  attributes.push_back(column(random, "remark", rows, text));
  attributes.push_back(column(random, "count", rows, [&] {
    return static_cast<std::int64_t>(below(random, 2000)) - 1000;
  }));
  attributes.push_back(column(random, "long", rows, [&] {
    return (std::int64_t{1} << 53) - static_cast<std::int64_t>(below(random, 9));
  }));
  attributes.push_back(column(random, "huge", rows, [&] {  // none that a real number holds
    const std::int64_t value = (std::int64_t{1} << 62) + 1 + 2 * std::int64_t{below(random, 99)};
    return below(random, 2) == 0 ? value : -value;
  }));
  attributes.push_back(column(random, "score", rows, [&] {
    return static_cast<double>(below(random, 1000)) / 7 * (below(random, 2) == 0 ? 1e-30 : -1e12);
  }));
  attributes.push_back(
      column(random, "sure", rows, [&] { return static_cast<std::uint8_t>(below(random, 2)); }));
  Attribute list = column(random, "tags", rows, [&] {
    const char* lists[] = {"a", "a|b", "x\\|y|\\\\", "one, two|\"three\"|[four]", "|", "null|"};
    return std::string(lists[below(random, 6)]);
  });
  list.is_list = true;
  attributes.push_back(std::move(list));
}

// Columns that have their values on the same rows.
template <class Make>
void add_together(std::vector<Attribute>& attributes, std::initializer_list<const char*> names,
                  const std::vector<std::uint8_t>& present, Make make) {
  const bool all = std::find(present.begin(), present.end(), 0) == present.end();
  for (const char* name : names) {
    std::vector<decltype(make())> values(present.size());
    for (std::size_t i = 0; i < present.size(); ++i) {
      if (present[i] != 0) values[i] = make();
    }
    attributes.push_back({.name = name,
                          .values = std::move(values),
                          .present = all ? std::vector<std::uint8_t>() : present});
  }
}

void add_colors(Random& random, std::vector<Attribute>& attributes,
                const std::vector<std::uint8_t>& present) {
  add_together(attributes, {"r", "g", "b"}, present,
               [&] { return static_cast<std::int64_t>(below(random, 256)); });
}

void add_look(Random& random, std::vector<Attribute>& attributes, std::size_t rows) {
  const auto real = [&] { return static_cast<double>(below(random, 2000)) / 8 - 100; };
  const auto placed = presence(random, rows);
  add_together(attributes, {"x", "y"}, placed, real);
  attributes.push_back(column(random, "size", rows, [&] { return real() + 200; }));
  add_colors(random, attributes, placed);
}

void add_times(Random& random, std::vector<Attribute>& attributes, std::size_t rows) {
  const auto day = [&](const char* year) {
    const std::uint32_t month = 1 + below(random, 9), number = 10 + below(random, 19);
    return std::string(year) + "-0" + std::to_string(month) + '-' + std::to_string(number);
  };
  attributes.push_back(column(random, "valid_from", rows, [&] { return day("2018"); }));
  attributes.push_back(column(random, "valid_to", rows, [&] { return day("2019"); }));
  Attribute spells = column(random, "valid_spells", rows, [&] {
    const std::string first = day("2016") + '/' + day("2017");
    return below(random, 3) == 0 ? first : first + '|' + day("2020") + '/';
  });
  spells.is_list = true;
  attributes.push_back(std::move(spells));
}

bool same_values(const Attribute& found, std::size_t i, const Attribute& expected, std::size_t j) {
  if (found.has(i) != expected.has(j)) return false;
  return !found.has(i) || found.text(i) == expected.text(j);
}

// By row of `expected`, the row of `found`; and what differs in the columns.
std::string compare(const std::vector<Attribute>& found, const std::vector<Attribute>& expected,
                    const std::vector<std::size_t>& row_of, const char* what) {
  if (found.size() != expected.size()) {
    std::string names;
    for (const Attribute& attribute : found) names += ' ' + attribute.name;
    return std::string(what) + " attributes are" + names;
  }
  for (const Attribute& wanted : expected) {
    const auto column = std::find_if(found.begin(), found.end(), [&](const Attribute& attribute) {
      return attribute.name == wanted.name;
    });
    if (column == found.end())
      return std::string(what) + " attribute '" + wanted.name + "' is lost";
    if (column->values.index() != wanted.values.index() || column->is_list != wanted.is_list)
      return std::string(what) + " attribute '" + wanted.name + "' has another type";
    for (std::size_t j = 0; j < row_of.size(); ++j) {
      if (same_values(*column, row_of[j], wanted, j)) continue;
      return std::string(what) + ' ' + std::to_string(j) + ": " + wanted.name + " is '" +
             column->text(row_of[j]) + "', expected '" + wanted.text(j) + "'";
    }
  }
  return {};
}

// What an edge is known by.
std::vector<std::string> edge_keys(const PropertyGraph& graph, bool by_ids) {
  std::vector<std::string> keys;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    std::string key = by_ids ? graph.edge_ids[e] + '\n' : "";
    std::string source = graph.node_ids[graph.source[e]], target = graph.node_ids[graph.target[e]];
    key += source + '\n' + target;
    std::vector<std::string> values;
    if (!by_ids) {
      for (const Attribute& attribute : graph.edge_attributes)
        values.push_back(attribute.name + '=' + attribute.text(e));
      std::sort(values.begin(), values.end());
      for (const std::string& value : values) key += '\n' + value;
    }
    keys.push_back(std::move(key));
  }
  return keys;
}

// For each key of `expected` its place in `found`; empty if they are not the same.
std::vector<std::size_t> match(const std::vector<std::string>& found,
                               const std::vector<std::string>& expected) {
  const auto sorted = [](const std::vector<std::string>& keys) {
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
  };
  const auto a = sorted(found), b = sorted(expected);
  std::vector<std::size_t> place(expected.size());
  for (std::size_t i = 0; i < b.size(); ++i) {
    if (found[a[i]] != expected[b[i]]) return {};
    place[b[i]] = a[i];
  }
  return place;
}

}  // namespace

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {"R&D \"x\" <y> 'z'",
                                                 "T\xC3\xBCrkiye",
                                                 "\xE6\x97\xA5\xE6\x9C\xAC",
                                                 "\xD9\x85\xD8\xB1 \xE2\x80\xAB\xD7\xA9",
                                                 "\xF0\x9F\x98\x80 e\xCC\x81",
                                                 std::string(10'000, 'x'),
                                                 "  leading",
                                                 "tab\tin",
                                                 "line\nbreak",
                                                 "INF Treaty",
                                                 "null",
                                                 "NaN",
                                                 "a > < & b",
                                                 "]]>",
                                                 "0",
                                                 "true",
                                                 "back\\slash\\"};
  return texts;
}

PropertyGraph made_up_graph(std::uint32_t seed, const MadeUp& what) {
  Random random(seed);
  const auto text = [&] { return hostile_texts()[below(random, hostile_texts().size())]; };
  PropertyGraph graph;
  graph.directed = what.directed;
  graph.title = text();
  for (const char* name : {"creator", "keywords", "description", "day"}) {
    if (what.facts && below(random, 4) != 0) graph.facts.emplace_back(name, text());
  }
  const std::size_t nodes = (what.modes ? 2 : 1) + below(random, 6);
  for (std::size_t v = 0; v < nodes; ++v)
    graph.node_ids.push_back((v % 2 == 0 ? "state.n" : "State.n") + std::to_string(v / 2));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (std::uint32_t e = below(random, 12); e > 0; --e) {
    const std::uint32_t source = below(random, nodes), target = below(random, nodes);
    const std::pair ends{source, target}, turned{target, source};
    const bool known = std::find(seen.begin(), seen.end(), ends) != seen.end() ||
                       std::find(seen.begin(), seen.end(), turned) != seen.end();
    if (known && !what.parallels) continue;
    seen.push_back(ends);
    graph.source.push_back(source);
    graph.target.push_back(target);
    if (what.edge_ids) graph.edge_ids.push_back("c-" + std::to_string(graph.source.size()));
  }
  const std::size_t edges = graph.source.size();
  if (what.attributes) {
    add_typed(random, graph.node_attributes, nodes);
    if (edges > 0) add_typed(random, graph.edge_attributes, edges);
  }
  if (what.drawn) add_look(random, graph.node_attributes, nodes);
  if (what.timed) add_times(random, graph.node_attributes, nodes);
  if (what.modes) {
    Texts modes = {"item", "actor"};
    while (modes.size() < nodes) modes.push_back(below(random, 2) == 0 ? "actor" : "item");
    graph.node_attributes.push_back({.name = "mode", .values = std::move(modes)});
  }
  if (edges == 0) return graph;
  if (what.drawn) add_colors(random, graph.edge_attributes, presence(random, edges));
  if (what.timed) add_times(random, graph.edge_attributes, edges);
  if (what.signs) {
    graph.edge_attributes.push_back(column(
        random, "sign", edges, [&] { return static_cast<std::int64_t>(below(random, 3)) - 1; }));
  }
  graph.edge_attributes.push_back(column(random, "relation", edges, text));
  graph.edge_attributes.push_back(column(
      random, "weight", edges, [&] { return static_cast<double>(1 + below(random, 1000)) / 8; }));
  return graph;
}

void make_text(Attribute& attribute) {
  const std::size_t rows =
      std::visit([](const auto& values) { return values.size(); }, attribute.values);
  Texts texts;
  for (std::size_t i = 0; i < rows; ++i) texts.push_back(attribute.text(i));
  attribute.values = std::move(texts);
  attribute.is_list = false;
}

void make_texts(std::vector<Attribute>& attributes) {
  for (Attribute& attribute : attributes) make_text(attribute);
}

std::string difference(const PropertyGraph& found, const PropertyGraph& expected) {
  if (found.directed != expected.directed) return "the direction";
  if (found.title != expected.title) return "the title is '" + found.title + "'";
  if (found.facts != expected.facts) return "the facts";
  if (found.node_ids.size() != expected.node_ids.size()) return "the number of nodes";
  if (found.source.size() != expected.source.size()) return "the number of edges";
  const auto node = match(found.node_ids, expected.node_ids);
  if (node.size() != expected.node_ids.size()) return "the ids of the nodes";
  if (!expected.node_ids.empty() && node.empty()) return "the ids of the nodes";
  std::string text = compare(found.node_attributes, expected.node_attributes, node, "node");
  if (!text.empty()) return text;
  const bool by_ids = !expected.edge_ids.empty();
  if (by_ids && found.edge_ids.empty()) return "the ids of the edges are lost";
  const auto edge = match(edge_keys(found, by_ids), edge_keys(expected, by_ids));
  if (edge.size() != expected.source.size()) return "the edges";
  return compare(found.edge_attributes, expected.edge_attributes, edge, "edge");
}

}  // namespace entente::test
