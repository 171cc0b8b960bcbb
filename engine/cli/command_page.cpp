// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/command_page.hpp"

#include <algorithm>

namespace entente::cli {
namespace {

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry{{}, option.get_type_name(), option.get_description()};
  for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
  return entry;
}

}  // namespace

void set_up(CLI::App& app) {
  app.set_help_flag("-h,--help", "this page");
  app.allow_extras();
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

CommandPage page_of(const CLI::App& app, const Command& command) {
  CommandPage page{command.name, command.summary, "entente " + command.name, {},
                   {},           command.examples};
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    std::string name = option->get_name();
    page.usage += ' ' + name;
    name.erase(
        std::remove_if(name.begin(), name.end(), [](char c) { return c == '[' || c == ']'; }),
        name.end());
    page.arguments.push_back({name, option->get_description()});
  }
  page.usage += " [options]";
  std::vector<std::string> titles = app.get_groups();
  // --help itself, which was declared first, comes last.
  std::stable_partition(titles.begin(), titles.end(),
                        [](const std::string& title) { return title != "Options"; });
  for (const std::string& title : titles) {
    OptionGroup group{title, {}};
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_positional() || option->get_group() != title) continue;
      group.options.push_back(entry_of(*option));
    }
    if (!group.options.empty()) page.groups.push_back(std::move(group));
  }
  return page;
}

CommandPage page_of(const Command& command) {
  CLI::App app(command.summary, "entente " + command.name);
  set_up(app);
  std::vector<std::string> no_arguments;
  const Action action = command.declare(app, no_arguments);
  return page_of(app, command);
}

std::string shown_name(const OptionEntry& option) {
  std::string text;
  for (const std::string& name : option.names) text += (text.empty() ? "" : ", ") + name;
  return option.value.empty() ? text : text + ' ' + option.value;
}

}  // namespace entente::cli
