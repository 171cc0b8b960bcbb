// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/run.hpp"

#include "engine/base/digest.hpp"
#include "engine/graph/split_signs.hpp"

namespace entente {
namespace {

std::string quoted(std::string_view id) { return "'" + std::string(id) + "'"; }

Diagnostics misfits(const Analysis& analysis, const View& view) {
  Diagnostics problems;
  const std::string id = quoted(analysis.method.id);
  if (analysis.on_view == nullptr) {
    problems.push_back(error("R101", id + " reads a table, not a graph", "give it a .csv table"));
    return problems;
  }
  if (analysis.needs.two_mode && !view.two_mode()) {
    problems.push_back(
        error("R102", id + " needs a two-mode graph (actors and items)",
              "mark the vertices with mode = actor or item, in the file or with --nodes"));
  }
  if (analysis.needs.one_mode && view.two_mode()) {
    problems.push_back(
        error("R103", id + " needs a one-mode graph", "project the two-mode graph first"));
  }
  if (analysis.needs.undirected && view.directed()) {
    problems.push_back(
        error("R104", id + " needs an undirected graph", "--undirected ignores the directions"));
  }
  if (!analysis.needs.honours_mask && view.mask() != nullptr) {
    problems.push_back(
        error("R105", id + " would read cells that could not be seen as zeros and refuses to",
              "use a method that honours the mask, or a file without one"));
  }
  return problems;
}

std::string counted(std::uint32_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// The notes say what became of the signs.
View endorsements(const View& view, Diagnostics& notes) {
  SplitSigns split = split_signs(view);
  if (split.roll_calls > 0) {
    notes.push_back(
        note("R110", counted(split.roll_calls, "roll call", "roll calls") +
                         " became a yes and a no item each; an abstention is 0 in both, and the "
                         "cells of those who did not vote are unknown"));
  }
  if (split.contradictions > 0) {
    notes.push_back(warning(
        "R111", counted(split.contradictions, "answer contradicts", "answers contradict") +
                    " another one of the same actor on the same item and counts as unknown"));
  }
  if (split.left_out > 0) {
    notes.push_back(note(
        "R113", counted(split.left_out, "edge", "edges") +
                    " left out: to decline or to oppose what is no roll call is no tie to it"));
  }
  return std::move(split.view);
}

// A weight in a sense in which the method does not read it.
void note_unused_weights(const Analysis& analysis, const View& view, Diagnostics& notes) {
  const WeightRole role = view.weight_role();
  const bool used =
      role == WeightRole::strength ? analysis.needs.strengths : analysis.needs.distances;
  if (!view.has_weights() || role == WeightRole::ignore || used) return;
  notes.push_back(note("R112", quoted(analysis.method.id) + " does not read weights as " +
                                   (role == WeightRole::strength ? "strengths" : "distances") +
                                   "; each edge counts as 1"));
}

Result stamp(const Analysis& analysis, Params params, const Context& context, Outcome outcome) {
  Result result;
  result.method = analysis.method;
  result.params = std::move(params);
  result.seed = context.seed;
  result.tables = std::move(outcome.tables);
  result.notes = std::move(outcome.notes);
  return result;
}

}  // namespace

std::size_t row_count(const Table& table) {
  if (table.columns.empty()) return 0;
  return std::visit([](const auto& cells) { return cells.size(); }, table.columns.front().cells);
}

Expected<Result> run(const Analysis& analysis, const View& view, const Params& given,
                     const Context& context) {
  Diagnostics notes;
  const bool split = analysis.needs.endorsements && view.two_mode() && view.has_signs();
  const View read = split ? endorsements(view, notes) : view;
  Diagnostics problems = misfits(analysis, read);
  auto params = complete(given, analysis.params);
  if (!params) problems.insert(problems.end(), params.error().begin(), params.error().end());
  if (!problems.empty()) return problems;
  note_unused_weights(analysis, read, notes);
  auto outcome = analysis.on_view(read, *params, context);
  if (!outcome) return outcome.error();
  Result result = stamp(analysis, *std::move(params), context, *std::move(outcome));
  result.notes.insert(result.notes.begin(), notes.begin(), notes.end());
  result.input_digest = view.digest();
  result.nodes = view.vertex_count();
  result.edges = view.edge_count();
  result.view = read;
  return result;
}

Expected<Result> run(const Analysis& analysis, const TextTable& table, const Params& given,
                     const Context& context) {
  if (analysis.on_table == nullptr) {
    return error("R106", quoted(analysis.method.id) + " reads a graph, not a table",
                 "give it a .graphml, .json or edge-list .csv file");
  }
  auto params = complete(given, analysis.params);
  if (!params) return params.error();
  auto outcome = analysis.on_table(table, *params, context);
  if (!outcome) return outcome.error();
  Result result = stamp(analysis, *std::move(params), context, *std::move(outcome));
  Digest digest;
  for (const auto& name : table.header) digest.add(name).add(",");
  for (const auto& row : table.rows) {
    digest.add("\n");
    for (const auto& cell : row) digest.add(cell).add(",");
  }
  result.input_digest = digest.hex();
  result.nodes = static_cast<std::uint32_t>(table.rows.size());
  return result;
}

}  // namespace entente
