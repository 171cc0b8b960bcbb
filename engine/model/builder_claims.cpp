// SPDX-License-Identifier: Apache-2.0
// Rows of claims, of which there may be a million.
#include <fmt/format.h>

#include <algorithm>

#include "engine/model/builder.hpp"
#include "engine/model/builder_words.hpp"

namespace entente {

const RelationKind* KnowledgeGraphBuilder::relation(const ClaimRow& row,
                                                    std::optional<NodeId> subject,
                                                    std::optional<NodeId> object,
                                                    const RowPlace& place) {
  const RelationKind* const kind = graph_.schema_.relation(row.relation);
  if (kind == nullptr) {
    const auto known = keys(graph_.schema_.relations);
    complain(place, "relation", "K205", fmt::format("unknown relation '{}'", row.relation),
             suggest("K205", row.relation, known, "schema.json has " + listed(known)));
    return nullptr;
  }
  const auto check = [&](std::optional<NodeId> end, const std::vector<std::string>& kinds,
                         std::string_view column, std::string_view id) {
    if (!end || kinds.empty()) return;
    const std::string_view found = graph_.kind(*end);
    if (std::find(kinds.begin(), kinds.end(), found) != kinds.end()) return;
    if (!graph_.schema_.role(found)) return;  // was reported where the node stands
    complain(place, column, "K206",
             fmt::format("'{}' takes no {} of kind {} ('{}')", row.relation, column, found, id),
             "schema.json allows " + listed(kinds));
  };
  check(subject, kind->subjects, "subject", row.subject);
  check(object, kind->objects, "object", row.object);
  return kind;
}

Stance KnowledgeGraphBuilder::stance(const ClaimRow& row, const RelationKind& relation,
                                     const RowPlace& place) {
  std::optional<Stance> stated;
  if (row.stance == "1" || row.stance == "0" || row.stance == "-1") {
    stated = static_cast<Stance>(row.stance == "1" ? 1 : row.stance == "0" ? 0 : -1);
  } else if (!row.stance.empty()) {
    complain(place, "stance", "K208", fmt::format("'{}' is not a stance", row.stance),
             "1 for, 0 abstained or declined, -1 against, or blank for what schema.json says");
    return no_stance;
  }
  if (!relation.stance_of_value.empty()) {
    const auto meant = relation.stance_of_value.find(row.value);
    if (meant == relation.stance_of_value.end()) {
      complain(place, "value", "K209",
               fmt::format("'{}' has no stance for the value '{}'", row.relation, row.value),
               "schema.json knows " + listed(keys(relation.stance_of_value)));
      return no_stance;
    }
    if (stated && *stated != meant->second) {
      complain(place, "stance", "K209",
               fmt::format("stance {}, where the value '{}' means {}", row.stance, row.value,
                           static_cast<int>(meant->second)));
    }
    return meant->second;
  }
  return stated.value_or(relation.default_stance);
}

Status KnowledgeGraphBuilder::status(std::string_view text, const RowPlace& place) {
  if (text == "asserted") return Status::asserted;
  if (text == "retracted") return Status::retracted;
  if (text == "disputed") return Status::disputed;
  complain(place, "status", "K213", fmt::format("unknown status '{}'", text),
           suggest("K213", text, {"asserted", "disputed", "retracted"},
                   "asserted, retracted or disputed"));
  return Status::asserted;
}

std::optional<SourceId> KnowledgeGraphBuilder::source(std::string_view id, const RowPlace& place) {
  if (const auto found = sources_.find(id); found != sources_.end()) return found->second;
  complain(place, "source", "K207", fmt::format("'{}' is not a source", id),
           suggest("K207", id, source_ids(), "add it to sources.csv"));
  return std::nullopt;
}

void KnowledgeGraphBuilder::reserve_claims(std::size_t count) {
  graph_.claims_.reserve(count);
  graph_.pool_.reserve(graph_.pool_.size() + count);
}

void KnowledgeGraphBuilder::add_claim(const ClaimRow& row, const RowPlace& place) {
  TextPool& pool = graph_.pool_;
  Claim claim;
  claim.id = pool.add(row.id);
  if (row.id.empty()) complain(place, "id", "K201", "a claim needs an id");
  if (!first_id_) first_id_ = place.at("id");
  const auto end = [&](Repeated<NodeId>& last, std::string_view text, std::string_view column,
                       const char* code) {
    return last(text, [&](std::string_view name) { return node(name, place, column, code); });
  };
  const auto subject = end(last_.subject, row.subject, "subject", "K203");
  const auto object = end(last_.object, row.object, "object", "K204");
  if (subject && subject == object) {
    complain(place, "object", "K215", fmt::format("'{}' stands at both ends", row.object));
  }
  claim.subject = subject.value_or(NodeId{});
  claim.object = object.value_or(NodeId{});
  if (const RelationKind* const kind = relation(row, subject, object, place)) {
    claim.stance = stance(row, *kind, place);
  }
  claim.source =
      last_.source(row.source, [&](std::string_view name) { return source(name, place); })
          .value_or(SourceId{});
  const auto day = [&](Repeated<DateSpan>& last, std::string_view text, std::string_view column) {
    const auto span = last(text, parse_date);
    return span ? *span : date(text, place, column, "K210");
  };
  claim.from = day(last_.from, row.from, "from");
  claim.until = day(last_.until, row.until, "until");
  claim.recorded = day(last_.recorded, row.recorded, "recorded");
  check_period(claim.from, claim.until, place, "K211");
  if (row.recorded.empty() || (!claim.recorded.blank() && claim.recorded.last == after_all)) {
    complain(place, "recorded", "K212",
             fmt::format("recorded {}", row.recorded.empty() ? "is blank" : "has no last day"),
             "the date of the source, else the day on which it was retrieved");
  }
  const auto intern = [&](Repeated<Text>& last, std::string_view text) {
    return *last(text, [&](std::string_view one) { return std::optional(pool.intern(one)); });
  };
  claim.verb = intern(last_.verb, row.relation);
  claim.value = intern(last_.value, row.value);
  claim.locator = intern(last_.locator, row.locator);
  claim.note = intern(last_.note, row.note);
  claim.status = status(row.status, place);
  claim.replaces = no_claim;
  claim.line = place.line();
  if (!row.replaces.empty()) {
    replacements_.push_back({claim.id, pool.intern(row.replaces), place.at("replaces")});
  }
  graph_.claims_.push_back(claim);
}

}  // namespace entente
