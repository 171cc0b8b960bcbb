// SPDX-License-Identifier: Apache-2.0
// A part of a data set as a View, and what a reader of results has to know of it.
#pragma once

#include <span>
#include <string>

#include "engine/base/expected.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/graph/view.hpp"

namespace entente::cli {

struct Input {
  View view;
  Diagnostics notes;  // what the reader dropped, added or took another way
};

// `view`: states, companies, actors (two-mode: actors and what they took a stance on) or knowledge
// (every node and relation, one-mode); empty: actors. `columns`: properties of the nodes that the
// method names; those of a two-mode view are all there. Throws CommandLineError for another name,
// Stopped where that was asked for.
Expected<Input> read_data_set_view(const std::string& folder, const std::string& view,
                                   const ProjectionOptions& options,
                                   std::span<const std::string> columns,
                                   const std::stop_token& stop);

}  // namespace entente::cli
