// SPDX-License-Identifier: Apache-2.0
// Which kinds of node and which relations a data set knows: its schema.json.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Role : std::uint8_t { actor, item, around };  // who takes stances, on what, and the rest
enum class Aspect : std::uint8_t { none, support, opinion, vote };

using Stance = std::int8_t;                // 1 in favour, 0 declined or abstained, -1 against
inline constexpr Stance no_stance = -128;  // blank: the relation takes no stance

struct RelationKind {
  std::vector<std::string> subjects, objects;  // kinds it may join; empty: any
  Aspect aspect = Aspect::none;
  Stance default_stance = no_stance;
  std::map<std::string, Stance, std::less<>> stance_of_value;  // "no": -1; empty: values say none
  bool says_absent = false;     // says outright that no stance was taken: a known 0
  bool makes_eligible = false;  // who is its subject could take a stance, whatever its kind
  bool one_value = false;       // at one time one value of it is true: a count
};

struct Schema {
  std::map<std::string, Role, std::less<>> kinds;
  std::map<std::string, RelationKind, std::less<>> relations;

  const RelationKind* relation(std::string_view name) const;
  std::optional<Role> role(std::string_view kind) const;
};

}  // namespace entente
