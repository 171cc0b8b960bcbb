// SPDX-License-Identifier: Apache-2.0
#include "engine/model/schema.hpp"

namespace entente {

const RelationKind* Schema::relation(std::string_view name) const {
  const auto found = relations.find(name);
  return found == relations.end() ? nullptr : &found->second;
}

std::optional<Role> Schema::role(std::string_view kind) const {
  const auto found = kinds.find(kind);
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

}  // namespace entente
