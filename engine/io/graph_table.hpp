// SPDX-License-Identifier: Apache-2.0
// A CSV table with some columns of known meaning and any number of others: edges, nodes, cells.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/csv.hpp"

namespace entente::io {

struct GraphTable {
  std::string what;                                  // "an edge list": for messages
  std::vector<std::string_view> required, optional;  // names of columns, in lower case
};

// A row: its texts by number of the column, required ones first, then optional ones, then others.
class GraphRow {
 public:
  GraphRow(const CsvRecord& record, std::span<const std::size_t> place)
      : record_(record), place_(place) {}

  // "" where the table lacks the column.
  std::string_view operator[](std::size_t column) const noexcept {
    return place_[column] == absent ? std::string_view() : record_[place_[column]];
  }
  std::uint32_t line() const noexcept { return record_.line(); }
  Position at(std::size_t column) const { return record_.at(place_[column]); }

  static constexpr std::size_t absent = static_cast<std::size_t>(-1);

 private:
  const CsvRecord& record_;
  std::span<const std::size_t> place_;
};

// Reads all rows; `others` gets the names of the other columns before the first row comes.
// Stops after twenty problems.
void read_graph_table(const SourceText& source, const GraphTable& table,
                      std::vector<std::string>& others,
                      const std::function<void(const GraphRow&)>& row, Diagnostics& problems);

}  // namespace entente::io
