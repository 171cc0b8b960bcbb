// SPDX-License-Identifier: Apache-2.0
// What a command takes, as values: its help, its manual page and its completion say the same.
#pragma once

#include <string>
#include <vector>

#include "engine/cli/command.hpp"

namespace entente::cli {

struct OptionEntry {
  std::vector<std::string> names;  // "-h", "--help"
  std::string value;               // "FILE", "a|b|c"; empty: a flag
  std::string text;
};
struct OptionGroup {
  std::string title;
  std::vector<OptionEntry> options;
};
struct ArgumentEntry {
  std::string name, text;
};
struct CommandPage {
  std::string name, summary, usage;
  std::vector<ArgumentEntry> arguments;
  std::vector<OptionGroup> groups;
  std::vector<std::string> examples;
};

// `app` has the command's options.
CommandPage page_of(const CLI::App& app, const Command& command);
// As it stands before any argument is given.
CommandPage page_of(const Command& command);

// "-h, --help", "--out PATH"
std::string shown_name(const OptionEntry& option);

// What every command's parser has: --help, the last of an option's values, and patience with what
// it does not know.
void set_up(CLI::App& app);

}  // namespace entente::cli
