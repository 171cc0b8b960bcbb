// SPDX-License-Identifier: Apache-2.0
// What the sources say: nodes, and claims about them, each with its source. Immutable and valid:
// every end of a claim is a node, every claim has a source, ids are unique.
//
// A Claim is one statement of one source; a Relation is all claims with the same subject, verb and
// object. Nodes are sorted by id, claims by (subject, verb, object, id), relations likewise, so a
// relation is a run of claims.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/ids.hpp"
#include "engine/model/schema.hpp"
#include "engine/model/text_pool.hpp"

namespace entente {

enum class Status : std::uint8_t { asserted, retracted, disputed };
const char* word(Status status) noexcept;  // as claims.csv writes it
enum class Coverage : std::uint8_t { complete, partial, named };

struct Node {
  Text id, kind, label, country, category, aliases, wikidata, website, note;
  DateSpan from, until;  // existed; blank: always possible
};

struct Source {
  Text id, title, author, publisher, url, licence;
  Text date, retrieved;
};

struct Claim {
  NodeId subject, object;
  Text id, verb, value, locator, note;
  SourceId source;
  DateSpan from, until, recorded;
  ClaimId replaces;        // no_claim: none
  std::uint32_t line = 0;  // in claims.csv
  Stance stance = no_stance;
  Status status = Status::asserted;
};
inline constexpr ClaimId no_claim{0xffffffff};

struct Relation {
  std::uint32_t first_claim, last_claim;  // [first, last) in claims()
};

// Who could take a stance on an item and whose silence means absence.
struct Eligibility {
  NodeId object;
  Text actor_kind;  // blank where a single actor is named
  std::optional<NodeId> actor;
  DateSpan from, until;
  Coverage coverage = Coverage::named;
  Text why;
};

// A decision whether a name on a list means a node: both answers are worth keeping.
struct SameAs {
  Text name, list, why;
  NodeId node;
  bool same = true;
};

class KnowledgeGraph {
 public:
  std::span<const Node> nodes() const noexcept { return nodes_; }
  std::span<const Claim> claims() const noexcept { return claims_; }
  std::span<const Relation> relations() const noexcept { return relations_; }
  std::span<const Source> sources() const noexcept { return sources_; }
  std::span<const Eligibility> eligibility() const noexcept { return eligibility_; }  // by object
  std::span<const SameAs> same_as() const noexcept { return same_as_; }  // by list, name
  const Schema& schema() const noexcept { return schema_; }
  const std::string& name() const noexcept { return name_; }  // of the data set
  // SHA-256 over all that is said, whatever the order of the rows. O(claims), each time.
  std::string digest() const;

  const Node& node(NodeId id) const noexcept { return nodes_[index(id)]; }
  const Claim& claim(ClaimId id) const noexcept { return claims_[index(id)]; }
  const Source& source(SourceId id) const noexcept { return sources_[index(id)]; }
  std::string_view text(Text text) const noexcept { return pool_[text]; }
  std::string_view id(NodeId id) const noexcept { return pool_[node(id).id]; }
  std::string_view label(NodeId id) const noexcept { return pool_[node(id).label]; }
  std::string_view kind(NodeId id) const noexcept { return pool_[node(id).kind]; }

  std::optional<NodeId> find(std::string_view id) const noexcept;
  // Positions in claims() of the claims about a node, as subject or as object, ascending.
  std::span<const std::uint32_t> claims_of(NodeId id) const noexcept;
  // Who could take a stance on an item and whose silence means absence, as its rows say.
  std::span<const Eligibility> eligibility_of(NodeId item) const noexcept;
  // The first recorded of the claims that correct this one.
  std::optional<ClaimId> replaced_by(ClaimId id) const noexcept;
  // The last day that any claim was recorded: what "now" means for this data set.
  Day snapshot() const noexcept { return snapshot_; }

 private:
  friend class KnowledgeGraphBuilder;
  TextPool pool_;
  Schema schema_;
  std::string name_;
  std::vector<Node> nodes_;
  std::vector<Source> sources_;
  std::vector<Claim> claims_;
  std::vector<Relation> relations_;
  std::vector<Eligibility> eligibility_;
  std::vector<SameAs> same_as_;
  std::vector<std::pair<ClaimId, ClaimId>> replaced_;  // and by which; the earliest first
  std::vector<std::uint32_t> node_claims_, node_claims_begin_;
  Day snapshot_ = before_all;
};

}  // namespace entente
