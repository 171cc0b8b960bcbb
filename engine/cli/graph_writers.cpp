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

// The longest ending first.
constexpr GraphFormat formats[] = {
    {.ending = ".graphology.json", .write = as_graphology},
    {.ending = ".incidence.csv", .write = io::write_incidence, .default_view = "two-mode"},
    {.ending = ".nodes.csv", .write = as_gephi_nodes},
    {.ending = ".edges.csv", .write = io::write_gephi_edges},
    {.ending = ".graphml", .write = io::write_graphml},
    {.ending = ".gexf", .write = io::write_gexf},
    {.ending = ".json", .write = as_node_link},
    {.ending = ".csv", .write = as_edge_list},
    {.ending = ".net", .write = as_pajek, .has_partition = true},
    {.ending = ".gml", .write = as_gml},
    {.ending = ".dot", .write = as_dot},
    {.ending = ".jsonld", .write = nullptr, .claims = io::RdfSyntax::json_ld},
    {.ending = ".ttl", .write = nullptr, .claims = io::RdfSyntax::turtle}};

}  // namespace

bool is_compressed(const std::string& file) { return file.ends_with(".gz"); }

std::string_view graph_endings() {
  return ".graphml, .gexf, .nodes.csv and .edges.csv (Gephi's tables), .json (node-link), "
         ".graphology.json, .csv (edge list), .incidence.csv, .net (Pajek, with a .clu), .gml, "
         ".dot, and for data sets .jsonld and .ttl (claims with their sources); each also with .gz";
}

const GraphFormat& graph_format_of(const std::string& file) {
  const std::string name = is_compressed(file) ? file.substr(0, file.size() - 3) : file;
  for (const GraphFormat& format : formats) {
    if (name.ends_with(format.ending)) return format;
  }
  throw CommandLineError{{error("C110", "the ending of '" + file + "' names no format to write",
                                "known are " + std::string(graph_endings()))}};
}

}  // namespace entente::cli
