// SPDX-License-Identifier: Apache-2.0
// What a method runs on: a graph file or a part of a data set as a View, or a table.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "engine/analysis/analysis.hpp"

namespace entente::cli {

struct InputOptions {
  std::string nodes, weight, mask;
  bool directed = false, undirected = false;
};

void add_input_options(CLI::App& app, InputOptions& options);

struct Input {
  View view;
  Diagnostics notes;  // what the reader dropped, added or took another way
};

// Throws CommandLineError where the options contradict each other.
Expected<Input> read_input(const std::string& input, const InputOptions& options,
                           WeightRole default_weight_role);

Expected<TextTable> read_table(const std::string& path);

}  // namespace entente::cli
