// SPDX-License-Identifier: Apache-2.0
// entente run METHOD INPUT: one method on a graph file, a table or a view of a data set.
#include "engine/analysis/run.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "engine/analysis/registry.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/input.hpp"
#include "engine/cli/method_names.hpp"
#include "engine/cli/method_options.hpp"
#include "engine/cli/node_table.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/run_options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/json.hpp"
#include "engine/report/text.hpp"

namespace entente::cli {
namespace {

struct RunCommand {
  std::string method, input, table;
  InputOptions input_options;
  RunOptions run_options;
  OutputOptions output;
  std::optional<MethodOptions> parameters;  // where the method is known
};

// The first argument that names a method: its parameters are options of this command.
const Analysis* method_among(const std::vector<std::string>& arguments) {
  for (std::string argument : arguments) {
    std::replace(argument.begin(), argument.end(), '_', '-');
    if (const Analysis* analysis = find_analysis(argument)) return analysis;
  }
  return nullptr;
}

std::vector<std::string> flags_of(const Analysis& analysis) {
  std::vector<std::string> flags;
  for (const ParamSpec& spec : analysis.params) {
    if (value_name(spec).empty()) flags.push_back(option_of(spec.name));
  }
  return flags;
}

// Parameters are wrong (P...) or the input is.
Status refuse(const Diagnostics& problems) {
  complain(problems);
  const bool parameters = std::all_of(problems.begin(), problems.end(),
                                      [](const Diagnostic& d) { return d.code.starts_with('P'); });
  return parameters ? Status::command_line_wrong : Status::input_wrong;
}

WantedInput wanted_by(const Analysis& analysis, const Params& params) {
  WantedInput wanted{.default_weight_role = analysis.needs.default_weight_role,
                     .days = analysis.needs.days};
  if (analysis.needs.one_mode) wanted.default_view = "knowledge";
  for (const ParamSpec& spec : analysis.params) {
    const auto given = params.find(spec.name);
    if (spec.names_attribute && given != params.end()) {
      wanted.columns.push_back(std::get<std::string>(given->second));
    }
  }
  return wanted;
}

Expected<Result> compute(const RunCommand& command, const Analysis& analysis, Params params,
                         const Context& context) {
  Diagnostics problems;
  std::vector<std::pair<std::string, PositionedTable>> tables;
  for (const MethodOptions::File& file : command.parameters->files()) {
    auto table = read_node_table(file.path, file.columns, context.stop);
    if (!table) {
      problems.insert(problems.end(), table.error().begin(), table.error().end());
      continue;
    }
    params[file.parameter] = table->table;
    tables.emplace_back(file.parameter, *std::move(table));
  }
  if (analysis.on_table != nullptr) {
    const auto table = read_table(command.input, context.stop);
    if (!table) problems.insert(problems.end(), table.error().begin(), table.error().end());
    if (!problems.empty()) return problems;
    context.check_stop();
    return run(analysis, *table, params, context);
  }
  WantedInput wanted = wanted_by(analysis, params);
  wanted.stop = context.stop;
  auto input = read_input(command.input, command.input_options, wanted);
  if (!input) {
    problems.insert(problems.end(), input.error().begin(), input.error().end());
    return problems;
  }
  for (const auto& [name, table] : tables) {
    const Diagnostics strangers = unknown_nodes(table, input->view);
    problems.insert(problems.end(), strangers.begin(), strangers.end());
  }
  if (!problems.empty()) return problems;
  context.check_stop();
  auto result = run(analysis, input->view, params, context);
  if (result) {
    result->notes.insert(result->notes.begin(), input->notes.begin(), input->notes.end());
  }
  return result;
}

std::string shown(const RunCommand& command, const Result& result, Format format) {
  if (format == Format::json) return to_json(result);
  if (format == Format::csv) {
    const auto table = std::find_if(
        result.tables.begin(), result.tables.end(),
        [&](const Table& t) { return command.table.empty() || t.name == command.table; });
    return table == result.tables.end() ? std::string() : to_csv(*table, result.view);
  }
  const std::size_t width = command.output.out.empty() ? columns_of(Stream::out) : 80;
  return to_text(result, {.width = width, .table = command.table});
}

void check_table_name(const RunCommand& command, const Result& result) {
  if (command.table.empty()) return;
  std::string names;
  for (const Table& table : result.tables) {
    if (table.name == command.table) return;
    names += (names.empty() ? "" : ", ") + table.name;
  }
  throw CommandLineError{{error(
      "C106",
      "no table '" + command.table + "' in the result of '" + std::string(result.method.id) + "'",
      "it has: " + names)}};
}

Status execute(const RunCommand& command, const Session& session) {
  if (command.method.empty()) {
    throw CommandLineError{{error("C107", "no method given", "`entente methods` lists them")}};
  }
  const Analysis& analysis = method_named(command.method);
  if (command.input.empty()) {
    throw CommandLineError{{error("C107", "no input given",
                                  "entente run " + std::string(analysis.method.id) + " FILE")}};
  }
  const Format format = command.output.chosen();
  const Params params = command.parameters->given();
  Context context = command.run_options.context(session.stop);
  std::optional<Expected<Result>> result;
  {
    Progress progress(command.output.quiet);
    context.progress = progress.callback();
    result = compute(command, analysis, params, context);
  }
  if (!*result) return refuse(result->error());
  context.check_stop();
  const Diagnostics notes = command.run_options.notes();
  (*result)->notes.insert((*result)->notes.end(), notes.begin(), notes.end());
  check_table_name(command, **result);
  // CSV has no room for notes.
  if (format == Format::csv && !command.output.quiet) complain((*result)->notes);
  return emit(shown(command, **result, format), command.output.out);
}

}  // namespace

Command run_command() {
  return {
      .name = "run",
      .summary = "one method on a graph file, a table or a view of a data set",
      .examples = {"entente run betweenness network.graphml",
                   "entente run pagerank edges.csv --directed --damping 0.9 --format csv",
                   "entente run two-mode-degree edges.csv --nodes nodes.csv --format json",
                   "entente run partition-quality network.graphml --partition groups.csv",
                   "entente run pagerank --help"},
      .declare = [](CLI::App& app, std::vector<std::string>& arguments) -> Action {
        auto command = std::make_shared<RunCommand>();
        app.add_option("METHOD", command->method, "a method's id; `entente methods` lists them");
        app.add_option("INPUT", command->input,
                       "a graph: .graphml, .gexf, .csv (edge list), .incidence.csv (matrix), .json "
                       "(node-link), "
                       ".net (Pajek), .gml or UCINET's .dl, each also .gz; or a data set by its "
                       "folder or name");
        if (const Analysis* analysis = method_among(arguments)) {
          join_flag_values(flags_of(*analysis), arguments);
          command->parameters.emplace(app, *analysis);
        }
        add_input_options(app, command->input_options);
        add_run_options(app, command->run_options);
        add_output_options(app, command->output);
        app.add_option("--table", command->table, "the only table to show; csv: not the first one")
            ->type_name("NAME")
            ->group("Output");
        return [command](const Session& session) { return execute(*command, session); };
      }};
}

}  // namespace entente::cli
