// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/input.hpp"

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/io/csv.hpp"
#include "engine/io/read_graph.hpp"
#include "engine/projection/file_view.hpp"

namespace entente::cli {
namespace {

WeightRole weight_role(const std::string& word, WeightRole otherwise) {
  if (word.empty()) return otherwise;
  if (word == "ignore") return WeightRole::ignore;
  if (word == "strength") return WeightRole::strength;
  if (word == "distance") return WeightRole::distance;
  throw CommandLineError{
      {error("C104", "--weight is '" + word + "', expected strength, distance or ignore",
             did_you_mean(word, {"strength", "distance", "ignore"}))}};
}

}  // namespace

void add_input_options(CLI::App& app, InputOptions& options) {
  const std::string group = "Graph files";
  app.add_option("--nodes", options.nodes,
                 "CSV with id and perhaps mode (actor, item), kind, group: adds isolated nodes; a "
                 "mode makes the graph two-mode")
      ->type_name("FILE")
      ->group(group);
  app.add_flag("--directed", options.directed, "edges have a direction")->group(group);
  app.add_flag("--undirected", options.undirected,
               "edges have none (what a .csv means where nothing is said)")
      ->group(group);
  app.add_option("--weight", options.weight,
                 "strength, distance or ignore: what weights mean (default: as the method's card "
                 "says, ignore for most)")
      ->type_name("NAME")
      ->group(group);
  app.add_option("--mask", options.mask,
                 "CSV with actor, item and why: cells that could not be seen")
      ->type_name("FILE")
      ->group(group);
}

Expected<Input> read_input(const std::string& input, const InputOptions& options,
                           WeightRole default_weight_role) {
  if (options.directed && options.undirected) {
    throw CommandLineError{{error("C108", "--directed and --undirected exclude each other")}};
  }
  const WeightRole role = weight_role(options.weight, default_weight_role);
  Diagnostics problems;
  HiddenCells hidden;
  if (!options.mask.empty()) {
    if (auto cells = io::read_hidden_cells_file(options.mask)) {
      hidden = *std::move(cells);
    } else {
      problems = cells.error();
    }
  }
  auto file = io::read_graph(input, options.nodes);
  if (!file) problems.insert(problems.end(), file.error().begin(), file.error().end());
  if (!problems.empty()) return problems;
  FileViewOptions view_options{.weight = role,
                               .hidden = options.mask.empty() ? nullptr : &hidden,
                               .file = input,
                               .edge_lines = file->edge_lines};
  if (options.directed || options.undirected) view_options.directed = options.directed;
  auto view = view_of(file->graph, view_options);
  if (!view) return view.error();
  Diagnostics notes = std::move(file->notes);
  notes.insert(notes.end(), view->notes.begin(), view->notes.end());
  return Input{std::move(view->view), std::move(notes)};
}

Expected<TextTable> read_table(const std::string& path) {
  auto table = io::read_table(path);
  if (!table) return table.error();
  return TextTable{.file = path,
                   .header = std::move(table->header),
                   .rows = std::move(table->rows),
                   .lines = std::move(table->lines)};
}

}  // namespace entente::cli
