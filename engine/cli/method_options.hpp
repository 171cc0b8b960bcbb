// SPDX-License-Identifier: Apache-2.0
// The parameters of a method as options of the command line: `--max-steps 10` for max_steps.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "engine/analysis/analysis.hpp"

namespace entente::cli {

class MethodOptions {
 public:
  // Declares one option for each parameter.
  MethodOptions(CLI::App& app, const Analysis& analysis);

  // What the user gave, checked; throws CommandLineError. Files are not read yet: their values are
  // null, and files() names them.
  Params given() const;

  struct File {
    std::string parameter, columns, path;
  };
  std::vector<File> files() const;

 private:
  struct Entry {
    const ParamSpec* spec;
    CLI::Option* option;
  };
  const Analysis& analysis_;
  std::vector<Entry> entries_;
};

// "max_steps" -> "--max-steps"
std::string option_of(const std::string& parameter);

// "chance of following an edge, not jumping (0 to 1; default 0.85)"
std::string describe(const ParamSpec& spec);

// What a value looks like: NUMBER, FILE, a|b|c; empty for a flag.
std::string value_name(const ParamSpec& spec);

// `--normalized true` becomes `--normalized=true`: the parser would take `true` for an argument.
void join_flag_values(const std::vector<std::string>& flags, std::vector<std::string>& arguments);

}  // namespace entente::cli
