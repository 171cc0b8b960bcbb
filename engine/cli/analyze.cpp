// SPDX-License-Identifier: Apache-2.0
// entente analyze [DATASET]: the batch run, told on the terminal and written as a folder of files.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "engine/base/digest.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/open_data_set.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/cli/run_options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/io/output_folder.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/io/write_gexf.hpp"
#include "engine/io/write_graphml.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/display_width.hpp"
#include "engine/report/story.hpp"
#include "engine/report/study_json.hpp"
#include "engine/study/gephi_files.hpp"
#include "engine/study/study.hpp"
#include "engine/study/tables.hpp"

namespace entente::cli {
namespace {

struct AnalyzeCommand {
  std::string data_set = "cyber-norms", out = "entente-out";
  bool quiet = false;
  ProjectionOptions projection;
  RunOptions run_options;
};

// Seconds of each step, taken between one report of progress and the next; a step that comes again
// adds to its own.
class StepClock {
 public:
  void step(std::string_view name) {
    if (name == name_) return;
    const auto now = std::chrono::steady_clock::now();
    if (!name_.empty()) {
      auto at = std::find_if(seconds_.begin(), seconds_.end(),
                             [&](const auto& entry) { return entry.first == name_; });
      if (at == seconds_.end()) at = seconds_.insert(at, {name_, 0.0});
      at->second += std::chrono::duration<double>(now - began_).count();
    }
    name_ = name;
    began_ = now;
  }
  std::vector<std::pair<std::string, double>> seconds() && {
    step("");
    return std::move(seconds_);
  }

 private:
  std::string name_;
  std::chrono::steady_clock::time_point began_;
  std::vector<std::pair<std::string, double>> seconds_;
};

struct File {
  std::string name, bytes, digest;
};

File digested(std::string name, std::string bytes) {
  std::string digest = sha256(bytes);
  return {std::move(name), std::move(bytes), std::move(digest)};
}

// The files of a run, and what they hold.
class Files {
 public:
  explicit Files(io::OutputFolder folder) : folder_(std::move(folder)) {}

  Diagnostics add(const File& file) {
    digests_.emplace_back(file.name, file.digest);
    return folder_.write(file.name, file.bytes);
  }
  const std::vector<std::pair<std::string, std::string>>& digests() const { return digests_; }
  io::OutputFolder& folder() { return folder_; }

