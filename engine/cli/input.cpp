// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/input.hpp"

#include <filesystem>
#include <utility>
#include <vector>

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/cli/data_sets.hpp"
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

Expected<Input> read_graph_file(const std::string& input, const InputOptions& options,
                                const WantedInput& wanted) {
  const WeightRole role = weight_role(options.weight, wanted.default_weight_role);
  Diagnostics problems;
  HiddenCells hidden;
  if (!options.mask.empty()) {
    if (auto cells = io::read_hidden_cells_file(options.mask, wanted.stop)) {
      hidden = *std::move(cells);
    } else {
      problems = cells.error();
    }
  }
  auto file = io::read_graph(input, options.nodes, wanted.stop);
  if (!file) problems.insert(problems.end(), file.error().begin(), file.error().end());
  if (!problems.empty()) return problems;
  FileViewOptions view_options{.weight = role,
                               .hidden = options.mask.empty() ? nullptr : &hidden,
                               .columns = wanted.columns,
                               .days = wanted.days,
                               .file = input,
                               .edge_lines = file->edge_lines};
  if (options.directed || options.undirected) view_options.directed = options.directed;
  auto view = view_of(file->graph, view_options);
  if (!view) return view.error();
  Diagnostics notes = std::move(file->notes);
  notes.insert(notes.end(), view->notes.begin(), view->notes.end());
  if (options.weight.empty() && role == WeightRole::strength && view->view.has_weights()) {
    notes.push_back(note("C212", "the weights are taken as strengths, as this method does",
                         "--weight ignore counts each edge as 1"));
  }
  return Input{std::move(view->view), std::move(notes)};
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
                 "what weights mean (default: as the method's card says, ignore for most)")
      ->type_name("strength|distance|ignore")
      ->group(group);
  app.add_option("--mask", options.mask,
                 "CSV with actor, item and why: cells that could not be seen")
      ->type_name("FILE")
      ->group(group);
  app.add_option("--view", options.view,
                 "states, companies or actors (two-mode: with what they took a stance on; the "
                 "default is actors) or knowledge (every node and relation; the default of methods "
                 "that need one mode)")
      ->type_name("actors|states|companies|knowledge")
      ->group("Data sets");
  add_projection_options(app, options.projection);
}

Expected<Input> read_input(const std::string& input, const InputOptions& options,
                           const WantedInput& wanted) {
  if (options.directed && options.undirected) {
    throw CommandLineError{{error("C108", "--directed and --undirected exclude each other")}};
  }
  const ProjectionOptions& part = options.projection;
  if (const auto folder = find_data_set(input, part.dataset)) {
    refuse_strangers({{"--nodes", !options.nodes.empty()},
                      {"--mask", !options.mask.empty()},
                      {"--weight", !options.weight.empty()},
                      {"--directed", options.directed},
                      {"--undirected", options.undirected}},
                     "a graph file; the input is a data set");
    const std::string& view = options.view.empty() ? wanted.default_view : options.view;
    return read_data_set_view(folder->string(), view, part, wanted.columns, wanted.stop);
  }
  // A name without an ending cannot be a file of any format.
  const std::filesystem::path path(input);
  if (path.extension().empty() && !std::filesystem::is_regular_file(path)) {
    return no_data_set(input, part.dataset);
  }
  const char* const belong = "a data set; the input is a graph file";
  refuse_strangers({{"--view", !options.view.empty()}}, belong);
  part.refuse_all(belong);
  return read_graph_file(input, options, wanted);
}

Expected<TextTable> read_table(const std::string& path, const std::stop_token& stop) {
  if (!path.ends_with(".csv") && !path.ends_with(".csv.gz")) {
    return error("C211", "the method reads a table, and this is none", "give it a .csv file",
                 {path, 0, 0});
  }
  auto table = io::read_table(path, stop);
  if (!table) return table.error();
  return TextTable{.file = path,
                   .header = std::move(table->header),
                   .rows = std::move(table->rows),
                   .lines = std::move(table->lines)};
}

}  // namespace entente::cli
