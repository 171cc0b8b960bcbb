// SPDX-License-Identifier: Apache-2.0
// Findings in words: how items, coalitions and reasons are called. A coalition is named by facts
// about its members, never by an invented word.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/study/study.hpp"

namespace entente {

class Words {
 public:
  explicit Words(const KnowledgeGraph& graph) : graph_(graph) {}

  std::string actor(const TwoMode& view, std::uint32_t actor) const;
  // "Budapest Convention", "no to 73/27"
  std::string item(const TwoMode& view, std::uint32_t item) const;
  // "voted no to 73/27", "sponsored 75/176", "does not support Paris Call"
  std::string deed(const TwoMode& view, std::uint32_t actor, std::uint32_t item, bool done) const;
  std::string node(NodeId node) const;
  // The shortest alias of four letters or more where it is shorter than the label.
  std::string short_name(NodeId node) const;
  std::string nodes(std::span<const NodeId> nodes) const;  // "Iran, Russia and China"

  // "France, Germany, Japan + 41"
  std::string members(const TwoMode& core, const Coalition& coalition) const;
  // "no to 73/27, Budapest Convention"; at most `most` items
  std::string binding(const TwoMode& core, const Coalition& coalition, std::size_t most = 3) const;

  std::string because(const TwoMode& core, const AbsenceFinding& absence) const;
  std::string because(const TwoMode& core, const UnusualFinding& unusual) const;
  // "5 of the 6 states named as absent ..." in one or two sentences
  std::vector<std::string> absentees(const ViewStudy& view, const NamedAbsentees& found) const;
  // "beyond chance 25 of 25; the same coalitions 23 of 24 (not without 73/27)": how many other
  // choices each headline survives; blank where none was tried
  std::string sensitivity(const ViewStudy& view) const;

 private:
  bool only_sponsored(const TwoMode& view, std::uint32_t actor, NodeId item) const;
  std::string actors(const TwoMode& view, std::span<const std::uint32_t> actors,
                     std::size_t most) const;
  std::string choice(const Trial& trial) const;
  const KnowledgeGraph& graph_;
};

// "a, b and c"
std::string join(const std::vector<std::string>& words);
// "a, b and 3 more lists": where there are more than `most` + 1, the first ones and how many are
// left
std::string first_of(std::vector<std::string> words, std::size_t most, std::string_view what);
// 0.0049 -> "0.005", 0.5 -> "0.5", small ones "< 0.001"
std::string p_text(double p);
// 0.934 -> "93 %"
std::string percent(double share);

}  // namespace entente
