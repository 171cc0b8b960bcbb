// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/data_set_view.hpp"

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/projection/file_view.hpp"
#include "engine/projection/graph_file.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente::cli {
namespace {

Input two_mode_input(const KnowledgeGraph& graph, const Projection& projection) {
  TwoMode two_mode = project_two_mode(graph, projection);
  Projection asked = projection;
  asked.as_of = two_mode.day;
  Diagnostics notes{note("C206", "view: " + to_text(asked))};
  const auto count = [](std::uint64_t n, const char* one, const char* many) {
    return std::to_string(n) + ' ' + (n == 1 ? one : many);
  };
  if (two_mode.only_possible > 0) {
    notes.push_back(note("C207",
                         count(two_mode.only_possible, "stance is", "stances are") +
                             " only possibly held on that day",
                         "--dates certain leaves them out"));
  }
  if (two_mode.overruled > 0) {
    notes.push_back(note("C208", count(two_mode.overruled, "claim was", "claims were") +
                                     " overruled by a claim that contradicts it"));
  }
  if (two_mode.unknown + two_mode.impossible > 0) {
    notes.push_back(note("C209", "cells: " + std::to_string(two_mode.known) + " known, " +
                                     std::to_string(two_mode.unknown) + " unknown, " +
                                     std::to_string(two_mode.impossible) + " impossible"));
  }
  return {std::move(two_mode.view), std::move(notes)};
}

}  // namespace

Expected<Input> read_data_set_view(const std::string& folder, const std::string& view,
                                   const ProjectionOptions& options,
                                   std::span<const std::string> columns,
                                   const std::stop_token& stop) {
  const std::string name = view.empty() || view == "two-mode" ? "actors" : view;
  const auto named = projection_named(name);
  if (!named && name != "knowledge") {
    const std::vector<std::string> names{"states", "companies", "actors", "knowledge"};
    throw CommandLineError{{error("C104", "--view is '" + view + "'",
                                  did_you_mean(view, names,
                                               "states, companies, actors (two-mode) "
                                               "or knowledge"))}};
  }
  Projection projection = options.applied_to(named.value_or(Projection{}));
  const auto data = io::read_data_set(folder, stop);
  if (!data) return data.error();
  const auto asked = on_data_set(projection, *data);
  if (!asked) return asked.error();
  if (named) return two_mode_input(data->graph, *asked);
  projection.name = "every node and relation of " + data->graph.name();
  // Most relations take no stance, so the graph as a whole has no signs.
  const PropertyGraph file = knowledge_file(data->graph, Flavour::bare, projection).file;
  auto whole = view_of(file, {.columns = columns, .file = folder});
  if (!whole) return whole.error();
  Diagnostics notes{note("C206", "view: " + to_text(projection))};
  return Input{std::move(whole->view), std::move(notes)};
}

}  // namespace entente::cli
