// SPDX-License-Identifier: Apache-2.0
// Where results go: stdout, or a file that is written whole or not at all.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "engine/cli/command.hpp"

namespace entente::cli {

enum class Format { table, csv, json };

struct OutputOptions {
  std::string format;  // empty: by the ending of --out, else a table
  std::string out;
  bool quiet = false;

  // Throws CommandLineError where the format is none.
  Format chosen() const;
};

void add_output_options(CLI::App& app, OutputOptions& options);

// Writes to the file, or to stdout where the path is empty. A reader that closed the pipe has seen
// enough: that is no failure.
Status emit(std::string_view text, const std::string& path);

}  // namespace entente::cli
