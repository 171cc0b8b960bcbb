// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/graph_writers.hpp"

#include "engine/cli/command.hpp"
#include "engine/io/write_dot.hpp"
#include "engine/io/write_edge_list.hpp"
#include "engine/io/write_gephi_tables.hpp"
#include "engine/io/write_gexf.hpp"
#include "engine/io/write_gml.hpp"
#include "engine/io/write_graphml.hpp"
#include "engine/io/write_graphology.hpp"
#include "engine/io/write_incidence.hpp"
#include "engine/io/write_node_link.hpp"
#include "engine/io/write_pajek.hpp"

namespace entente::cli {
namespace {

using Written = Expected<io::ExportReport>;

// Of a writer that only tells what it could not hold.
io::ExportReport report_of(const PropertyGraph& graph, Diagnostics remarks) {
  io::ExportReport report{.nodes = graph.node_ids.size(), .edges = graph.source.size()};
  report.remarks = std::move(remarks);
  return report;
}

Written as_node_link(const PropertyGraph& graph, const io::Sink& sink) {
  return report_of(graph, io::write_node_link(graph, sink));
}
Written as_edge_list(const PropertyGraph& graph, const io::Sink& sink) {
  return report_of(graph, io::write_edge_list(graph, sink));
}
Written as_gephi_nodes(const PropertyGraph& graph, const io::Sink& sink) {
  return io::write_gephi_nodes(graph, sink);
}
Written as_pajek(const PropertyGraph& graph, const io::Sink& sink) {
  return io::write_pajek(graph, sink);
}
Written as_graphology(const PropertyGraph& graph, const io::Sink& sink) {
  return io::write_graphology(graph, sink);
}
Written as_gml(const PropertyGraph& graph, const io::Sink& sink) {
  return io::write_gml(graph, sink);
}
Written as_dot(const PropertyGraph& graph, const io::Sink& sink) {
  return io::write_dot(graph, sink);
}

constexpr GraphFormat formats[] = {
    {.ending = ".graphology.json",
     .write = as_graphology,
     .keeps =
         "all of a graph: ids as they are, direction, parallel edges, values with their types, "
         "lists, the colour as #rrggbb, facts about the graph",
     .loses = "time is text, integers beyond 2^53 are texts, as is every fact about the graph; "
              "control characters stay"},
    {.ending = ".incidence.csv",
     .write = io::write_incidence,
     .keeps = "actors by items: weight times sign, an abstention (0) apart from no answer (blank)",
     .loses = "labels, values, ids of edges, facts; edges of one pair are added. A 0 is read as an "
              "abstention if other cells are blank (or NA), else as no tie",
     .default_view = "two-mode",
     .has_places = false},
    {.ending = ".nodes.csv",
     .write = as_gephi_nodes,
     .keeps = "Gephi's table of nodes: every value, time as timeset",
     .loses = "types, facts; Gephi shows places, sizes and colours as values, and the edges are a "
              "second file",
     .is_read = false},
    {.ending = ".edges.csv",
     .write = io::write_gephi_edges,
     .keeps = "Gephi's table of edges: direction, relation as Kind, weight, every value, time as "
              "timeset",
     .loses = "nodes without edges, the nodes' values, types, facts",
     .positive_weights = true,
     .has_places = false},
    {.ending = ".graphml",
     .write = io::write_graphml,
     .keeps = "direction, parallel edges, ids of edges, values as text, whole or real numbers "
              "(flags as 0 and 1), places, sizes, colours, facts about the graph",
     .loses = "time is text, lists are joined by |, integers beyond 2^53 are texts, empty texts "
              "are absent; control characters become U+FFFD; ids of other letters are rewritten, "
              "with the original "
              "beside them. Gephi turns INF in a value into Infinity, drops values that are blank "
              "or 'null', has 32 bits for weights and places, and merges edges of one source, "
              "target and relation",
     .positive_weights = true},
    {.ending = ".gexf",
     .write = io::write_gexf,
     .keeps = "as .graphml, and time as intervals, lists, flags and the title",
     .loses = "facts stand in the description; integers beyond 2^53 are texts, empty texts are "
              "absent. networkx reads a list as text, and 2.8 no GEXF 1.3; Gephi does as "
              "with .graphml but keeps blanks",
     .positive_weights = true},
    {.ending = ".json",
     .write = as_node_link,
     .keeps = "all of a graph (node-link, for networkx and D3): ids as they are, direction, "
              "parallel edges, values with their types, facts",
     .loses = "time is text, as is every fact about the graph; lists are joined by |; numbers that "
              "are infinite or none "
              "are left out. networkx 3.6 wants node_link_graph(data, edges='links')"},
    {.ending = ".csv",
     .write = as_edge_list,
     .keeps = "an edge list: ends, ids, weight, sign, time and the other values of edges",
     .loses = "direction (read it with --directed), nodes without edges and the nodes' values "
              "(read with --nodes), facts",
     .has_places = false},
    {.ending = ".net",
     .write = as_pajek,
     .keeps = "Pajek: ids, places, weight times sign, the relation as a label, two modes; classes "
              "in the .clu beside it",
     .loses = "labels and other values, ids of edges, facts; Gephi reads edges without direction "
              "as directed and does not see two modes",
     .has_partition = true},
    {.ending = ".gml",
     .write = as_gml,
     .keeps = "direction, parallel edges, values as text and numbers (flags as 0 and 1), places, "
              "sizes, colours; the id as 'name'",
     .loses = "letters beyond ASCII are numbers (&#233;), which networkx reads back and igraph and "
              "Gephi show; lists are joined by |, integers beyond 32 bits are reals or texts"},
    {.ending = ".dot",
     .write = as_dot,
     .keeps = "for figures with Graphviz: labels, colours, sizes, places; other values as text",
     .loses = "types, facts but for the title; a drawing with subgraphs and defaults, it is not "
              "read: export to .graphml or .json, too, to come back",
     .is_read = false},
    {.ending = ".jsonld",
     .write = nullptr,
     .keeps = "who claimed what, when and from which source (JSON-LD with PROV-O)",
     .loses = "it is no graph to draw or measure: no relations, coalitions or places",
     .is_read = false,
     .claims = io::RdfSyntax::json_ld},
    {.ending = ".ttl",
     .write = nullptr,
     .keeps = "as .jsonld, in Turtle",
     .loses = "as .jsonld",
     .is_read = false,
     .claims = io::RdfSyntax::turtle},
    {.ending = ".dl",
     .write = nullptr,
     .keeps = "UCINET: matrices, edge and node lists, one or two modes, weights with their sign",
     .loses = "it is only read; of several matrices the first"}};

}  // namespace

bool is_compressed(const std::string& file) { return file.ends_with(".gz"); }

std::string_view graph_endings() {
  return ".graphml, .gexf, .nodes.csv and .edges.csv (Gephi's tables), .json (node-link), "
         ".graphology.json, .csv (edge list), .incidence.csv, .net (Pajek, with a .clu), .gml, "
         ".dot, and for data sets .jsonld and .ttl (claims with their sources); each also with .gz";
}

std::span<const GraphFormat> graph_formats() { return formats; }

const GraphFormat& graph_format_of(const std::string& file) {
  const std::string name = is_compressed(file) ? file.substr(0, file.size() - 3) : file;
  for (const GraphFormat& format : formats) {
    const bool written = format.write != nullptr || format.claims;
    if (written && name.ends_with(format.ending)) return format;
  }
  throw CommandLineError{{error("C110", "the ending of '" + file + "' names no format to write",
                                "known are " + std::string(graph_endings()))}};
}

}  // namespace entente::cli
