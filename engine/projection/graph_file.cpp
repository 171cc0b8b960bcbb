// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/graph_file.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/base/list_text.hpp"
#include "engine/model/ruling.hpp"
#include "engine/projection/cells.hpp"

namespace entente {
namespace {

using Texts = std::vector<std::string>;

Attribute text_column(std::string name, Texts values) {
  std::vector<std::uint8_t> present;
  for (const auto& value : values) present.push_back(value.empty() ? 0 : 1);
  return {std::move(name), std::move(values), std::move(present)};
}

// GraphML has no time: ISO days, the first day that is possible (the last where only that is
// known), and for the exclusive end the day before it.
Day shown_day(DateSpan span) { return span.first != before_all ? span.first : span.last; }
std::string first_day(DateSpan span) { return span.blank() ? "" : to_text(shown_day(span)); }
std::string day_before(DateSpan span) {
  return span.blank() ? "" : to_text(Day{shown_day(span).number - 1});
}
bool starts_before(DateSpan a, DateSpan b) {
  return !a.blank() && (b.blank() || shown_day(a) < shown_day(b));
}
bool ends_after(DateSpan a, DateSpan b) {
  return !a.blank() && (b.blank() || shown_day(b) < shown_day(a));
}

std::string joined(const std::set<std::string>& words) {
  return join_list({words.begin(), words.end()});
}

Attribute list_column(std::string name, Texts values) {
  Attribute column = text_column(std::move(name), std::move(values));
  column.is_list = true;
  return column;
}

// The days of several claims about one thing, as intervals that neither overlap nor touch: a list
// "2018-11-12/2019-11-11|2021-01-01/". "" where one interval says it all, or nothing is known.
std::string several_spells(const std::vector<const Claim*>& claims) {
  std::vector<std::pair<Day, Day>> spells;
  for (const Claim* claim : claims) {
    if (claim->from.blank() && claim->until.blank()) continue;
    const Day first = claim->from.blank() ? before_all : shown_day(claim->from);
    const Day last = claim->until.blank() ? after_all : Day{shown_day(claim->until).number - 1};
    if (first <= last) spells.emplace_back(first, last);
  }
  std::sort(spells.begin(), spells.end());
  std::vector<std::pair<Day, Day>> apart;
  for (const auto& [first, last] : spells) {
    const bool touches = !apart.empty() && (apart.back().second == after_all ||
                                            first.number <= apart.back().second.number + 1);
    if (touches)
      apart.back().second = std::max(apart.back().second, last);
    else
      apart.emplace_back(first, last);
  }
  if (apart.size() < 2) return {};
  std::vector<std::string> items;
  for (const auto& [first, last] : apart) {
    items.push_back((first == before_all ? "" : to_text(first)) + '/' +
                    (last == after_all ? "" : to_text(last)));
  }
  return join_list(items);
}

// Where any node is known to have begun or ended. By other names than the dates of edges, which
// keep theirs as ids of their keys that way: in GraphML those are unique over both.
void add_existence(PropertyGraph& file, const KnowledgeGraph& graph,
                   const std::vector<NodeId>& nodes) {
  Texts from, to;
  bool any = false;
  for (const NodeId id : nodes) {
    from.push_back(first_day(graph.node(id).from));
    to.push_back(day_before(graph.node(id).until));
    any = any || !from.back().empty() || !to.back().empty();
  }
  if (!any) return;
  file.node_attributes.push_back(text_column("existed_from", std::move(from)));
  file.node_attributes.push_back(text_column("existed_to", std::move(to)));
}

// Edge columns under construction; all of one length.
struct EdgeColumns {
  Texts relation, value, valid_from, valid_to, valid_spells, dates, recorded, status, sources, urls,
      locator, note;
  std::vector<std::int64_t> sign, claims;
  std::vector<std::uint8_t> has_sign;
  std::vector<double> weight;

