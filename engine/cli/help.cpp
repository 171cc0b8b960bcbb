// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/help.hpp"

#include <algorithm>

#include "engine/cli/terminal.hpp"
#include "engine/report/display_width.hpp"

namespace entente::cli {
namespace {

// Wider lines than this are hard to read.
std::size_t page_width() { return std::min<std::size_t>(columns_of(Stream::out), 100); }

struct Entry {
  std::string name, text;
};

std::string list(const std::vector<Entry>& entries, std::size_t width) {
  constexpr std::size_t widest_name = 24;
  std::size_t column = 0;
  for (const Entry& entry : entries) {
    if (entry.name.size() <= widest_name) column = std::max(column, entry.name.size());
  }
  std::string text;
  for (const Entry& entry : entries) {
    std::string lead = "  " + pad_to_width(entry.name, column) + "  ";
    if (entry.name.size() > column) {  // its text begins on the next line
      text += "  " + entry.name + '\n';
      lead = std::string(column + 4, ' ');
    }
    text += wrapped(lead, entry.text, width);
  }
  return text;
}

std::string examples(const std::vector<std::string>& lines) {
  std::string text = "\nExamples\n";
  for (const std::string& line : lines) text += "  " + line + '\n';
  return text;
}

std::string option_name(const CLI::Option& option) {
  std::string name;
  for (const std::string& short_name : option.get_snames()) name += "-" + short_name + ", ";
  for (const std::string& long_name : option.get_lnames()) name += "--" + long_name + ", ";
  name.resize(name.size() - 2);
  if (!option.get_type_name().empty()) name += " " + option.get_type_name();
  return name;
}

}  // namespace

std::string overview() {
  const std::size_t width = page_width();
  std::vector<Entry> entries;
  for (const Command& command : commands()) entries.push_back({command.name, command.summary});
  return "Entente: who stands with whom, and how do we know?\n\n"
         "Usage: entente COMMAND [arguments] [options]\n\nCommands\n" +
         list(entries, width) + "\nOptions\n" +
         list(
             {{"-h, --help", "this page; after a command, its page"}, {"--version", "the version"}},
             width) +
         examples({"entente analyze --as-of 2018-12-31", "entente run betweenness network.graphml",
                   "entente analyze --help"});
}

std::string help(const CLI::App& app, const Command& command) {
  const std::size_t width = page_width();
  std::string usage = "entente " + command.name;
  std::vector<Entry> arguments;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    usage += ' ' + option->get_name();
    std::string name = option->get_name();
    name.erase(
        std::remove_if(name.begin(), name.end(), [](char c) { return c == '[' || c == ']'; }),
        name.end());
    arguments.push_back({name, option->get_description()});
  }
  std::string text = wrapped("", "entente " + command.name + ": " + command.summary, width) +
                     "\nUsage: " + usage + " [options]\n";
  if (!arguments.empty()) text += "\nArguments\n" + list(arguments, width);
  std::vector<std::string> groups = app.get_groups();
  // --help itself, which was declared first, comes last.
  std::stable_partition(groups.begin(), groups.end(),
                        [](const std::string& group) { return group != "Options"; });
  for (const std::string& group : groups) {
    std::vector<Entry> entries;
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_positional() || option->get_group() != group) continue;
      entries.push_back({option_name(*option), option->get_description()});
    }
    if (!entries.empty()) text += '\n' + group + '\n' + list(entries, width);
  }
  return text + examples(command.examples);
}

}  // namespace entente::cli
