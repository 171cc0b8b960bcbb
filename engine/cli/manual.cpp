// SPDX-License-Identifier: Apache-2.0
// entente manual [man|markdown]: every command and every method on one page, made from what the
// program itself knows of them.
#include <algorithm>
#include <memory>

#include "engine/analysis/registry.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/command_page.hpp"
#include "engine/cli/graph_writers.hpp"
#include "engine/cli/method_options.hpp"
#include "engine/cli/output.hpp"
#include "engine/report/text.hpp"

namespace entente::cli {
namespace {

constexpr const char* about =
    "Entente reads what sources say about actors, agreements and principles, and tells who stands "
    "with whom, who is central, who is conspicuously absent, and how sure the data let one be. "
    "Every number leads back to the claims behind it.";

struct ExitStatus {
  const char *number, *meaning;
};
constexpr ExitStatus exit_statuses[] = {
    {"0", "done, also where the data cannot answer"},
    {"1",
     "the input is wrong, or the method does not apply to it, or the output folder cannot be "
     "written; nothing was written"},
    {"2", "the command line is wrong"},
    {"3", "stopped before the end: a signal, a limit, a full disk; no half-written file is left"}};

constexpr const char* about_formats =
    "The ending of a name says the format; each also with .gz. What a file could not hold, "
    "and what its readers change, stands beside it in FILE.report.txt.";

std::string uses_of(const GraphFormat& format) {
  const bool written = format.write != nullptr || format.claims;
  return written && format.is_read ? "read and written" : written ? "written" : "read";
}

// Text for troff: no character of it is a request or an escape.
std::string troff(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\') {
      safe += "\\e";
    } else if (c == '-') {
      safe += "\\-";
    } else if ((c == '.' || c == '\'') && (safe.empty() || safe.back() == '\n')) {
      safe += "\\&";
      safe += c;
    } else {
      safe += c;
    }
  }
  return safe;
}

void tagged(std::string& page, std::string_view tag, std::string_view text) {
  page += ".TP\n.B " + troff(tag) + '\n' + troff(text) + '\n';
}

std::string man_page() {
  std::string page = ".\\\" Made by `entente manual man`.\n.TH ENTENTE 1 \"\" \"entente " +
                     std::string(version()) + "\" \"User Commands\"\n";
  page += ".SH NAME\nentente \\- who stands with whom, and how do we know?\n";
  page += ".SH SYNOPSIS\n.B entente\n.I COMMAND\n[arguments] [options]\n";
  page += ".SH DESCRIPTION\n" + troff(about) + "\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    const CommandPage told = page_of(command);
    page += ".SS " + troff(told.name) + '\n' + troff(told.summary) + ".\n.PP\n.B " +
            troff(told.usage) + '\n';
    for (const ArgumentEntry& argument : told.arguments) tagged(page, argument.name, argument.text);
    for (const OptionGroup& group : told.groups) {
      for (const OptionEntry& option : group.options) tagged(page, shown_name(option), option.text);
    }
    page += ".PP\nExamples:\n.PP\n.nf\n";
    for (const std::string& example : told.examples) page += troff("    " + example) + '\n';
    page += ".fi\n";
  }
  page += ".SH METHODS\nOf `entente run`; `entente methods METHOD` shows the whole card.\n";
  for (const Analysis& analysis : analyses())
    tagged(page, analysis.method.id, analysis.method.title);
  page += ".SH FILES\n" + troff(about_formats) + '\n';
  for (const GraphFormat& format : graph_formats())
    tagged(page, format.ending,
           uses_of(format) + ". Holds " + std::string(format.keeps) +
               ". Not held, or changed: " + std::string(format.loses) + '.');
  page += ".SH EXIT STATUS\n";
  for (const ExitStatus& status : exit_statuses) tagged(page, status.number, status.meaning);
  return page;
}

// Text for a cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '_') safe += '\\';
    safe += c == '\n' ? ' ' : c;
  }
  return safe;
}

std::string code(std::string_view text) {
  std::string safe = "`";
  for (const char c : text) {
    if (c == '|') safe += '\\';  // a bar ends a cell even within code
    safe += c;
  }
  return safe + '`';
}

void markdown_command(std::string& page, const CommandPage& told) {
  page += "\n### entente " + told.name + "\n\n" + told.summary + ".\n\n    " + told.usage + '\n';
  std::string rows;
  for (const ArgumentEntry& argument : told.arguments)
    rows += "| " + code(argument.name) + " | " + cell(argument.text) + " |\n";
  for (const OptionGroup& group : told.groups) {
    for (const OptionEntry& option : group.options)
      rows += "| " + code(shown_name(option)) + " | " + cell(option.text) + " |\n";
  }
  page += "\n| argument or option | meaning |\n| --- | --- |\n" + rows + "\nExamples:\n\n";
  for (const std::string& example : told.examples) page += "    " + example + '\n';
}

void markdown_method(std::string& page, const Analysis& analysis) {
  const Method& method = analysis.method;
  page += "\n### " + std::string(method.id) + "\n\n**" + cell(method.title) + ".** " +
          code(method.formula) + "\n";
  if (!method.convention.empty()) page += "\nConvention: " + cell(method.convention) + ".\n";
  if (!method.cost.empty()) page += "\nCost: " + cell(method.cost) + ".\n";
  if (!analysis.params.empty()) page += "\n| parameter | meaning |\n| --- | --- |\n";
  for (const ParamSpec& spec : analysis.params) {
    const std::string value = value_name(spec);
    page += "| " + code(option_of(spec.name) + (value.empty() ? "" : " " + value)) + " | " +
            cell(describe(spec)) + " |\n";
  }
  for (const Citation& citation : method.citations)
    page += "\n- " + cell(citation_text(citation)) + '\n';
}

std::string markdown_page() {
  std::string page = "# entente " + std::string(version()) + ": reference\n\n" + about + "\n";
  page += "\n## Commands\n";
  for (const Command& command : commands()) markdown_command(page, page_of(command));
  page += "\n## Methods\n\nEach is run by `entente run METHOD INPUT`.\n";
  for (const Analysis& analysis : analyses()) markdown_method(page, analysis);
  page += "\n## File formats\n\n" + cell(about_formats) +
          "\n\n| ending | use | holds | not held, or changed |\n| --- | --- | --- | --- |\n";
  for (const GraphFormat& format : graph_formats())
    page += "| " + code(format.ending) + " | " + uses_of(format) + " | " + cell(format.keeps) +
            " | " + cell(format.loses) + " |\n";
  page += "\n## Exit status\n\n| status | meaning |\n| --- | --- |\n";
  for (const ExitStatus& status : exit_statuses)
    page += std::string("| ") + status.number + " | " + cell(status.meaning) + " |\n";
  return page;
}

}  // namespace

Command manual_command() {
  return {
      .name = "manual",
      .summary = "every command and method on one page, for `man` or as Markdown",
      .examples = {"entente manual markdown --out reference.md", "entente manual man | man -l -"},
      .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
        auto form = std::make_shared<std::string>("markdown");
        auto out = std::make_shared<std::string>();
        app.add_option("FORM", *form, "markdown (default) or man")
            ->check(CLI::IsMember({"markdown", "man"}));
        app.add_option("--out", *out, "the file to write; default: stdout")
            ->type_name("PATH")
            ->group("Output");
        return [form, out](const Session&) {
          return emit(*form == "man" ? man_page() : markdown_page(), *out);
        };
      }};
}

}  // namespace entente::cli