 private:
  io::OutputFolder folder_;
  std::vector<std::pair<std::string, std::string>> digests_;
};

// A graph file and its report, as bytes.
Expected<std::vector<File>> graph_file(const std::string& path, const std::string& report_path,
                                       const PropertyGraph& graph) {
  std::string bytes;
  const auto sink = [&](std::string_view piece) { bytes += piece; };
  const bool gexf = path.ends_with(".gexf");
  const auto report = gexf ? io::write_gexf(graph, sink) : io::write_graphml(graph, sink);
  if (!report) return report.error();
  std::vector<File> files;
  files.push_back(digested(path, std::move(bytes)));
  files.push_back(digested(report_path, report->text(path)));
  return files;
}

Diagnostics write_files(const io::DataSet& data, const Study& study, const AnalyzeCommand& command,
                        const Context& context, Files& files, StepClock& clock) {
  const KnowledgeGraph& graph = data.graph;
  const PropertyGraph knowledge = knowledge_graph_file(graph, study),
                      two_mode = two_mode_graph_file(graph, study, context),
                      actors = actors_graph_file(graph, study);
  auto tables = study_tables(graph, study);
  tables.push_back(positions_table(knowledge));
  // Made side by side, written in this order.
  const std::vector<std::function<Expected<std::vector<File>>()>> makers{
      [&]() -> Expected<std::vector<File>> {
        std::vector<File> made;
        made.push_back(digested("results.json", results_json(graph, study, tables)));
        for (const Table& table : tables)
          made.push_back(digested("tables/" + table.name + ".csv", to_csv(table, View())));
        return made;
      },
      [&] {
        return graph_file("gephi/knowledge.graphml", "gephi/knowledge.report.txt", knowledge);
      },
      [&] { return graph_file("gephi/two-mode.graphml", "gephi/two-mode.report.txt", two_mode); },
      [&] { return graph_file("gephi/actors.graphml", "gephi/actors.report.txt", actors); },
      [&] {
        return graph_file("gephi/knowledge.gexf", "gephi/knowledge.gexf.report.txt", knowledge);
      }};
  std::vector<std::optional<Expected<std::vector<File>>>> made(makers.size());
  for_chunks(context.loop(makers.size()),
             [&](std::size_t k, std::size_t) { made[k] = makers[k](); });
  for (const auto& some : made) {
    if (!*some) return some->error();
    for (const File& file : **some) {
      if (Diagnostics problems = files.add(file); !problems.empty()) return problems;
    }
  }
  Manifest manifest{.version = std::string(version()),
                    .data_set = graph.name(),
                    .data_digest = graph.digest(),
                    .inputs = {},
                    .outputs = files.digests(),
                    .projection = study.projection,
                    .effort = command.run_options.effort,
                    .seed = command.run_options.seed,
                    .overruled_claims = study.views.back().all.overruled,
                    .seconds = std::move(clock).seconds()};
  for (const io::InputFile& input : data.files)
    manifest.inputs.emplace_back(input.name, input.sha256);
  return files.folder().write("manifest.json", manifest_json(manifest));
}

Status execute(const AnalyzeCommand& command, const Session& session) {
  Context context = command.run_options.context(session.stop);
  const Projection wanted = command.projection.applied_to({});
  StepClock clock;
  clock.step("read");
  const auto opened =
      open_data_set(find_data_set(command.data_set, command.projection.dataset), command.data_set,
                    command.projection, wanted, command.quiet, session.stop);
  if (!opened) {
    complain(opened.error());
    return Status::input_wrong;
  }
  const io::DataSet& data = opened->data;
  auto output = io::OutputFolder::create(command.out);
  if (!output) {
    complain(output.error());
    return Status::input_wrong;
  }
  Files files(*std::move(output));

  std::optional<Expected<Study>> study;
  {
    Progress progress(command.quiet);
    const auto draw = progress.callback();
    context.progress = [&](std::string_view step, double done, double total) {
      clock.step(step);
      if (draw) draw(step, done, total);
    };
    study = run_study(data.graph, opened->projection, context);
    context.progress = {};  // ends with the line that it draws
  }
  if (!*study) {
    complain(study->error());
    return Status::input_wrong;
  }
  context.check_stop();
  clock.step("write");
  Diagnostics problems = write_files(data, **study, command, context, files, clock);
  context.check_stop();
  if (problems.empty()) problems = files.folder().commit();
  if (!problems.empty()) {
    complain(problems);
    return problems.front().code == "F202" ? Status::stopped : Status::input_wrong;
  }
  std::string text = story(data.graph, **study, columns_of(Stream::out));
  const bool no_pairs = (*study)->views.back().backbone.pairs.empty();
  text += wrapped(
      "",
      "Effort " + command.run_options.effort + ", seed " +
          std::to_string(command.run_options.seed) + ". Written to " + command.out +
          (no_pairs ? "; actors.graphml has nodes alone." : " (results.json, tables/, gephi/)."),
      columns_of(Stream::out));
  return emit(text, "");
}

}  // namespace

Command analyze_command() {
  return {
      .name = "analyze",
      .summary = "the batch run: coalitions, absences, brokers, and files for Gephi",
      .examples = {"entente analyze", "entente analyze cyber-norms --as-of 2018-12-31 --out 2018",
                   "entente analyze --dates certain --effort quick"},
      .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
        auto command = std::make_shared<AnalyzeCommand>();
        app.add_option("DATASET", command->data_set,
                       "a data set by its folder or name (default cyber-norms)");
        add_projection_options(app, command->projection);
        add_run_options(app, command->run_options);
        app.add_option("--out", command->out, "the folder to write (default entente-out)")
            ->type_name("DIR")
            ->group("Output");
        app.add_flag("--quiet", command->quiet, "no progress, no notes")->group("Output");
        return [command](const Session& session) { return execute(*command, session); };
      }};
}

}  // namespace entente::cli
