// SPDX-License-Identifier: Apache-2.0
// entente export INPUT FILE: a graph file or a view of a data set in the format that the ending of
// FILE names.
#include <algorithm>
#include <memory>

#include "engine/base/parallel.hpp"
#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/io/atomic_file.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/io/read_graph.hpp"
#include "engine/io/write_edge_list.hpp"
#include "engine/io/write_graphml.hpp"
#include "engine/io/write_node_link.hpp"
#include "engine/projection/graph_file.hpp"
#include "engine/study/backbone.hpp"

namespace entente::cli {
namespace {

struct ExportCommand {
  std::string input, file, nodes;
  std::string view = "knowledge", flavour = "claims";
  bool directed = false, quiet = false;
  ProjectionOptions projection;
};

// What a reader of the file has to know.
struct Written {
  Diagnostics notes;
};
using Writer = Expected<Written> (*)(const PropertyGraph&, const io::Sink&, const std::string&);

Expected<Written> as_graphml(const PropertyGraph& graph, const io::Sink& sink,
                             const std::string& file) {
  const auto report = io::write_graphml(graph, sink);
  if (!report) return report.error();
  return Written{report->notes(file)};
}

Expected<Written> as_node_link(const PropertyGraph& graph, const io::Sink& sink,
                               const std::string&) {
  return Written{io::write_node_link(graph, sink)};
}

Expected<Written> as_edge_list(const PropertyGraph& graph, const io::Sink& sink,
                               const std::string&) {
  return Written{io::write_edge_list(graph, sink)};
}

Expected<Written> as_node_list(const PropertyGraph& graph, const io::Sink& sink,
                               const std::string&) {
  return Written{io::write_node_list(graph, sink)};
}

Writer writer_for(const std::string& file) {
  // The longest ending first.
  constexpr std::pair<std::string_view, Writer> writers[] = {{".nodes.csv", as_node_list},
                                                             {".edges.csv", as_edge_list},
                                                             {".graphml", as_graphml},
                                                             {".json", as_node_link},
                                                             {".csv", as_edge_list}};
  for (const auto& [ending, writer] : writers) {
    if (file.ends_with(ending)) return writer;
  }
  throw CommandLineError{
      {error("C110", "the ending of '" + file + "' names no format to write",
             "known are .graphml, .json (node-link), .csv or .edges.csv (edge list) and "
             ".nodes.csv")}};
}

Flavour flavour_named(const std::string& name) {
  if (name == "claims") return Flavour::claims;
  if (name == "gephi") return Flavour::gephi;
  throw CommandLineError{{error("C104", "--flavour is '" + name + "', expected claims or gephi",
                                did_you_mean(name, {"claims", "gephi"}))}};
}

// The graph of a data set's view, and in words what it shows.
struct Part {
  PropertyGraph graph;
  std::string shows;
};

Expected<Part> from_data_set(const std::string& folder, const ExportCommand& command,
                             const std::stop_token& stop) {
  const Flavour flavour = flavour_named(command.flavour);
  const std::vector<std::string> views{"knowledge", "two-mode", "actors"};
  if (std::find(views.begin(), views.end(), command.view) == views.end()) {
    throw CommandLineError{
        {error("C104", "--view is '" + command.view + "', expected knowledge, two-mode or actors",
               did_you_mean(command.view, views))}};
  }
  Projection wanted = command.projection.applied_to(actors_projection());
  const auto data = io::read_data_set(folder);
  if (!data) return data.error();
  const auto projection = on_data_set(wanted, *data);
  if (!projection) return projection.error();
  if (command.view == "knowledge") {
    wanted.name = "every node and claim";
    return Part{knowledge_file(data->graph, flavour, wanted).file, to_text(wanted)};
  }
  const std::string shows = to_text(*projection);
  const TwoMode all = project_two_mode(data->graph, *projection);
  if (command.view == "two-mode") return Part{two_mode_file(data->graph, all).file, shows};
  const TwoMode core = core_of(all, data->graph);
  Context context;
  context.stop = stop;
  const auto backbone = find_backbone(bipartite::Incidence(core.view), context);
  if (!backbone) return backbone.error();
  return Part{backbone_file(data->graph, core, *backbone), shows};
}

Expected<Part> from_graph_file(const ExportCommand& command) {
  command.projection.refuse_all("a data set; the input is a graph file");
  auto read = io::read_graph(command.input, command.nodes);
  if (!read) return read.error();
  if (!command.quiet) complain(read->notes);
  if (command.directed) read->graph.directed = true;
  return Part{std::move(read->graph), {}};
}

Status refuse(const Diagnostics& problems) {
  complain(problems);
  const bool midway = !problems.empty() && problems.front().code == "F202";
  return midway ? Status::stopped : Status::input_wrong;
}

Status execute(const ExportCommand& command, const Session& session) {
  if (command.input.empty() || command.file.empty()) {
    throw CommandLineError{
        {error("C107", command.input.empty() ? "no input given" : "no file given",
               "entente export INPUT FILE")}};
  }
  const Writer writer = writer_for(command.file);
  const auto folder = find_data_set(command.input, command.projection.dataset);
  auto part =
      folder ? from_data_set(folder->string(), command, session.stop) : from_graph_file(command);
  if (!part) return refuse(part.error());
  PropertyGraph& graph = part->graph;
  Diagnostics notes;
  if (!part->shows.empty()) {
    graph.facts.emplace_back("projection", part->shows);
    notes.push_back(note("C206", "view: " + part->shows));
  }
  auto file = io::AtomicFile::create(command.file);
  if (!file) return refuse(file.error());
  const auto sink = [&](std::string_view piece) {
    if (session.stop.stop_requested()) throw Stopped{};
    file->write(piece);
  };
  const auto written = writer(graph, sink, command.file);
  if (!written) return refuse(written.error());
  if (const Diagnostics problems = file->commit(); !problems.empty()) return refuse(problems);
  notes.insert(notes.end(), written->notes.begin(), written->notes.end());
  if (!command.quiet) complain(notes);
  return Status::done;
}

}  // namespace

Command export_command() {
  return {.name = "export",
          .summary = "writes a graph file or a view of a data set in another format",
          .examples = {"entente export cyber-norms knowledge.graphml --flavour gephi",
                       "entente export cyber-norms signed.csv --view two-mode --as-of 2018-12-31",
                       "entente export network.graphml network.json"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto command = std::make_shared<ExportCommand>();
            app.add_option("INPUT", command->input,
                           "a data set by its folder or name; or a graph file");
            app.add_option("FILE", command->file,
                           "what is written: .graphml, .json (node-link), .csv or .edges.csv (edge "
                           "list), .nodes.csv");
            app.add_option(
                   "--view", command->view,
                   "knowledge (every node and claim; the default), two-mode (actors and what they "
                   "took a stance on) or actors (pairs that share more than chance gives)")
                ->type_name("knowledge|two-mode|actors")
                ->group("Data sets");
            app.add_option(
                   "--flavour", command->flavour,
                   "claims (an edge for each claim; the default) or gephi (an edge for each "
                   "relation, since Gephi merges the rest)")
                ->type_name("claims|gephi")
                ->group("Data sets");
            add_projection_options(app, command->projection);
            app.add_option("--nodes", command->nodes, "CSV with the nodes of an edge list")
                ->type_name("FILE")
                ->group("Graph files");
            app.add_flag("--directed", command->directed, "the edges of a .csv have a direction")
                ->group("Graph files");
            app.add_flag("--quiet", command->quiet, "no notes")->group("Output");
            return [command](const Session& session) { return execute(*command, session); };
          }};
}

}  // namespace entente::cli
