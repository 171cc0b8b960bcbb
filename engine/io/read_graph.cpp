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
#include "engine/io/read_incidence.hpp"
#include "engine/io/read_node_link.hpp"
#include "engine/io/read_pajek.hpp"
#include "engine/io/read_ucinet.hpp"

namespace entente::io {
namespace {

constexpr std::string_view known_endings =
    "known are .graphml, .gexf, .csv, .incidence.csv, .json, .net, .gml and .dl, each also with "
    ".gz";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return result;
}

Expected<SourceText> read_source(const std::string& file, const std::stop_token& stop) {
  auto bytes = read_bytes(file, stop);
  if (!bytes) return bytes.error();
  return SourceText(file, *std::move(bytes), stop);
}

using Reader = Expected<GraphFile> (*)(const std::string& file, const std::stop_token& stop);

// XML is read while it comes.
template <Expected<GraphFile> (*read)(const TextPieces&, std::string)>
Expected<GraphFile> read_xml(const std::string& file, const std::stop_token& stop) {
  const auto pieces = read_pieces(file, stop);
  if (!pieces) return pieces.error();
  auto graph = read(*pieces, file);
  if (graph || !lower(file).ends_with(".gz")) return graph;
  // Damage that shows at the end only may have made the XML wrong before.
  auto piece = (*pieces)();
  while (piece && !piece->empty()) piece = (*pieces)();
  return piece ? std::move(graph) : Expected<GraphFile>(piece.error());
}

template <Expected<GraphFile> (*read)(const SourceText&)>
Expected<GraphFile> read_whole(const std::string& file, const std::stop_token& stop) {
  const auto source = read_source(file, stop);
  if (!source) return source.error();
  return read(*source);
}

Expected<GraphFile> read_json(const std::string& file, const std::stop_token& stop) {
  auto bytes = read_bytes(file, stop);
  if (!bytes) return bytes.error();
  return read_node_link(*std::move(bytes), file, stop);
}

constexpr std::pair<std::string_view, Reader> formats[] = {
    {".graphml", read_xml<read_graphml>},
    {".gexf", read_xml<read_gexf>},
    {".json", read_json},
    {".net", read_whole<read_pajek>},
    {".gml", read_whole<read_gml>},
    {".incidence.csv", read_whole<read_incidence>},
    {".dl", read_whole<read_ucinet>}};

Expected<GraphFile> read_edges(const std::string& file, const std::string& nodes,
                               const std::stop_token& stop) {
  const auto edges = read_source(file, stop);
  if (!edges) return edges.error();
  if (nodes.empty()) return read_edge_list(*edges);
  const auto table = read_source(nodes, stop);
  if (!table) return table.error();
  return read_edge_list(*edges, &*table);
}

}  // namespace

Expected<GraphFile> read_graph(const std::string& file, const std::string& nodes,
                               const std::stop_token& stop) {
  std::string name = lower(file);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  const auto format = std::find_if(std::begin(formats), std::end(formats),
                                   [&](const auto& f) { return name.ends_with(f.first); });
  if (format == std::end(formats) && name.ends_with(".csv")) return read_edges(file, nodes, stop);
  if (format == std::end(formats)) {
    return error("G401", "the ending of '" + file + "' names no format of graphs",
                 std::string(known_endings), {file, 0, 0});
  }
  if (!nodes.empty()) {
    return error("G402", "a table of nodes belongs to an edge list; this file has its own nodes",
                 "leave the table of nodes out", {nodes, 0, 0});
  }
  return format->second(file, stop);
}

Expected<HiddenCells> read_hidden_cells_file(const std::string& file, const std::stop_token& stop) {
  const auto source = read_source(file, stop);
  if (!source) return source.error();
  return read_hidden_cells(*source);
}

}  // namespace entente::io
