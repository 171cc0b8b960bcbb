// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/program.hpp"

#include <csignal>
#include <cstdio>
#include <new>

#include "engine/base/parallel.hpp"
#include "engine/base/suggest.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/help.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/stop_on_signal.hpp"

namespace entente::cli {
namespace {

const Command* find(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

Status unknown_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const bool option = name.starts_with('-');
  complain({error("C101",
                  option ? "unknown option '" + name + "' where a command is expected"
                         : "unknown command '" + name + "'",
                  did_you_mean(name, names, "`entente --help` lists the commands"))});
  return Status::command_line_wrong;
}

std::vector<std::string> long_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// What the parser could not place: options that the command does not have, arguments too many.
Diagnostics leftovers(const CLI::App& app, const std::string& command) {
  Diagnostics problems;
  for (const std::string& argument : app.remaining()) {
    const std::string name = argument.substr(0, argument.find('='));
    if (name.size() > 1 && name.starts_with('-')) {
      problems.push_back(error(
          "C102", "unknown option '" + name + "' of '" + command + "'",
          did_you_mean(name, long_names(app), "`entente " + command + " --help` lists them")));
    }
  }
  if (problems.empty() && !app.remaining().empty()) {
    problems.push_back(error("C103", "unexpected argument '" + app.remaining().front() + "'",
                             "`entente " + command + " --help` shows what is expected"));
  }
  return problems;
}

Status parse_and_run(const Command& command, std::vector<std::string> arguments) {
  CLI::App app(command.summary, "entente " + command.name);
  set_up(app);
  // A name may be written with `_`, as in JSON; the options have `-`.
  for (std::string& argument : arguments) {
    if (!argument.starts_with("--")) continue;
    for (std::size_t i = 2; i < argument.size() && argument[i] != '='; ++i) {
      if (argument[i] == '_') argument[i] = '-';
    }
  }
  const Action action = command.declare(app, arguments);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return emit(help(page_of(app, command)), {});
  } catch (const CLI::ParseError& wrong) {
    complain(
        {error("C104", wrong.what(), "`entente " + command.name + " --help` shows the options")});
    return Status::command_line_wrong;
  }
  if (const Diagnostics problems = leftovers(app, command.name); !problems.empty()) {
    complain(problems);
    return Status::command_line_wrong;
  }
  StopOnSignal signals;
  try {
    return action(Session{.stop = signals.token()});
  } catch (const Stopped&) {
    complain({error("C301", "stopped by " + signals.name() + "; nothing was written")});
    return Status::stopped;
  }
}

Status dispatch(std::vector<std::string> arguments) {
  if (arguments.empty()) {
    std::fputs(overview().c_str(), stderr);
    return Status::command_line_wrong;
  }
  std::string name = arguments.front();
  if (name == "--version") return emit("entente " + std::string(version()) + "\n", {});
  if (name == "--help" || name == "-h" || (name == "help" && arguments.size() == 1)) {
    return emit(overview(), {});
  }
  arguments.erase(arguments.begin());
  if (name == "help") {  // help run == run --help
    name = arguments.front();
    arguments.emplace_back("--help");
    arguments.erase(arguments.begin());
  }
  const Command* command = find(name);
  return command == nullptr ? unknown_command(name) : parse_and_run(*command, std::move(arguments));
}

}  // namespace

Status run_program(std::vector<std::string> arguments) {
  // A closed pipe and a file beyond the limit are errors of write(), which says so.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return dispatch(std::move(arguments));
  } catch (const CommandLineError& wrong) {
    complain(wrong.problems);
    return Status::command_line_wrong;
  } catch (const std::bad_alloc&) {
    std::fputs("error[C302]: out of memory; nothing was written\n", stderr);
    return Status::stopped;
  } catch (const std::exception& broken) {
    complain({error("C303", broken.what(), "this is a defect of the program; please report it")});
    return Status::stopped;
  }
}

}  // namespace entente::cli
