// SPDX-License-Identifier: Apache-2.0
// entente check DATASET: every problem of a data set, or what it holds.
#include <memory>

#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/question_files.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/model/summary.hpp"
#include "engine/report/summary_text.hpp"

namespace entente::cli {
namespace {

struct CheckCommand {
  std::string data_set, folder, out;
  bool quiet = false;
};

Status execute(const CheckCommand& command, const Session& session) {
  if (command.data_set.empty()) {
    throw CommandLineError{{error("C107", "no data set given", "entente check DATASET")}};
  }
  const auto folder = find_data_set(command.data_set, command.folder);
  if (!folder) {
    complain({no_data_set(command.data_set, command.folder)});
    return Status::input_wrong;
  }
  const auto data = io::read_data_set(folder->string(), session.stop);
  const Diagnostics questions = broken_questions(folder->string());
  if (!data || !questions.empty()) {
    if (!data) complain(data.error(), every_one);
    complain(questions, every_one);
    return Status::input_wrong;
  }
  if (!command.quiet) complain(data->notes, every_one);
  const std::size_t width = command.out.empty() ? columns_of(Stream::out) : 80;
  return emit(to_text(data->graph, summarize(data->graph), {.width = width}), command.out);
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary =
              "every problem in a data set with its place and a way out; without one, what "
              "the data set holds",
          .examples = {"entente check cyber-norms", "entente check path/to/a/folder"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto command = std::make_shared<CheckCommand>();
            app.add_option("DATASET", command->data_set, "a data set by its folder or name");
            app.add_option("--dataset", command->folder, "where data sets are looked for first")
                ->type_name("FOLDER")
                ->group("Data sets");
            app.add_option("--out", command->out, "write to a file")
                ->type_name("PATH")
                ->group("Output");
            app.add_flag("--quiet", command->quiet, "no warnings")->group("Output");
            return [command](const Session& session) { return execute(*command, session); };
          }};
}

}  // namespace entente::cli
