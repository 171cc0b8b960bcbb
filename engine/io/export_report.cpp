// SPDX-License-Identifier: Apache-2.0
#include "engine/io/export_report.hpp"

namespace entente::io {

void ExportReport::add_counts(const ExportReport& part) noexcept {
  constexpr std::size_t ExportReport::*counts[] = {&ExportReport::nodes,
                                                   &ExportReport::edges,
                                                   &ExportReport::changed_ids,
                                                   &ExportReport::repeated_ids,
                                                   &ExportReport::replaced_characters,
                                                   &ExportReport::omitted_numbers,
                                                   &ExportReport::long_integers,
                                                   &ExportReport::infinity_texts,
                                                   &ExportReport::null_texts,
                                                   &ExportReport::rounded_weights,
                                                   &ExportReport::merged_parallels};
  for (const auto count : counts) this->*count += part.*count;
}

Diagnostics ExportReport::notes(const std::string& file) const {
  Diagnostics notes;
  const auto add = [&](const char* code, std::size_t count, const std::string& what,
                       const char* hint = "") {
    if (count > 0)
      notes.push_back(note(code, std::to_string(count) + ' ' + what, hint, {file, 0, 0}));
  };
  add("E201", changed_ids,
      "ids hold characters that some readers change, or stand twice, and were rewritten",
      "the originals are in the attribute 'original_id'");
  add("E216", repeated_ids, "edges share their id with an earlier one, and got a number behind it",
      "Gephi knows an edge by its id");
  add("E202", replaced_characters, "characters that XML cannot hold were replaced by U+FFFD");
  add("E203", omitted_numbers, "numbers that are infinite or not a number were left out");
  add("E204", long_integers, "integers beyond 2^53 are written as text",
      "most readers would round them");
  for (const auto& [from, to] : renamed_attributes) {
    notes.push_back(note("E205", "the attribute '" + from + "' is written as '" + to + "'",
                         "readers give the name a meaning of its own, or change its case",
                         {file, 0, 0}));
  }
  add("E206", infinity_texts, "texts hold 'INF', which Gephi reads as 'Infinity'",
      "labels and ids keep their spelling");
  add("E207", null_texts, "texts are blank or 'null', which Gephi reads as absent");
  add("E208", rounded_weights, "weights are whole numbers that Gephi's 32 bits round");
  add("E209", merged_parallels,
      "edges repeat a source, a target and a relation; Gephi merges them unless told otherwise",
      "in its import report choose how, or 'Don't merge'");
  for (Diagnostic remark : remarks) {
    remark.where = {file, 0, 0};
    notes.push_back(std::move(remark));
  }
  return notes;
}

std::string ExportReport::text(const std::string& file) const {
  std::string lines =
      file + ": " + std::to_string(nodes) + " nodes, " + std::to_string(edges) + " edges\n";
  for (const Diagnostic& diagnostic : notes(file)) lines += to_text(diagnostic) + '\n';
  return lines;
}

}  // namespace entente::io
