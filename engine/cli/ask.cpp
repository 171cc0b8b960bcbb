// SPDX-License-Identifier: Apache-2.0
// entente ask [QUESTION...]: answers research questions, by name or as files.
#include "engine/question/ask.hpp"

#include <algorithm>
#include <memory>

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/one_table.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/cli/question_files.hpp"
#include "engine/cli/run_options.hpp"
#include "engine/cli/terminal.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/projection/check_projection.hpp"
#include "engine/question/read_question.hpp"
#include "engine/report/answer_json.hpp"
#include "engine/report/answer_markdown.hpp"
#include "engine/report/answer_text.hpp"

namespace entente::cli {
namespace {

enum class Face { table, csv, json, md };

struct AskCommand {
  std::vector<std::string> questions;
  bool list = false, schema = false, parts = false;
  std::string table, from, to;
  ProjectionOptions projection;
  const CLI::Option* dates_option = nullptr;
  RunOptions run_options;
  OutputOptions output;

  Face face() const {
    if (output.format == "md" || (output.format.empty() && output.out.ends_with(".md")))
      return Face::md;
    static const std::vector<std::string> names{"text", "table", "md", "csv", "json"};
    if (!output.format.empty() &&
        std::find(names.begin(), names.end(), output.format) == names.end()) {
      throw CommandLineError{
          {error("C104", "--format is '" + output.format + "', expected text, md, csv or json",
                 did_you_mean(output.format, names))}};
    }
    switch (output.chosen()) {
      case Format::csv:
        return Face::csv;
      case Format::json:
        return Face::json;
      case Format::table:
        break;
    }
    return Face::table;
  }
  std::size_t width() const { return output.out.empty() ? columns_of(Stream::out) : 80; }
};

// In quotes where a shell would read it otherwise.
std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_not_of(
                                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123"
                                          "456789-_./,:=+@%") == std::string::npos;
  if (plain) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

// The command that gives the answer again; what stands for its default only where it may change.
std::string command_for(const std::string& question, const AskCommand& command) {
  std::string text = "entente ask " + quoted(question);
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += std::string(" ") + name + " " + quoted(value);
  };
  const ProjectionOptions& p = command.projection;
  add("--dataset", p.dataset);
  add("--from", command.from);
  add("--to", command.to);
  add("--as-of", p.as_of);
  add("--known-by", p.known_by);
  if (command.dates_option->count() > 0) add("--dates", p.dates);
  add("--kinds", p.kinds);
  add("--items", p.items);
  add("--countries", p.countries);
  add("--without", p.without);
  add("--effort", command.run_options.effort);
  add("--seed", std::to_string(command.run_options.seed));
  return text;
}

Status list_questions(const AskCommand& command, Face face) {
  const auto folder = usual_data_set(command.projection.dataset);
  const QuestionFolder known =
      questions_for(folder ? folder->string() : std::string(), command.projection.dataset);
  for (const auto& [name, problems] : known.broken) complain(problems);
  if (!known.broken.empty()) return Status::input_wrong;
  return emit(face == Face::json ? questions_json(known.questions)
                                 : questions_text(known.questions, command.width()),
              command.output.out);
}

std::string shown(const KnowledgeGraph& graph, const std::vector<QuestionAnswer>& answers,
                  const AskCommand& command, Face face) {
  if (face == Face::json) return answers_json(graph, answers);
  if (face == Face::csv) {
    const auto& tables = answers.front().tables;
    return tables.empty() ? std::string() : table_as_csv(tables, command.table);
  }
  std::string text;
  for (const QuestionAnswer& answer : answers) {
    if (!text.empty()) text += '\n';
    text += face == Face::md ? answer_markdown(graph, answer)
                             : answer_text(graph, answer, command.width());
  }
  return text;
}

Status answer_questions(const AskCommand& command, Face face, const Session& session) {
  Context context = command.run_options.context(session.stop);
  Asking asking;
  asking.projection = command.projection.applied_to({});
  asking.dates_given = command.dates_option->count() > 0;
  asking.from = read_day("--from", command.from);
  asking.to = read_day("--to", command.to);
  if (asking.from && asking.to && *asking.to < *asking.from)
    throw CommandLineError{{error("C104", "--to is before --from", "exchange them")}};
  if (face == Face::csv && command.questions.size() > 1)
    throw CommandLineError{{error("C104", "csv holds one table of one answer",
                                  "ask one question at a time, or take --format json")}};
  const auto folder = usual_data_set(command.projection.dataset);
  const QuestionFolder known =
      questions_for(folder ? folder->string() : std::string(), command.projection.dataset);
  std::vector<Question> questions;
  Diagnostics problems;
  for (const std::string& name : command.questions) {
    auto question = question_named(name, known);
    if (!question) {
      problems.insert(problems.end(), question.error().begin(), question.error().end());
      continue;
    }
    if ((asking.from || asking.to) && question->part != "changes")
      throw CommandLineError{{error("C109", "--from and --to belong to questions about changes",
                                    "--as-of names the day of '" + name + "'")}};
    questions.push_back(*std::move(question));
  }
  if (!folder && problems.empty())
    problems = {no_data_set("cyber-norms", command.projection.dataset)};
  if (!problems.empty()) {
    complain(problems);
    return Status::input_wrong;
  }
  const auto data = io::read_data_set(folder->string(), session.stop);
  if (!data) {
    complain(data.error());
    return Status::input_wrong;
  }
  if (!command.output.quiet) complain(data->notes);
  problems = problems_of(asking.projection, data->graph);
  asking.reference_day = usual_day(asking.projection, *data);
  std::vector<QuestionAnswer> answers;
  {
    Progress progress(command.output.quiet);
    context.progress = progress.callback();
    for (std::size_t k = 0; k < questions.size() && problems.empty(); ++k) {
      asking.command = command_for(command.questions[k], command);
      auto answer = ask(data->graph, questions[k], asking, context);
      if (!answer) {
        problems = answer.error();
        break;
      }
      answers.push_back(*std::move(answer));
    }
  }
  context.check_stop();
  if (!problems.empty()) {
    complain(problems);
    return Status::input_wrong;
  }
  return emit(shown(data->graph, answers, command, face), command.output.out);
}

Status execute(const AskCommand& command, const Session& session) {
  const Face face = command.face();
  if (command.schema) return emit(question_schema(), command.output.out);
  if (command.parts) return emit(parts_text(command.width()), command.output.out);
  const std::string& named = command.projection.dataset;
  if (!named.empty() && !usual_data_set(named)) {
    complain({no_data_set("cyber-norms", named)});
    return Status::input_wrong;
  }
  if (command.list || command.questions.empty()) return list_questions(command, face);
  return answer_questions(command, face, session);
}

}  // namespace

