// SPDX-License-Identifier: Apache-2.0
// entente methods [METHOD]: all methods, or one method's card.
#include <algorithm>
#include <cmath>
#include <memory>

#include "engine/analysis/registry.hpp"
#include "engine/cli/command.hpp"
#include "engine/cli/method_names.hpp"
#include "engine/cli/method_options.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/io/json.hpp"
#include "engine/report/cells.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/display_width.hpp"
#include "engine/report/text.hpp"

namespace entente::cli {
namespace {

struct MethodsCommand {
  std::string method;
  OutputOptions output;
};

// What the method reads.
std::string input_of(const Analysis& analysis) {
  if (analysis.on_table != nullptr) return "table";
  std::string input = analysis.needs.undirected ? "undirected " : "";
  if (analysis.needs.two_mode) return input + "two-mode graph";
  if (analysis.needs.one_mode) return input + "one-mode graph";
  return input + "graph";
}

// "null_model" -> "Null model"
std::string heading(std::string_view folder) {
  std::string text(folder);
  for (char& c : text) {
    if (c == '_') c = ' ';
  }
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string list_text(std::size_t width) {
  std::size_t column = 0;
  std::vector<std::string_view> groups;  // in the order of the registry
  for (std::size_t i = 0; i < analyses().size(); ++i) {
    column = std::max(column, analyses()[i].method.id.size());
    const std::string_view group = analysis_folders()[i];
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  std::string text;
  for (const std::string_view group : groups) {
    text += heading(group) + '\n';
    for (std::size_t i = 0; i < analyses().size(); ++i) {
      if (analysis_folders()[i] != group) continue;
      const Analysis& analysis = analyses()[i];
      const std::string input = input_of(analysis);
      text += wrapped(
          "  " + pad_to_width(analysis.method.id, column) + "  ",
          std::string(analysis.method.title) + (input == "graph" ? "" : " [" + input + "]"), width);
    }
    text += '\n';
  }
  return text + "`entente methods METHOD` shows a method's formula, parameters and source.\n";
}

std::string card_text(const Analysis& analysis, std::size_t width) {
  const Method& method = analysis.method;
  std::string text =
      wrapped("", std::string(method.title) + " (" + std::string(method.id) + ")", width) + '\n';
  const auto entry = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) text += wrapped(pad_to_width(name, 12), value, width);
  };
  entry("formula", method.formula);
  entry("convention", method.convention);
  entry("input", input_of(analysis));
  entry("cost", method.cost);
  for (std::size_t i = 0; i < method.citations.size(); ++i) {
    entry(i == 0 ? "source" : "", citation_text(method.citations[i]));
  }
  text += analysis.params.empty() ? "\nno parameters\n" : "\nparameters\n";
  for (const ParamSpec& spec : analysis.params) {
    const std::string value = value_name(spec);
    text += "  " + option_of(spec.name) + (value.empty() ? "" : " " + value) + '\n';
    text += wrapped("      ", describe(spec), width);
  }
  return text;
}

void write_parameter(io::JsonWriter& json, const ParamSpec& spec) {
  static constexpr const char* types[] = {"boolean", "integer", "number", "text", "file"};
  json.begin_object().key("name").text(spec.name).key("help").text(spec.help);
  json.key("type").text(types[spec.fallback.index()]).key("default");
  if (const auto* truth = std::get_if<bool>(&spec.fallback)) {
    json.boolean(*truth);
  } else if (const auto* whole = std::get_if<std::int64_t>(&spec.fallback)) {
    json.number(*whole).key("low").number(spec.low).key("high").number(spec.high);
  } else if (const auto* real = std::get_if<double>(&spec.fallback)) {
    if (std::isnan(*real)) {
      json.null();
    } else {
      json.number(*real);
    }
    json.key("low").number(spec.low).key("high").number(spec.high);
  } else if (const auto* text = std::get_if<std::string>(&spec.fallback)) {
    json.text(*text).key("choices").begin_array();
    for (const std::string& choice : spec.choices) json.text(choice);
    json.end_array();
  } else {
    json.null().key("columns").text(spec.file_columns);
  }
  json.end_object();
}

void write_card(io::JsonWriter& json, const Analysis& analysis, std::string_view folder) {
  const Method& method = analysis.method;
  json.begin_object().key("id").text(method.id).key("title").text(method.title);
  json.key("group").text(folder).key("input").text(input_of(analysis));
  json.key("formula").text(method.formula).key("convention").text(method.convention);
  json.key("cost").text(method.cost).key("citations").begin_array();
  for (const Citation& citation : method.citations) json.text(citation_text(citation));
  json.end_array().key("parameters").begin_array();
  for (const ParamSpec& spec : analysis.params) write_parameter(json, spec);
  json.end_array().end_object();
}

// One card, or an array of all.
std::string json(const Analysis* only) {
  std::string text;
  {
    io::JsonWriter json(text);
    if (only == nullptr) json.begin_array();
    for (std::size_t i = 0; i < analyses().size(); ++i) {
      const Analysis& analysis = analyses()[i];
      if (only == nullptr || only == &analysis) write_card(json, analysis, analysis_folders()[i]);
    }
    if (only == nullptr) json.end_array();
  }
  return text + '\n';
}

std::string csv(const Analysis* only) {
  std::string text = "id,group,input,title\n";
  for (std::size_t i = 0; i < analyses().size(); ++i) {
    const Analysis& analysis = analyses()[i];
    if (only != nullptr && only != &analysis) continue;
    text += std::string(analysis.method.id) + ',' + std::string(analysis_folders()[i]) + ',';
    text += input_of(analysis) + ',';
    append_csv_field(text, analysis.method.title);
    text += '\n';
  }
  return text;
}

Status execute(const MethodsCommand& command) {
  const Analysis* only = command.method.empty() ? nullptr : &method_named(command.method);
  const std::size_t width =
      command.output.out.empty() ? std::min<std::size_t>(columns_of(Stream::out), 100) : 80;
  std::string text;
  switch (command.output.chosen()) {
    case Format::json:
      text = json(only);
      break;
    case Format::csv:
      text = csv(only);
      break;
    case Format::table:
      text = only == nullptr ? list_text(width) : card_text(*only, width);
  }
  return emit(text, command.output.out);
}

}  // namespace

Command methods_command() {
  return {.name = "methods",
          .summary = "all methods; or one method's card: formula, convention, parameters, source",
          .examples = {"entente methods", "entente methods betweenness",
                       "entente methods --format json"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto command = std::make_shared<MethodsCommand>();
            app.add_option("METHOD", command->method, "the method whose card is shown");
            add_output_options(app, command->output);
            return [command](const Session&) { return execute(*command); };
          }};
}

}  // namespace entente::cli
