// SPDX-License-Identifier: Apache-2.0
// The only way to make a KnowledgeGraph: rows go in as text, all that is wrong with them comes out.
//
// Nodes and sources go in before the rows that name them. Codes (errors where not said otherwise):
//
//   nodes        K101 id of the wrong form   K102 id there twice     K103 unknown kind
//                K104 no label               K105 not a date         K106 ends before it begins
//                K107 country is not three capital letters
//   claims       K201 no id                  K202 id there twice     K203 unknown subject
//                K204 unknown object         K205 unknown relation   K206 relation does not join
//                them K207 unknown source         K208 not a stance       K209 value and stance
//                disagree K210 not a date             K211 ends before it begins K212 recorded is
//                blank or has no end                K213 unknown status K214 replaces no other
//                claim                        K215 about itself
//   sources      K301 id of the wrong form   K302 id there twice     K303 no title
//                K304 not a date
//   eligibility  K401 unknown object         K402 object is no item  K403 unknown kind of actor
//                K404 a kind or an actor: one of them                K405 unknown actor
//                K406 not a date             K407 ends before it begins
//                K408 unknown coverage
//   same_as      K501 no name                K502 unknown node       K503 neither same nor
//   different
//                K504 decided twice
//   schema.json, datapackage.json  K601 to K609: engine/io/read_schema.hpp, read_data_package.hpp
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/model/knowledge_graph.hpp"
#include "engine/model/problem_log.hpp"
#include "engine/model/repeated.hpp"

namespace entente {

// The fields of a row by the names of their columns; "" is a blank one.
struct NodeRow {
  std::string_view id{}, kind{}, label{}, country{}, category{}, aliases{}, wikidata{}, website{},
      from{}, until{}, note{};
};
struct SourceRow {
  std::string_view id{}, title{}, author{}, publisher{}, date{}, url{}, retrieved{}, licence{};
};
struct ClaimRow {
  std::string_view id{}, subject{}, relation{}, object{}, value{}, stance{}, from{}, until{},
      recorded{}, source{}, locator{}, status = "asserted", replaces{}, note{};
};
struct EligibilityRow {
  std::string_view object{}, actor_kind{}, actor{}, from{}, until{}, coverage{}, why{};
};
struct SameAsRow {
  std::string_view name{}, list{}, node{}, decided{}, why{};
};

// Where a row stands. Asked for the place of a field only when something is wrong with it.
class RowPlace {
 public:
  virtual ~RowPlace() = default;
  virtual Position at(std::string_view column) const = 0;
  virtual std::uint32_t line() const noexcept = 0;
};

class KnowledgeGraphBuilder {
 public:
  KnowledgeGraphBuilder(std::string name, Schema schema);

  void add_node(const NodeRow& row, const RowPlace& place);
  void add_source(const SourceRow& row, const RowPlace& place);
  void reserve_claims(std::size_t count);  // about as many will follow
  void add_claim(const ClaimRow& row, const RowPlace& place);
  void add_eligibility(const EligibilityRow& row, const RowPlace& place);
  void add_same_as(const SameAsRow& row, const RowPlace& place);

  // The graph, or everything that is wrong. O(claims log claims).
  Expected<KnowledgeGraph> build() &&;

 private:
  struct Replacement {
    Text id, replaced;
    Position where;
  };
  using Known = std::vector<std::string>;
  // By column of the claims.
  struct LastSeen {
    Repeated<NodeId> subject, object;
    Repeated<SourceId> source;
    Repeated<DateSpan> from, until, recorded;
    Repeated<Text> verb, value, locator, note;
  };

  void complain(const RowPlace& place, std::string_view column, std::string code,
                std::string message, std::string hint = {});
  std::string suggest(const std::string& code, std::string_view word, const Known& known,
                      std::string otherwise = {}) const;
  const Known& node_ids();
  const Known& source_ids();
  DateSpan date(std::string_view text, const RowPlace& place, std::string_view column,
                const char* code);
  void check_period(DateSpan from, DateSpan until, const RowPlace& place, const char* code);
  std::optional<NodeId> node(std::string_view id, const RowPlace& place, std::string_view column,
                             const char* code);
  std::optional<SourceId> source(std::string_view id, const RowPlace& place);
  const RelationKind* relation(const ClaimRow& row, std::optional<NodeId> subject,
                               std::optional<NodeId> object, const RowPlace& place);
  Stance stance(const ClaimRow& row, const RelationKind& relation, const RowPlace& place);
  Status status(std::string_view text, const RowPlace& place);

  void sort_nodes();
  void sort_sources();
  void sort_claims();
  void sort_decisions();
  void check_claim_ids();
  void check_replacements();
  void resolve_replacements();
  void make_relations();
  void make_claims_of();

  KnowledgeGraph graph_;
  ProblemLog problems_;
  std::unordered_map<std::string_view, NodeId> nodes_;      // keys in the pool
  std::unordered_map<std::string_view, SourceId> sources_;  // keys in the pool
  std::optional<Position> first_id_;                        // of a claim
  LastSeen last_;
  std::vector<Replacement> replacements_;
  std::set<std::tuple<Text, Text, NodeId>> decided_;
  Known node_ids_, source_ids_;  // for hints
};

}  // namespace entente