Command ask_command() {
  return {
      .name = "ask",
      .summary =
          "answers research questions: the finding, how sure it is, what would change it, "
          "and the claims behind it",
      .examples = {"entente ask --list", "entente ask coalitions",
                   "entente ask missing --as-of 2018-12-31",
                   "entente ask brokers --kinds company,state",
                   "entente ask my-question.json --format json"},
      .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
        auto command = std::make_shared<AskCommand>();
        app.add_option("QUESTION", command->questions,
                       "questions by name, or files; none: the list of questions");
        app.add_flag("--list", command->list, "the questions that can be asked by name")
            ->group("Questions");
        app.add_flag("--schema", command->schema, "the JSON Schema of question files")
            ->group("Questions");
        app.add_flag("--parts", command->parts,
                     "what a question can be made of: parts, their parameters and slots")
            ->group("Questions");
        for (const auto& [name, value, help] :
             {std::tuple{"--from", &command->from, "the earlier day of a question about changes"},
              std::tuple{"--to", &command->to, "the later day"}}) {
          app.add_option(name, *value, help)->type_name("DATE")->group("Questions");
        }
        add_projection_options(app, command->projection);
        command->dates_option = app.get_option("--dates");
        add_run_options(app, command->run_options);
        add_output_options(app, command->output);
        app.get_option("--format")
            ->type_name("text|md|csv|json")
            ->description(
                "text is for eyes (the default), md a report, json complete and stable, csv one "
                "table");
        app.add_option("--table", command->table, "the table that csv prints (default: the first)")
            ->type_name("NAME")
            ->group("Output");
        return [command](const Session& session) { return execute(*command, session); };
      }};
}

}  // namespace entente::cli
