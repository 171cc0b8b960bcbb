// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/node_table.hpp"

#include <unordered_map>

#include "engine/base/suggest.hpp"
#include "engine/graph/split_signs.hpp"
#include "engine/io/bytes.hpp"
#include "engine/io/csv.hpp"
#include "engine/model/problem_log.hpp"

namespace entente::cli {

Expected<PositionedTable> read_node_table(const std::string& path, const std::string& columns,
                                          const std::stop_token& stop) {
  const std::size_t comma = columns.find(',');
  const std::string first = columns.substr(0, comma), second = columns.substr(comma + 1);
  auto bytes = io::read_bytes(path, stop);
  if (!bytes) return bytes.error();
  const io::SourceText source(path, *std::move(bytes), stop);
  const io::CsvColumn wanted[] = {{.name = first}, {.name = second}};
  NodeTable table{.file = path, .rows = {}};
  std::vector<std::uint32_t> lines;
  std::unordered_map<std::string, std::uint32_t> line_of;
  Diagnostics problems;
  ProblemLog repeated;
  io::read_rows(
      source, wanted,
      [&](const io::CsvRow& row) {
        const auto [known, is_new] = line_of.emplace(row[0], row.line());
        if (!is_new) {
          repeated.add(error("C203", "'" + known->first + "' stands in this table twice",
                             "first on line " + std::to_string(known->second), row.at(0)));
          return;
        }
        table.rows.emplace_back(row[0], row[1]);
        lines.push_back(row.line());
      },
      problems);
  for (Diagnostic& problem : repeated.take()) problems.push_back(std::move(problem));
  if (has_errors(problems)) return problems;
  return PositionedTable{std::make_shared<const NodeTable>(std::move(table)), std::move(lines)};
}

Diagnostics unknown_nodes(const PositionedTable& table, const View& view) {
  ProblemLog problems;
  std::vector<std::string> keys;
  for (std::size_t row = 0; row < table.lines.size(); ++row) {
    const std::string& name = table.table->rows[row].first;
    if (view.find(name)) continue;
    // Perhaps an item that the method will make of a roll call; then the method decides.
    const auto roll_call = view.has_signs() ? roll_call_of(name) : std::nullopt;
    if (roll_call && view.find(*roll_call)) continue;
    if (keys.empty()) {
      for (Vertex v = 0; v < view.vertex_count(); ++v) keys.push_back(view.key(v));
    }
    // A suggestion costs a walk over all nodes.
    std::string hint = problems.count("C204") < 20 ? did_you_mean(name, keys) : std::string();
    problems.add(error("C204", "'" + name + "' is not a node of the graph", std::move(hint),
                       {table.table->file, table.lines[row], 1}));
  }
  return problems.take();
}

}  // namespace entente::cli
