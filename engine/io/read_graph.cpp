// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_graph.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/io/bytes.hpp"
#include "engine/io/read_edge_list.hpp"
#include "engine/io/read_gexf.hpp"
#include "engine/io/read_gml.hpp"
#include "engine/io/read_graphml.hpp"
#include "engine/io/read_node_link.hpp"
#include "engine/io/read_pajek.hpp"
#include "engine/io/read_ucinet.hpp"

namespace entente::io {
namespace {

constexpr std::string_view known_endings =
    "known are .graphml, .gexf, .csv, .json, .net, .gml and .dl, each also with .gz";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return result;
}

Expected<SourceText> read_source(const std::string& file) {
  auto bytes = read_bytes(file);
  if (!bytes) return bytes.error();
  return SourceText(file, *std::move(bytes));
}

// XML is read while it comes.
Expected<GraphFile> read_xml(const std::string& file,
                             Expected<GraphFile> (*read)(const TextPieces&, std::string)) {
  const auto pieces = read_pieces(file);
  if (!pieces) return pieces.error();
  return read(*pieces, file);
}

Expected<GraphFile> read_lines(const std::string& file,
                               Expected<GraphFile> (*read)(const SourceText&)) {
  const auto source = read_source(file);
  if (!source) return source.error();
  return read(*source);
}

Expected<GraphFile> read_json(const std::string& file) {
  auto bytes = read_bytes(file);
  if (!bytes) return bytes.error();
  return read_node_link(*std::move(bytes), file);
}

constexpr std::pair<std::string_view, Expected<GraphFile> (*)(const std::string&)> formats[] = {
    {".graphml", [](const std::string& file) { return read_xml(file, read_graphml); }},
    {".gexf", [](const std::string& file) { return read_xml(file, read_gexf); }},
    {".json", read_json},
    {".net", [](const std::string& file) { return read_lines(file, read_pajek); }},
    {".gml", [](const std::string& file) { return read_lines(file, read_gml); }},
    {".dl", [](const std::string& file) { return read_lines(file, read_ucinet); }}};

Expected<GraphFile> read_edges(const std::string& file, const std::string& nodes) {
  const auto edges = read_source(file);
  if (!edges) return edges.error();
  if (nodes.empty()) return read_edge_list(*edges);
  const auto table = read_source(nodes);
  if (!table) return table.error();
  return read_edge_list(*edges, &*table);
}

}  // namespace

Expected<GraphFile> read_graph(const std::string& file, const std::string& nodes) {
  std::string name = lower(file);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  if (name.ends_with(".csv")) return read_edges(file, nodes);
  const auto format = std::find_if(std::begin(formats), std::end(formats),
                                   [&](const auto& f) { return name.ends_with(f.first); });
  if (format == std::end(formats)) {
    return error("G401", "the ending of '" + file + "' names no format of graphs",
                 std::string(known_endings), {file, 0, 0});
  }
  if (!nodes.empty()) {
    return error("G402", "a table of nodes belongs to an edge list; this file has its own nodes",
                 "leave the table of nodes out", {nodes, 0, 0});
  }
  return format->second(file);
}

Expected<HiddenCells> read_hidden_cells_file(const std::string& file) {
  const auto source = read_source(file);
  if (!source) return source.error();
  return read_hidden_cells(*source);
}

}  // namespace entente::io
