// SPDX-License-Identifier: Apache-2.0
// A signed two-mode graph as endorsements, for methods that know 1 and 0 only: a roll call becomes
// two items, yes and no, that exclude each other.
//
// A roll call is an item of kind `vote`, or one with an edge of sign 0 or -1, unless its kind is
// `agreement`, `principle` or `provision`: there such an edge says that the actor did not sign.
//   1   the yes cell is 1        0     both cells are 0 (abstained)
//  -1   the no cell is 1         none  both cells are unknown (absent)
// Keys are X.yes and X.no, labels "X: yes" and "X: no". Other items keep their edges of sign 1: a
// refusal is no endorsement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente {

struct SplitSigns {
  View view;  // without signs
  std::uint32_t roll_calls = 0;
  // Cells of roll calls with edges of different signs: both answers are unknown.
  std::uint32_t contradictions = 0;
  // Edges of sign 0 or -1 to items that are no roll calls.
  std::uint32_t left_out = 0;
};

// Two-mode Views only. Items that already are one answer of a roll call stay as they are.
SplitSigns split_signs(const View& view);

// The vertices that a file's id stands for in its View or in the split one: itself, or the answers
// of the roll call; none where it is no node.
std::vector<Vertex> vertices_named(const View& view, const std::string& id);
// The id of the roll call whose answer this would be in the split View: X for X.yes and X.no.
std::optional<std::string> roll_call_of(const std::string& answer);

}  // namespace entente
