// SPDX-License-Identifier: Apache-2.0
// From claims to a two-mode View: actors, the items that they took a stance on, and the cells that
// could not be or could not be seen.
//
// An agreement is one item. A roll call is two, yes and no, that exclude each other: a vote for
// is a 1 in the first, a vote against in the second, an abstention a known 0 in both, and an actor
// that did not vote is unknown in both.
//
// A list from which the projection leaves claims out (recorded later, or of a source that is left
// out) is no longer complete: the silence of the kinds of actor that lost a stance is unknown.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "engine/graph/view.hpp"
#include "engine/model/knowledge_graph.hpp"
#include "engine/projection/projection.hpp"

namespace entente {

enum class Answer : std::uint8_t { support, yes, no };

// What is known of one actor's stance on one item (a roll call once).
struct Stand {
  NodeId actor, item;
  Stance stance = no_stance;   // no_stance: a known 0 without a stance (not-signed)
  bool only_possible = false;  // held only on some reading of its dates
  std::uint32_t first_claim = 0, last_claim = 0;  // into TwoMode::claims
};

struct TwoMode {
  Projection projection;
  Day day;                                 // the day that was asked about
  View view;                               // undirected; edge evidence is a position in stands
  std::vector<NodeId> node;                // by vertex
  std::vector<Answer> answer;              // by item position
  std::vector<Stand> stands;               // by actor, then item
  std::vector<std::uint32_t> stand_count;  // by actor vertex: stances taken, abstentions included
  std::vector<ClaimId> claims;             // behind the stands
  std::vector<std::pair<NodeId, NodeId>>
      invited;  // actor and item, sorted: could, whatever its kind
  std::vector<std::pair<NodeId, NodeId>>
      perhaps;  // actor and item, sorted: a stance that --dates certain dropped
  std::set<std::pair<NodeId, Text>>
      thinned;  // item and kind of actor: claims that only these had are left out
  std::uint32_t only_possible = 0;  // stands that hold only possibly
  std::uint32_t overruled = 0;      // claims that a contradicting claim overruled
  std::uint64_t known = 0, unknown = 0, impossible = 0;  // cells of the view
};

// Every actor of the projection, with a stance or without, and every item that someone took a
// stance on. O(claims + actors x items).
TwoMode project_two_mode(const KnowledgeGraph& graph, const Projection& projection);

// The part on which coalitions, null models and outliers run: actors with at least `stances`
// stances, and the items that are left with a 1. An absence that a source names counts as seen only
// where the silence of others does too: a list that is incomplete accuses nobody.
TwoMode core_of(const TwoMode& all, const KnowledgeGraph& graph, std::uint32_t stances = 2);

// Whether a core has fewer than three actors or two items: too few for coalitions and null models.
bool is_small(const TwoMode& core) noexcept;

}  // namespace entente
