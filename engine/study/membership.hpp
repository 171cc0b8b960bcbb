// SPDX-License-Identifier: Apache-2.0
// Which coalition an actor is shown with, and how firmly it belongs there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "engine/study/study.hpp"

namespace entente {

// The position of an actor among a view's vertices, or nothing.
std::optional<Vertex> vertex_of(const TwoMode& view, NodeId actor);

// The view whose coalition an actor is shown with: its own (states, companies) where it is in one,
// else the view of all actors. A position in study.views.
std::size_t home_view(const KnowledgeGraph& graph, const Study& study, NodeId actor);

// The number of an actor's coalition in a view, from 1; 0: none. A leaf has the coalition of its
// item, and no confidence (NaN).
struct Membership {
  std::uint32_t coalition = 0;
  double confidence = 0;
};
Membership membership(const ViewStudy& view, NodeId actor);

}  // namespace entente
