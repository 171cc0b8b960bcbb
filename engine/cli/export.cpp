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
#include "engine/cli/draw.hpp"
#include "engine/cli/export_files.hpp"
#include "engine/cli/graph_writers.hpp"
#include "engine/cli/output.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/io/read_graph.hpp"
#include "engine/io/signed_values.hpp"
#include "engine/io/write_claims.hpp"
#include "engine/io/write_pajek.hpp"
#include "engine/projection/graph_file.hpp"
#include "engine/study/backbone.hpp"

namespace entente::cli {
namespace {

struct ExportCommand {
  std::string input, file, nodes;
  std::string view, flavour;     // empty: as the format wants it; claims
  std::string layout, color_by;  // layout empty: no picture
  bool directed = false, quiet = false;
  ProjectionOptions projection;
};

Flavour flavour_named(const std::string& name) {
  if (name.empty() || name == "claims") return Flavour::claims;
  if (name == "gephi") return Flavour::gephi;
  throw CommandLineError{{error("C104", "--flavour is '" + name + "', expected claims or gephi",
                                did_you_mean(name, {"claims", "gephi"}))}};
}

// A graph with all that is to be said of it, and in words what part of a data set it shows.
struct Part {
  io::GraphFile file;
  std::string shows;
};

Part part_of(PropertyGraph graph, std::string shows) {
  return {.file = {.graph = std::move(graph), .file = {}, .edge_lines = {}, .notes = {}},
          .shows = std::move(shows)};
}

Expected<Part> from_data_set(const std::string& folder, const ExportCommand& command,
                             const std::string& view, const std::stop_token& stop) {
  const Flavour flavour = flavour_named(command.flavour);
  const std::vector<std::string> views{"knowledge", "two-mode", "actors"};
  if (std::find(views.begin(), views.end(), view) == views.end()) {
    throw CommandLineError{
        {error("C104", "--view is '" + view + "', expected knowledge, two-mode or actors",
               did_you_mean(view, views))}};
  }
  Projection wanted = command.projection.applied_to(actors_projection());
  const auto data = io::read_data_set(folder, stop);
  if (!data) return data.error();
  const auto projection = on_data_set(wanted, *data);
  if (!projection) return projection.error();
  if (view == "knowledge") {
    wanted.name = "every node and claim";
    return part_of(knowledge_file(data->graph, flavour, wanted).file, to_text(wanted));
  }
  const std::string shows = to_text(*projection);
  const TwoMode all = project_two_mode(data->graph, *projection);
  if (view == "two-mode") return part_of(two_mode_file(data->graph, all).file, shows);
  const TwoMode core = core_of(all, data->graph);
  Context context;
  context.stop = stop;
  const auto backbone = find_backbone(bipartite::Incidence(core.view), context);
  if (!backbone) return backbone.error();
  return part_of(backbone_file(data->graph, core, *backbone), shows);
}

// The claims themselves, for the formats that can say where each comes from. The notes go to
// `notes`.
Diagnostics write_data_set(const std::string& folder, const ExportCommand& command,
                           io::RdfSyntax syntax, const std::stop_token& stop, Diagnostics& notes) {
  refuse_strangers({{"--layout", !command.layout.empty()}, {"--flavour", !command.flavour.empty()}},
                   "a graph; the file holds claims");
  if (!command.view.empty() && command.view != "knowledge") {
    throw CommandLineError{
        {error("C109", "--view " + command.view + " belongs to a graph; the file holds claims",
               "linked data has the view knowledge alone")}};
  }
  Projection wanted = command.projection.applied_to(actors_projection());
  const auto data = io::read_data_set(folder, stop);
  if (!data) return data.error();
  if (const auto checked = on_data_set(wanted, *data); !checked) return checked.error();
  wanted.name = "every node and claim";
  const std::vector<NodeId> nodes = knowledge_file(data->graph, Flavour::bare, wanted).node;
  const std::vector<ClaimId> claims = shown_claims(data->graph, wanted, nodes);
  ExportFiles files(stop);
  const auto sink = files.open(command.file);
  if (!sink) return sink.error();
  const io::ExportReport report =
      io::write_claims(data->graph, {.nodes = nodes, .claims = claims}, syntax, *sink);
  notes = {note("C206", "view: " + to_text(wanted)),
           note("C213", std::to_string(report.nodes) + " nodes, " + std::to_string(report.edges) +
                            " claims")};
  const Diagnostics changed = report.notes(command.file);
  notes.insert(notes.end(), changed.begin(), changed.end());
  return files.commit(notes);
}

Expected<Part> from_graph_file(const ExportCommand& command, const std::stop_token& stop) {
  const char* const belong = "a data set; the input is a graph file";
  refuse_strangers({{"--view", !command.view.empty()}, {"--flavour", !command.flavour.empty()}},
                   belong);
  command.projection.refuse_all(belong);
  auto read = io::read_graph(command.input, command.nodes, stop);
  if (!read) return read.error();
  if (command.directed) read->graph.directed = true;
  return Part{*std::move(read), {}};
}

Status refuse(const Diagnostics& problems) {
  complain(problems);
  const bool midway = !problems.empty() && problems.front().code == "F202";
  return midway ? Status::stopped : Status::input_wrong;
}

// network.net.gz has its partition in network.clu.gz.
std::string partition_file(const std::string& file, const GraphFormat& format) {
  const std::size_t end = file.size() - (is_compressed(file) ? 3 : 0);
  return file.substr(0, end - format.ending.size()) + ".clu" + file.substr(end);
}

// Writes the graph, and its partition beside it where the format has one. Adds to its notes.
Diagnostics write(io::GraphFile& part, const GraphFormat& format, const std::string& path,
                  const std::stop_token& stop) {
  const PropertyGraph& graph = part.graph;
  ExportFiles files(stop);
  const auto sink = files.open(path);
  if (!sink) return sink.error();
  const auto report = format.write(graph, *sink);
  if (!report) return report.error();
  Diagnostics& notes = part.notes;
  notes.push_back(note("C213", std::to_string(report->nodes) + " nodes, " +
                                   std::to_string(report->edges) + " edges"));
  const Diagnostics changed = report->notes(path);
  notes.insert(notes.end(), changed.begin(), changed.end());
  const Attribute* classes = format.has_partition ? io::partition_attribute(graph) : nullptr;
  if (classes != nullptr) {
    const std::string beside = partition_file(path, format);
    const auto partition = files.open(beside);
    if (!partition) return partition.error();
    io::write_pajek_partition(graph, *classes, *partition);
    notes.push_back(
        note("C214", "the classes of the nodes by '" + classes->name + "' are in " + beside));
  }
  return files.commit(notes);
}

void check_picture(const ExportCommand& command, const GraphFormat& format) {
  if (!command.color_by.empty() && command.layout.empty()) {
    throw CommandLineError{
        {error("C109", "--color-by belongs to a picture", "add --layout forceatlas2")}};
  }
  if (!command.layout.empty() && !format.claims && !format.has_places) {
    throw CommandLineError{{error("C109", "--layout belongs to a format that has places for nodes",
                                  "such as .graphml, .gexf, .json, .net, .gml or .dot")}};
  }
}

Status execute(const ExportCommand& command, const Session& session) {
  if (command.input.empty() || command.file.empty()) {
    throw CommandLineError{
        {error("C107", command.input.empty() ? "no input given" : "no file given",
               "entente export INPUT FILE")}};
  }
  const GraphFormat& format = graph_format_of(command.file);
  check_picture(command, format);
  const std::string& named = command.projection.dataset;
  const auto folder = find_data_set(command.input, named);
  if (!named.empty() && !usual_data_set(named)) return refuse({no_data_set(command.input, named)});
  if (format.claims) {
    if (!folder) {
      throw CommandLineError{
          {error("C109", "the ending of '" + command.file + "' belongs to a data set",
                 "a graph file has no claims with sources")}};
    }
    Diagnostics notes;
    const Diagnostics problems =
        write_data_set(folder->string(), command, *format.claims, session.stop, notes);
    if (!problems.empty()) return refuse(problems);
    if (!command.quiet) complain(notes);
    return Status::done;
  }
  const std::string view = command.view.empty() ? std::string(format.default_view) : command.view;
  auto part = folder ? from_data_set(folder->string(), command, view, session.stop)
                     : from_graph_file(command, session.stop);
  if (!part) return refuse(part.error());
  io::GraphFile& file = part->file;
  if (!part->shows.empty()) {
    file.graph.facts.emplace_back("projection", part->shows);
    file.notes.push_back(note("C206", "view: " + part->shows));
  }
  if (!command.layout.empty()) {
    Context context;
    context.stop = session.stop;
    const Diagnostics problems =
        draw(file, {.layout = command.layout, .color_by = command.color_by}, context);
    if (!problems.empty()) return refuse(problems);
  }
  if (const std::size_t signs = io::count_signed_weights(file.graph);
      signs > 0 && format.positive_weights) {
    io::split_signed_weights(file.graph);
    file.notes.push_back(note("C215",
                              std::to_string(signs) +
                                  " weights are 0 or negative: the attribute 'sign' says so, and "
                                  "'weight' is their size",
                              "Gephi removes edges of such a weight; 0 is an abstention"));
  }
  const Diagnostics problems = write(file, format, command.file, session.stop);
  if (!command.quiet) complain(file.notes);
  if (!problems.empty()) return refuse(problems);
  return Status::done;
}

}  // namespace

Command export_command() {
  return {.name = "export",
          .summary = "writes a graph file or a view of a data set in another format",
          .examples = {"entente export cyber-norms knowledge.graphml --flavour gephi",
                       "entente export cyber-norms signed.csv --view two-mode --as-of 2018-12-31",
                       "entente export network.graphml network.json",
                       "entente export network.csv network.gexf --layout forceatlas2"},
          .declare = [](CLI::App& app, std::vector<std::string>&) -> Action {
            auto command = std::make_shared<ExportCommand>();
            app.add_option("INPUT", command->input,
                           "a data set by its folder or name; or a graph file");
            app.add_option("FILE", command->file,
                           "what is written, by its ending: " + std::string(graph_endings()) +
                               "; what readers of it change is told in FILE.report.txt");
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
            app.add_option("--layout", command->layout,
                           "places, sizes by degree and colours by group for the nodes, as method "
                           "layout gives them: forceatlas2, or layered for a two-mode graph")
                ->check(CLI::IsMember({"forceatlas2", "layered"}))
                ->type_name("forceatlas2|layered")
                ->group("Picture");
            app.add_option("--color-by", command->color_by,
                           "with --layout: colours by this property of the nodes (default: the "
                           "groups of leiden, or of two-mode-modularity among the actors)")
                ->type_name("NAME")
                ->group("Picture");
            app.add_flag("--quiet", command->quiet, "no notes")->group("Output");
            return [command](const Session& session) { return execute(*command, session); };
          }};
}

}  // namespace entente::cli