  void add_to(PropertyGraph& file) && {
    auto& columns = file.edge_attributes;
    columns.push_back({"weight", std::move(weight), {}});
    columns.push_back(text_column("relation", std::move(relation)));
    columns.push_back({"sign", std::move(sign), std::move(has_sign)});
    columns.push_back(text_column("value", std::move(value)));
    columns.push_back(text_column("valid_from", std::move(valid_from)));
    columns.push_back(text_column("valid_to", std::move(valid_to)));
    const auto is_blank = [](const std::string& text) { return text.empty(); };
    if (!std::all_of(valid_spells.begin(), valid_spells.end(), is_blank))
      columns.push_back(list_column("valid_spells", std::move(valid_spells)));
    columns.push_back(text_column("dates", std::move(dates)));
    columns.push_back(text_column("recorded", std::move(recorded)));
    columns.push_back(text_column("status", std::move(status)));
    columns.push_back({"n_claims", std::move(claims), {}});
    columns.push_back(list_column("sources", std::move(sources)));
    columns.push_back(list_column("source_url", std::move(urls)));
    columns.push_back(text_column("locator", std::move(locator)));
    columns.push_back(text_column("note", std::move(note)));
  }
};

constexpr std::uint32_t left_out = 0xffffffff;

// A file of claims shows retracted ones, too: their status says so.
bool shows(const KnowledgeGraph& graph, ClaimId id, const Projection& projection) {
  const Claim& claim = graph.claim(id);
  if (!recorded_by(claim, projection.known_by) || is_without(graph, claim, projection))
    return false;
  if (!projection.as_of) return true;
  const Held held = held_on(*projection.as_of, claim.from, claim.until);
  return held == Held::certainly || (held == Held::possibly && !projection.certain_dates);
}

// One edge that stands for several claims; the first of them gives what only one can give.
void add_edge(EdgeColumns& columns, const KnowledgeGraph& graph,
              const std::vector<const Claim*>& claims, Stance stance) {
  const Claim& first = *claims.front();
  std::set<std::string> sources, urls, statuses, values, locators, notes, recorded;
  const Claim* earliest = &first;  // of the days that are shown: a blank one says nothing
  const Claim* latest_end = &first;
  const auto insert = [&](std::set<std::string>& set, Text text) {
    if (!graph.text(text).empty()) set.emplace(graph.text(text));
  };
  for (const Claim* claim : claims) {
    insert(sources, graph.source(claim->source).id);
    insert(urls, graph.source(claim->source).url);
    insert(values, claim->value);
    insert(locators, claim->locator);
    insert(notes, claim->note);
    statuses.insert(word(claim->status));
    if (!claim->recorded.blank()) recorded.insert(to_text(claim->recorded));
    if (starts_before(claim->from, earliest->from)) earliest = claim;
    if (ends_after(claim->until, latest_end->until)) latest_end = claim;
  }
  std::string dates = to_text(earliest->from);
  if (!latest_end->until.blank()) dates += " until " + to_text(latest_end->until);
  columns.relation.emplace_back(graph.text(first.verb));
  columns.value.push_back(joined(values));
  columns.valid_from.push_back(first_day(earliest->from));
  columns.valid_to.push_back(day_before(latest_end->until));
  columns.valid_spells.push_back(several_spells(claims));
  columns.dates.push_back(std::move(dates));
  columns.recorded.push_back(joined(recorded));
  columns.status.push_back(joined(statuses));
  columns.sources.push_back(joined(sources));
  columns.urls.push_back(joined(urls));
  columns.locator.push_back(joined(locators));
  columns.note.push_back(joined(notes));
  columns.has_sign.push_back(stance == no_stance ? 0 : 1);
  columns.sign.push_back(stance == no_stance ? 0 : stance);
  columns.claims.push_back(static_cast<std::int64_t>(claims.size()));
  columns.weight.push_back(1);
}

}  // namespace

void add_node_columns(PropertyGraph& file, const KnowledgeGraph& graph,
                      const std::vector<NodeId>& nodes) {
  const auto column = [&](const char* name, Text Node::*member) {
    Texts values;
    for (const NodeId n : nodes) values.emplace_back(graph.text(graph.node(n).*member));
    file.node_attributes.push_back(text_column(name, std::move(values)));
  };
  column("label", &Node::label);
  column("kind", &Node::kind);
  column("country", &Node::country);
  column("category", &Node::category);
  column("wikidata", &Node::wikidata);
  column("website", &Node::website);
  add_existence(file, graph, nodes);
}

DataSetFile knowledge_file(const KnowledgeGraph& graph, Flavour flavour,
                           const Projection& projection) {
  DataSetFile result;
  PropertyGraph& file = result.file;
  file.directed = true;
  file.title = graph.name();
  std::vector<std::uint32_t> place(graph.nodes().size(), left_out);
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    if (!looks_at(graph, NodeId{n}, projection)) continue;
    place[n] = static_cast<std::uint32_t>(result.node.size());
    result.node.push_back(NodeId{n});
    file.node_ids.emplace_back(graph.id(NodeId{n}));
  }
  add_node_columns(file, graph, result.node);
  EdgeColumns columns;
  const auto add = [&](const std::vector<const Claim*>& claims, Stance stance) {
    file.source.push_back(place[index(claims.front()->subject)]);
    file.target.push_back(place[index(claims.front()->object)]);
    if (flavour == Flavour::bare) return;
    file.edge_ids.push_back("c-" + std::string(graph.text(claims.front()->id)));
    add_edge(columns, graph, claims, stance);
  };
  for (const Relation& relation : graph.relations()) {
    const Claim& first = graph.claims()[relation.first_claim];
    if (place[index(first.subject)] == left_out || place[index(first.object)] == left_out) continue;
    std::vector<ClaimId> shown;
    for (std::uint32_t c = relation.first_claim; c < relation.last_claim; ++c) {
      if (shows(graph, ClaimId{c}, projection)) shown.push_back(ClaimId{c});
    }
    if (flavour == Flavour::gephi) {
      std::sort(shown.begin(), shown.end(),
                [&](ClaimId a, ClaimId b) { return rules_over(graph, a, b, projection.known_by); });
    }
    std::vector<const Claim*> claims;
    for (const ClaimId c : shown) claims.push_back(&graph.claim(c));
    if (flavour == Flavour::claims) {
      for (const Claim* claim : claims) add({claim}, claim->stance);
    } else if (!claims.empty()) {
      add(claims, claims.front()->stance);
    }
  }
  if (flavour != Flavour::bare) std::move(columns).add_to(file);
  return result;
}

