// SPDX-License-Identifier: Apache-2.0
// What a method runs on: a graph file or a part of a data set as a View, or a table.
#pragma once

#include <CLI/CLI.hpp>
#include <stop_token>
#include <string>
#include <vector>

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

// What a method asks its reader for.
struct WantedInput {
  WeightRole default_weight_role = WeightRole::ignore;
  bool days = false;
  std::string default_view = "actors";  // of a data set, where the user names none
  std::vector<std::string> columns{};   // properties of the nodes
  std::stop_token stop{};               // a requested stop throws Stopped
};

void add_input_options(CLI::App& app, InputOptions& options);

// Throws CommandLineError where the options contradict each other or the input.
Expected<Input> read_input(const std::string& input, const InputOptions& options,
                           const WantedInput& wanted);

Expected<TextTable> read_table(const std::string& path, const std::stop_token& stop);

}  // namespace entente::cli
