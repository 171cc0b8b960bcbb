// SPDX-License-Identifier: Apache-2.0
// The View of a graph that came from a file, by the names that graph files use.
//
//   edges  weight, sign (1, 0, -1); if asked for, time or dates
//   nodes  mode (actor, item) or bipartite (0, 1) or type (true or false, as in R): a two-mode
//          graph, which is undirected whatever the file says; label or name; kind; group; if asked
//          for, others by name, and from and until
//
// Cost: O(n + m) and the sorting of the View.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "engine/base/expected.hpp"
#include "engine/graph/view.hpp"
#include "engine/model/hidden_cell.hpp"
#include "engine/model/property_graph.hpp"

namespace entente {

struct FileViewOptions {
  WeightRole weight = WeightRole::ignore;
  std::optional<bool> directed{};               // none: as the file says
  const HiddenCells* hidden = nullptr;          // two-mode graphs only
  std::span<const std::string> columns{};       // attributes of nodes to keep, where they are there
  bool days = false;                            // engine/projection/file_days.hpp
  std::string file{};                           // named in diagnostics, with
  std::span<const std::uint32_t> edge_lines{};  // the line of each edge; may be empty
};

struct FileView {
  View view;
  Diagnostics notes;
};

Expected<FileView> view_of(const PropertyGraph& graph, const FileViewOptions& options);

}  // namespace entente
