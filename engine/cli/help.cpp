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

std::string help(const CommandPage& page) {
  const std::size_t width = page_width();
  std::string text = wrapped("", "entente " + page.name + ": " + page.summary, width) +
                     "\nUsage: " + page.usage + '\n';
  if (!page.arguments.empty()) {
    std::vector<Entry> entries;
    for (const ArgumentEntry& argument : page.arguments)
      entries.push_back({argument.name, argument.text});
    text += "\nArguments\n" + list(entries, width);
  }
  for (const OptionGroup& group : page.groups) {
    std::vector<Entry> entries;
    for (const OptionEntry& option : group.options)
      entries.push_back({shown_name(option), option.text});
    text += '\n' + group.title + '\n' + list(entries, width);
  }
  return text + examples(page.examples);
}

}  // namespace entente::cli
