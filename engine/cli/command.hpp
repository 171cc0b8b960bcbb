// SPDX-License-Identifier: Apache-2.0
// A command of the program: what it is called, what its help says, what it does.
//
// A new command is one file with a function that returns a Command, and one line in commands.def.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace entente::cli {

enum class Status : int { done = 0, input_wrong = 1, command_line_wrong = 2, stopped = 3 };

// Thrown where the command line cannot be understood; main says so.
struct CommandLineError {
  Diagnostics problems;
};

struct Session {
  std::stop_token stop;  // requested by Ctrl-C
};

using Action = std::function<Status(const Session&)>;

struct Command {
  std::string name, summary;
  std::vector<std::string> examples;
  // Declares options and positionals; what it returns runs after the command line is parsed into
  // them. The arguments are those that will be parsed, and may be put into the parser's form.
  std::function<Action(CLI::App&, std::vector<std::string>&)> declare;
};

// In the order of commands.def.
const std::vector<Command>& commands();

}  // namespace entente::cli
