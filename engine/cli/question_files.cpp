// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/question_files.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/io/bytes.hpp"
#include "engine/question/read_question.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

Expected<Question> read_file(const std::string& path) {
  auto bytes = io::read_bytes(path);
  if (!bytes) return bytes.error();
  return read_question(*std::move(bytes), path);
}

void add_from(const fs::path& data_set, QuestionFolder& known) {
  std::vector<fs::path> files;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(data_set / "questions", problem)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    auto question = read_file(file.string());
    if (!question) {
      known.broken.emplace_back(file.stem().string(), question.error());
      continue;
    }
    const bool there = std::any_of(known.questions.begin(), known.questions.end(),
                                   [&](const Question& other) { return other.id == question->id; });
    if (!there) known.questions.push_back(*std::move(question));
  }
}

}  // namespace

Diagnostics broken_questions(const std::string& data_set) {
  QuestionFolder known;
  add_from(data_set, known);
  Diagnostics all;
  for (const auto& [stem, problems] : known.broken)
    all.insert(all.end(), problems.begin(), problems.end());
  return all;
}

QuestionFolder questions_for(const std::string& data_set, const std::string& folder) {
  QuestionFolder known;
  if (!data_set.empty()) add_from(data_set, known);
  const auto shipped = find_data_set("cyber-norms", folder);
  std::error_code problem;
  if (shipped && (data_set.empty() || !fs::equivalent(*shipped, data_set, problem)))
    add_from(*shipped, known);
  return known;
}

Expected<Question> question_named(const std::string& name, const QuestionFolder& known) {
  if (name.ends_with(".json") || name.find('/') != std::string::npos) return read_file(name);
  std::vector<std::string> names;
  for (const Question& question : known.questions) {
    if (question.id == name) return question;
    names.push_back(question.id);
  }
  for (const auto& [stem, problems] : known.broken) {
    if (stem == name) return problems;
  }
  std::string all;
  for (const std::string& id : names) all += (all.empty() ? "" : ", ") + id;
  throw CommandLineError{{error("C120", "no question '" + name + "'",
                                did_you_mean(name, names, "there are " + all + "; or a file"))}};
}

}  // namespace entente::cli
