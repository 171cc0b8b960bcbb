// SPDX-License-Identifier: Apache-2.0
// entente completion bash|zsh|fish: what the shell completes after `entente`, made from the
// commands, their options and the methods' parameters.
#include <algorithm>
#include <memory>
#include <set>

#include "engine/analysis/registry.hpp"
#include "engine/cli/command_page.hpp"
#include "engine/cli/method_options.hpp"
#include "engine/cli/output.hpp"

namespace entente::cli {
namespace {

// A word of an option's choices: "table|csv|json" has three; "PATH" has none.
std::vector<std::string> choices_of(const std::string& value) {
  std::vector<std::string> words;
  if (value.find('|') == std::string::npos) return words;
  std::size_t begin = 0;
  while (begin <= value.size()) {
    const std::size_t end = std::min(value.find('|', begin), value.size());
    words.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> long_names(const CommandPage& page) {
  std::vector<std::string> names;
  for (const OptionGroup& group : page.groups) {
    for (const OptionEntry& option : group.options) names.push_back(option.names.back());
  }
  return names;
}

std::vector<std::string> method_ids() {
  std::vector<std::string> ids;
  for (const Analysis& analysis : analyses()) ids.emplace_back(analysis.method.id);
  return ids;
}

std::vector<std::string> parameters_of(const Analysis& analysis) {
  std::vector<std::string> names;
  for (const ParamSpec& spec : analysis.params) names.push_back(option_of(spec.name));
  return names;
}

// One case for each option with choices, whichever command has it: "--format) table csv json".
std::string bash_choices() {
  std::set<std::string> cases;
  for (const Command& command : commands()) {
    for (const OptionGroup& group : page_of(command).groups) {
      for (const OptionEntry& option : group.options) {
        if (const auto words = choices_of(option.value); !words.empty())
          cases.insert(option.names.back() + ") words=\"" + joined(words) + "\" ;;");
      }
    }
  }
  std::string text;
  for (const std::string& line : cases) text += "    " + line + '\n';
  return text;
}

// Zsh runs this, too, through bashcompinit.
std::string bash() {
  std::vector<std::string> names{"help"};
  for (const Command& command : commands()) names.push_back(command.name);
  std::string script =
      "# Completion of entente for bash, made by `entente completion bash`.\n"
      "_entente() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
      "  local command=\"${COMP_WORDS[1]}\" method=\"${COMP_WORDS[2]}\" words=\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W \"" +
      joined(names) +
      " --help --version\" -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$before\" in\n" +
      bash_choices() +
      "  esac\n"
      "  if [ -n \"$words\" ]; then\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  if [ \"$COMP_CWORD\" -eq 2 ] && { [ \"$command\" = run ] || [ \"$command\" = methods ]; "
      "}; "
      "then\n"
      "    COMPREPLY=($(compgen -W \"" +
      joined(method_ids()) +
      "\" -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$word\" in\n"
      "  -*)\n"
      "    case \"$command\" in\n";
  for (const Command& command : commands()) {
    script +=
        "    " + command.name + ") words=\"" + joined(long_names(page_of(command))) + "\" ;;\n";
  }
  script +=
      "    esac\n"
      "    if [ \"$command\" = run ]; then\n"
      "      case \"$method\" in\n";
  for (const Analysis& analysis : analyses()) {
    const auto parameters = parameters_of(analysis);
    if (parameters.empty()) continue;
    script += "      " + std::string(analysis.method.id) + ") words=\"$words " +
              joined(parameters) + "\" ;;\n";
  }
  script +=
      "      esac\n"
      "    fi\n"
      "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "    ;;\n"
      "  *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
      "  esac\n"
      "}\n"
      "complete -o filenames -F _entente entente\n";
  return script;
}

std::string zsh() {
  return "#compdef entente\n"
         "autoload -U +X bashcompinit && bashcompinit\n" +
         bash();
}

// A text within single quotes of fish.
std::string in_quotes(std::string_view text) {
  std::string safe = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '\'';
}

std::string fish() {
  std::string script = "# Completion of entente for fish, made by `entente completion fish`.\n";
  for (const Command& command : commands()) {
    script += "complete -c entente -n __fish_use_subcommand -f -a " + command.name + " -d " +
              in_quotes(command.summary) + '\n';
    const std::string within =
        "complete -c entente -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const OptionGroup& group : page_of(command).groups) {
      for (const OptionEntry& option : group.options) {
        script += within + " -l " + option.names.back().substr(2);
        if (const auto words = choices_of(option.value); !words.empty()) {
          script += " -x -a " + in_quotes(joined(words));
        } else if (!option.value.empty()) {
          script += " -r";
        }
        script += " -d " + in_quotes(option.text) + '\n';
      }
    }
  }
  for (const Analysis& analysis : analyses()) {
    script +=
        "complete -c entente -n '__fish_seen_subcommand_from run methods; and test (count "
        "(commandline -opc)) -eq 2' -a " +
        std::string(analysis.method.id) + " -d " + in_quotes(analysis.method.title) + '\n';
    for (const ParamSpec& spec : analysis.params) {
      script += "complete -c entente -n '__fish_seen_subcommand_from " +
                std::string(analysis.method.id) + "' -l " + option_of(spec.name).substr(2) +
                (value_name(spec).empty() ? "" : " -r") + " -d " + in_quotes(spec.help) + '\n';
    }
  }
  return script;
}

}  // namespace

Command completion_command() {
  return {.name = "completion",
          .summary = "a script that teaches a shell to complete commands, methods and options",
          .examples = {"entente completion fish > ~/.config/fish/completions/entente.fish",
                       "source <(entente completion bash)"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto shell = std::make_shared<std::string>("bash");
            app.add_option("SHELL", *shell, "bash (default), zsh or fish")
                ->check(CLI::IsMember({"bash", "zsh", "fish"}));
            return [shell](const Session&) {
              return emit(*shell == "zsh" ? zsh() : *shell == "fish" ? fish() : bash(), {});
            };
          }};
}

}  // namespace entente::cli
