// SPDX-License-Identifier: Apache-2.0
// Positions in the columns of a KnowledgeGraph: types that do not mix.
#pragma once

#include <cstdint>

namespace entente {

enum class NodeId : std::uint32_t {};
enum class ClaimId : std::uint32_t {};
enum class RelationId : std::uint32_t {};
enum class SourceId : std::uint32_t {};

// The position that an id stands for.
template <class Id>
constexpr std::uint32_t index(Id id) noexcept {
  return static_cast<std::uint32_t>(id);
}

}  // namespace entente
