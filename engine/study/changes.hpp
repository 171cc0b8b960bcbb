// SPDX-License-Identifier: Apache-2.0
// What changed between two days: who joined and who left, kept apart from what was only learned.
//
// A fact is compared as it is known now (or by the projection's own day): the stance on the first
// day against that on the second. Where a date is an interval that one of the days lies in, the
// change is only possible. Evidence is compared about the first day: what had been recorded by then
// against what had been recorded by the second.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/knowledge_graph.hpp"
#include "engine/projection/projection.hpp"

namespace entente {

enum class Happened : std::uint8_t { joined, left, turned };  // turned: to another stance
const char* word(Happened what) noexcept;

struct StanceChange {
  NodeId actor{}, item{};
  Happened what = Happened::joined;
  Stance before = no_stance, after = no_stance;
  bool certain = false;         // else possible
  DateSpan when;                // in which it happened, as far as the claims say
  Day recorded;                 // the first claim that says so
  std::vector<ClaimId> claims;  // that say so, the one that rules first
};

// What was learned between the two days about the first one.
struct Learned {
  NodeId actor{}, item{};
  bool known_before = false, known_after = false;
  Stance before = no_stance, after = no_stance;
  bool certain = false;  // that it held on the first day
  DateSpan when;
  Day recorded;
  std::vector<ClaimId> claims;
};

// An agreement or principle: its supporters on both days. `possible` ones are not in the others.
struct ItemChange {
  NodeId item{};
  std::uint32_t before = 0, possible_before = 0, after = 0, possible_after = 0;
  std::uint32_t joined = 0, possibly_joined = 0, left = 0, possibly_left = 0, turned = 0;
  std::uint32_t learned = 0;  // supporters and others on the first day that were recorded later
};

// Held between the two days.
struct RollCall {
  NodeId item{};
  DateSpan when;
  std::uint32_t yes = 0, abstained = 0, no = 0;
};

// Claims of a stance that were recorded between the two days, by when what they claim began.
struct RecordedClaims {
  std::uint64_t between = 0;   // between the two days: new facts
  std::uint64_t possibly = 0;  // perhaps between them
  std::uint64_t before = 0;    // before the first: new evidence
  std::uint64_t after = 0;     // after the second
  std::uint64_t undated = 0;
  std::uint64_t corrected = 0;  // claims that one of them retracted
};

struct StanceChanges {
  Projection projection;
  Day from, to;
  std::vector<StanceChange> changes;  // certain ones first, by item and actor; no roll calls
  std::vector<Learned> learned;       // likewise
  std::vector<ItemChange> items;      // by id; those that anybody supported or left
  std::vector<RollCall> roll_calls;   // by day, then id
  RecordedClaims recorded;
};

// `projection` without its day. O(claims log claims of one actor).
StanceChanges find_stance_changes(const KnowledgeGraph& graph, const Projection& projection,
                                  Day from, Day to);

}  // namespace entente
