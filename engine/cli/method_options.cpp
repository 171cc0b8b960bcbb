// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/method_options.hpp"

#include <algorithm>

#include "engine/base/number_text.hpp"
#include "engine/cli/command.hpp"
#include "engine/report/cells.hpp"

namespace entente::cli {
namespace {

bool is_flag(const ParamSpec& spec) { return std::holds_alternative<bool>(spec.fallback); }
bool is_file(const ParamSpec& spec) { return std::holds_alternative<FileTable>(spec.fallback); }

// The text as a value of the parameter's type; a text that is no number stays a text, and
// complete() says what was expected.
Value parse(const ParamSpec& spec, const std::string& text) {
  if (std::holds_alternative<std::string>(spec.fallback)) return text;
  if (is_flag(spec)) {
    if (text == "true" || text == "1") return true;
    if (text == "false" || text == "0") return false;
    return text;
  }
  if (const auto whole = parse_integer(text)) return *whole;
  if (const auto real = parse_double(text)) return *real;
  return text;
}

}  // namespace

std::string option_of(const std::string& parameter) {
  std::string name = "--" + parameter;
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::string value_name(const ParamSpec& spec) {
  if (is_flag(spec)) return {};
  if (is_file(spec)) return "FILE";
  if (!spec.choices.empty()) return "NAME";
  return std::holds_alternative<std::string>(spec.fallback) ? "TEXT" : "NUMBER";
}

std::string describe(const ParamSpec& spec) {
  std::vector<std::string> parts;
  if (is_file(spec)) parts.push_back("CSV with the columns " + spec.file_columns);
  std::string choices;
  for (const std::string& choice : spec.choices) choices += (choices.empty() ? "" : ", ") + choice;
  if (!choices.empty()) parts.push_back("one of " + choices);
  if (!is_flag(spec) && !is_file(spec) && !std::holds_alternative<std::string>(spec.fallback)) {
    parts.push_back(rounded(spec.low) + " to " + rounded(spec.high));
  }
  if (const std::string fallback = value_text(spec.fallback); !fallback.empty()) {
    parts.push_back("default " + fallback);
  }
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? " (" : "; ") + part;
  return spec.help + (text.empty() ? "" : text + ")");
}

void join_flag_values(const std::vector<std::string>& flags, std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    const std::string& value = arguments[i + 1];
    if (value != "true" && value != "false") continue;
    if (std::find(flags.begin(), flags.end(), arguments[i]) == flags.end()) continue;
    arguments[i] += '=' + value;
    arguments.erase(arguments.begin() + std::ptrdiff_t(i) + 1);
  }
}

MethodOptions::MethodOptions(CLI::App& app, const Analysis& analysis) : analysis_(analysis) {
  const std::string group = "Parameters of " + std::string(analysis.method.id);
  for (const ParamSpec& spec : analysis.params) {
    const std::string name = option_of(spec.name);
    CLI::Option* option = is_flag(spec) ? app.add_flag(name) : app.add_option(name)->expected(1);
    option->group(group)->description(describe(spec))->type_name(value_name(spec));
    entries_.push_back({&spec, option});
  }
}

Params MethodOptions::given() const {
  Params params;
  for (const Entry& entry : entries_) {
    if (entry.option->count() == 0 || is_file(*entry.spec)) continue;
    params[entry.spec->name] = parse(*entry.spec, entry.option->results().back());
  }
  if (const auto checked = complete(params, analysis_.params); !checked) {
    throw CommandLineError{checked.error()};
  }
  return params;
}

std::vector<MethodOptions::File> MethodOptions::files() const {
  std::vector<File> files;
  for (const Entry& entry : entries_) {
    if (!is_file(*entry.spec) || entry.option->count() == 0) continue;
    files.push_back({entry.spec->name, entry.spec->file_columns, entry.option->results().back()});
  }
  return files;
}

}  // namespace entente::cli