std::vector<ClaimId> shown_claims(const KnowledgeGraph& graph, const Projection& projection,
                                  const std::vector<NodeId>& nodes) {
  std::vector<bool> there(graph.nodes().size(), false);
  for (const NodeId node : nodes) there[index(node)] = true;
  std::vector<ClaimId> claims;
  for (std::uint32_t c = 0; c < graph.claims().size(); ++c) {
    const Claim& claim = graph.claims()[c];
    if (there[index(claim.subject)] && there[index(claim.object)] &&
        shows(graph, ClaimId{c}, projection))
      claims.push_back(ClaimId{c});
  }
  return claims;
}

DataSetFile two_mode_file(const KnowledgeGraph& graph, const TwoMode& two_mode) {
  DataSetFile result;
  PropertyGraph& file = result.file;
  file.directed = true;
  file.title = graph.name() + ": " + to_text(two_mode.projection);
  std::map<NodeId, std::uint32_t> place;
  for (const NodeId node : two_mode.node) {
    if (!place.emplace(node, static_cast<std::uint32_t>(result.node.size())).second) continue;
    result.node.push_back(node);
    file.node_ids.emplace_back(graph.id(node));
  }
  add_node_columns(file, graph, result.node);
  std::vector<std::int64_t> bipartite;
  for (const NodeId node : result.node) {
    bipartite.push_back(graph.schema().role(graph.kind(node)) == Role::item ? 1 : 0);
  }
  file.node_attributes.push_back({"bipartite", std::move(bipartite), {}});
  EdgeColumns columns;
  for (const Stand& stand : two_mode.stands) {
    if (stand.stance == no_stance) continue;
    std::vector<const Claim*> claims;
    for (std::uint32_t c = stand.first_claim; c < stand.last_claim; ++c) {
      claims.push_back(&graph.claim(two_mode.claims[c]));
    }
    file.source.push_back(place.at(stand.actor));
    file.target.push_back(place.at(stand.item));
    file.edge_ids.push_back("c-" + std::string(graph.text(claims.front()->id)));
    add_edge(columns, graph, claims, stand.stance);
  }
  std::move(columns).add_to(file);
  return result;
}

}  // namespace entente
