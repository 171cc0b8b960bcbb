// SPDX-License-Identifier: Apache-2.0
// entente compare DATASET --from DATE --to DATE: what changed between two days.
#include <memory>

#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/one_table.hpp"
#include "engine/cli/open_data_set.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/cli/run_options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/report/comparison_text.hpp"

namespace entente::cli {
namespace {

struct CompareCommand {
  std::string data_set, from, to, table;
  ProjectionOptions projection;
  RunOptions run_options;
  OutputOptions output;
};

std::string shown(const KnowledgeGraph& graph, const Comparison& comparison,
                  const CompareCommand& command, const Context& context, Format format) {
  if (format == Format::json) return comparison_json(graph, comparison, context);
  if (format == Format::csv)
    return table_as_csv(comparison_tables(graph, comparison), command.table);
  const std::size_t width = command.output.out.empty() ? columns_of(Stream::out) : 80;
  return comparison_text(graph, comparison, width) + "\nEffort " + command.run_options.effort +
         ", seed " + std::to_string(command.run_options.seed) + ".\n";
}

Status execute(const CompareCommand& command, const Session& session) {
  const std::string usage = "entente compare DATASET --from DATE --to DATE";
  if (command.data_set.empty()) throw CommandLineError{{error("C107", "no data set given", usage)}};
  if (command.from.empty() || command.to.empty())
    throw CommandLineError{{error("C107", "two days are compared: --from and --to", usage)}};
  refuse_strangers({{"--as-of", !command.projection.as_of.empty()}},
                   "one day; two are compared, --from and --to");
  const Day from = *read_day("--from", command.from), to = *read_day("--to", command.to);
  if (to <= from)
    throw CommandLineError{{error("C104", "--to is not after --from", "exchange them")}};
  const Format format = command.output.chosen();
  Context context = command.run_options.context(session.stop);
  const Projection wanted = command.projection.applied_to({});
  const auto opened =
      open_data_set(find_data_set(command.data_set, command.projection.dataset), command.data_set,
                    command.projection, wanted, command.output.quiet, session.stop);
  if (!opened) {
    complain(opened.error());
    return Status::input_wrong;
  }
  const KnowledgeGraph& graph = opened->data.graph;
  Comparison comparison;
  {
    Progress progress(command.output.quiet);
    context.progress = progress.callback();
    comparison = compare_days(graph, wanted, from, to, context);
  }
  context.check_stop();
  return emit(shown(graph, comparison, command, context, format), command.output.out);
}

}  // namespace

Command compare_command() {
  return {.name = "compare",
          .summary = "what changed between two days; new facts apart from new evidence",
          .examples = {"entente compare cyber-norms --from 2018-12-31 --to 2021-12-31",
                       "entente compare cyber-norms --from 2019 --to 2023 --kinds company",
                       "entente compare cyber-norms --from 2018 --to 2020 --format csv --table "
                       "learned"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto command = std::make_shared<CompareCommand>();
            app.add_option("DATASET", command->data_set, "a data set by its folder or name");
            app.add_option("--from", command->from, "the first day; of a month or year the last")
                ->type_name("DATE")
                ->group("Days");
            app.add_option("--to", command->to, "the second day")->type_name("DATE")->group("Days");
            add_projection_options(app, command->projection);
            add_run_options(app, command->run_options);
            add_output_options(app, command->output);
            app.add_option("--table", command->table,
                           "the table that csv has: changes (the default), items, learned, "
                           "roll_calls, recorded, groups, flows, movers")
                ->type_name("NAME")
                ->group("Output");
            return [command](const Session& session) { return execute(*command, session); };
          }};
}

}  // namespace entente::cli
