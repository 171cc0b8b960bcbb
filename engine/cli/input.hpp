// SPDX-License-Identifier: Apache-2.0
// What a method runs on: a graph file or a part of a data set as a View, or a table.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "engine/analysis/analysis.hpp"
#include "engine/cli/data_set_view.hpp"
#include "engine/cli/projection_options.hpp"

namespace entente::cli {

struct InputOptions {
  std::string nodes, weight, mask;  // of a graph file
  bool directed = false, undirected = false;
  std::string view;  // of a data set
  ProjectionOptions projection;
};

void add_input_options(CLI::App& app, InputOptions& options);

// Throws CommandLineError where the options contradict each other or the input.
Expected<Input> read_input(const std::string& input, const InputOptions& options,
                           WeightRole default_weight_role);

Expected<TextTable> read_table(const std::string& path);

}  // namespace entente::cli
