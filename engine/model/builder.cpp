// SPDX-License-Identifier: Apache-2.0
#include "engine/model/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/suggest.hpp"
#include "engine/model/builder_words.hpp"

namespace entente {
namespace {

// A search through all ids for each of a million unknown ones would take hours.
constexpr std::uint64_t hints_per_code = 20;

bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// [a-z][a-z0-9-]*(\.[a-z0-9-]+)+
bool is_id(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return false;
  bool after_dot = false, dotted = false;
  for (const char c : text) {
    if (c == '.') {
      if (after_dot) return false;
      dotted = true;
    } else if (!lower_or_digit(c) && c != '-') {
      return false;
    }
    after_dot = c == '.';
  }
  return dotted && !after_dot;
}

constexpr const char* id_form =
    "an id is lower-case words of letters, digits and '-' joined by dots, as 'state.fra'";

}  // namespace

KnowledgeGraphBuilder::KnowledgeGraphBuilder(std::string name, Schema schema) {
  graph_.name_ = std::move(name);
  graph_.schema_ = std::move(schema);
}

void KnowledgeGraphBuilder::complain(const RowPlace& place, std::string_view column,
                                     std::string code, std::string message, std::string hint) {
  problems_.add(error(std::move(code), std::move(message), std::move(hint), place.at(column)));
}

std::string KnowledgeGraphBuilder::suggest(const std::string& code, std::string_view word,
                                           const Known& known, std::string otherwise) const {
  if (problems_.count(code) >= hints_per_code) return {};
  return did_you_mean(word, known, std::move(otherwise));
}

const KnowledgeGraphBuilder::Known& KnowledgeGraphBuilder::node_ids() {
  if (node_ids_.size() != nodes_.size()) node_ids_ = keys(nodes_);
  return node_ids_;
}

const KnowledgeGraphBuilder::Known& KnowledgeGraphBuilder::source_ids() {
  if (source_ids_.size() != sources_.size()) source_ids_ = keys(sources_);
  return source_ids_;
}

DateSpan KnowledgeGraphBuilder::date(std::string_view text, const RowPlace& place,
                                     std::string_view column, const char* code) {
  if (const auto span = parse_date(text)) return *span;
  complain(place, column, code, fmt::format("{} '{}' is not a date", column, text),
           "dates are 2018, 2018-11, 2018-11-12 or an interval as [2018-11-12..2019-09]");
  return {};
}

void KnowledgeGraphBuilder::check_period(DateSpan from, DateSpan until, const RowPlace& place,
                                         const char* code) {
  if (until.blank() || until.last > from.first) return;
  complain(place, "until", code,
           fmt::format("until {} is not after from {}", to_text(until), to_text(from)),
           "'until' is the first day on which it no longer holds");
}

std::optional<NodeId> KnowledgeGraphBuilder::node(std::string_view id, const RowPlace& place,
                                                  std::string_view column, const char* code) {
  if (const auto found = nodes_.find(id); found != nodes_.end()) return found->second;
  complain(place, column, code, fmt::format("{} '{}' is not a node", column, id),
           suggest(code, id, node_ids(), "add it to nodes.csv"));
  return std::nullopt;
}

void KnowledgeGraphBuilder::add_node(const NodeRow& row, const RowPlace& place) {
  if (!is_id(row.id)) {
    complain(place, "id", "K101", fmt::format("'{}' is not an id", row.id), id_form);
  }
  if (!graph_.schema_.kinds.contains(row.kind)) {
    const auto kinds = keys(graph_.schema_.kinds);
    complain(place, "kind", "K103", fmt::format("unknown kind '{}'", row.kind),
             suggest("K103", row.kind, kinds, "schema.json has " + listed(kinds)));
  }
  if (row.label.empty()) {
    complain(place, "label", "K104", fmt::format("node '{}' has no label", row.id));
  }
  if (!row.country.empty() &&
      (row.country.size() != 3 || !std::all_of(row.country.begin(), row.country.end(),
                                               [](char c) { return c >= 'A' && c <= 'Z'; }))) {
    complain(place, "country", "K107", fmt::format("'{}' is not a country's code", row.country),
             "three capital letters of ISO 3166-1, or blank");
  }
  TextPool& pool = graph_.pool_;
  Node node;
  node.id = pool.intern(row.id);
  node.kind = pool.intern(row.kind);
  node.label = pool.intern(row.label);
  node.country = pool.intern(row.country);
  node.category = pool.intern(row.category);
  node.aliases = pool.intern(row.aliases);
  node.wikidata = pool.intern(row.wikidata);
  node.website = pool.intern(row.website);
  node.note = pool.intern(row.note);
  node.from = date(row.from, place, "from", "K105");
  node.until = date(row.until, place, "until", "K105");
  check_period(node.from, node.until, place, "K106");
  const NodeId id{static_cast<std::uint32_t>(graph_.nodes_.size())};
  if (!nodes_.emplace(pool[node.id], id).second) {
    complain(place, "id", "K102", fmt::format("node '{}' is there twice", row.id));
    return;
  }
  graph_.nodes_.push_back(node);
}

void KnowledgeGraphBuilder::add_source(const SourceRow& row, const RowPlace& place) {
  if (!is_id(row.id)) {
    complain(place, "id", "K301", fmt::format("'{}' is not an id", row.id), id_form);
  }
  if (row.title.empty()) {
    complain(place, "title", "K303", fmt::format("source '{}' has no title", row.id));
  }
  date(row.date, place, "date", "K304");
  date(row.retrieved, place, "retrieved", "K304");
  TextPool& pool = graph_.pool_;
  Source source;
  source.id = pool.intern(row.id);
  source.title = pool.intern(row.title);
  source.author = pool.intern(row.author);
  source.publisher = pool.intern(row.publisher);
  source.url = pool.intern(row.url);
  source.licence = pool.intern(row.licence);
  source.date = pool.intern(row.date);
  source.retrieved = pool.intern(row.retrieved);
  const SourceId id{static_cast<std::uint32_t>(graph_.sources_.size())};
  if (!sources_.emplace(pool[source.id], id).second) {
    complain(place, "id", "K302", fmt::format("source '{}' is there twice", row.id));
    return;
  }
  graph_.sources_.push_back(source);
}

void KnowledgeGraphBuilder::add_eligibility(const EligibilityRow& row, const RowPlace& place) {
  Eligibility entry;
  const auto object = node(row.object, place, "object", "K401");
  if (object && graph_.schema_.role(graph_.kind(*object)) != Role::item) {
    complain(
        place, "object", "K402",
        fmt::format("'{}' is a {}, on which no stance is taken", row.object, graph_.kind(*object)));
  }
  entry.object = object.value_or(NodeId{});
  if (row.actor_kind.empty() == row.actor.empty()) {
    complain(place, "actor_kind", "K404", "a row is for a kind of actor or for one actor",
             "fill one of the columns 'actor_kind' and 'actor'");
  } else if (!row.actor.empty()) {
    entry.actor = node(row.actor, place, "actor", "K405");
  } else if (graph_.schema_.role(row.actor_kind) != Role::actor) {
    Known actors;
    for (const auto& [kind, role] : graph_.schema_.kinds) {
      if (role == Role::actor) actors.push_back(kind);
    }
    complain(place, "actor_kind", "K403",
             fmt::format("'{}' is not a kind of actor", row.actor_kind),
             suggest("K403", row.actor_kind, actors, "schema.json has " + listed(actors)));
  }
  entry.actor_kind = graph_.pool_.intern(row.actor_kind);
  entry.from = date(row.from, place, "from", "K406");
  entry.until = date(row.until, place, "until", "K406");
  check_period(entry.from, entry.until, place, "K407");
  if (row.coverage == "complete") {
    entry.coverage = Coverage::complete;
  } else if (row.coverage == "partial") {
    entry.coverage = Coverage::partial;
  } else if (row.coverage != "named") {
    complain(place, "coverage", "K408", fmt::format("unknown coverage '{}'", row.coverage),
             "complete (silence means absent), partial or named (it means unknown)");
  }
  entry.why = graph_.pool_.intern(row.why);
  graph_.eligibility_.push_back(entry);
}

void KnowledgeGraphBuilder::add_same_as(const SameAsRow& row, const RowPlace& place) {
  SameAs entry;
  entry.name = graph_.pool_.intern(row.name);
  entry.list = graph_.pool_.intern(row.list);
  entry.why = graph_.pool_.intern(row.why);
  if (row.name.empty()) complain(place, "name", "K501", "a decision needs the name it is about");
  const auto found = node(row.node, place, "node", "K502");
  if (!found) return;
  entry.node = *found;
  if (row.decided != "same" && row.decided != "different") {
    complain(place, "decided", "K503",
             fmt::format("'{}' is neither 'same' nor 'different'", row.decided));
  }
  entry.same = row.decided == "same";
  if (!decided_.emplace(entry.name, entry.list, entry.node).second) {
    complain(place, "name", "K504",
             fmt::format("'{}' of '{}' and '{}' are decided twice", row.name, row.list, row.node));
  }
  graph_.same_as_.push_back(entry);
}

}  // namespace entente
