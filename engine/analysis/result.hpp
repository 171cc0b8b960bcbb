// SPDX-License-Identifier: Apache-2.0
// What every run gives, and all that the program shows: tables with named columns, and their
// origin.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/value.hpp"
#include "engine/graph/view.hpp"

namespace entente {

// Absent cells: NaN in a column of reals, no_integer among integers, no_item among vertices. They
// are shown as null (JSON) or empty (CSV), and a note of the run says why they are absent.
inline constexpr std::int64_t no_integer = std::numeric_limits<std::int64_t>::min();

using Cells = std::variant<std::vector<double>, std::vector<std::int64_t>, std::vector<std::string>,
                           std::vector<Vertex>>;  // vertices are shown by their keys
struct Column {
  std::string name, unit, help;
  Cells cells;
};
struct Table {
  std::string name, caption;
  std::vector<Column> columns;
};
std::size_t row_count(const Table& table);

// What an analysis returns; run() adds the rest.
struct Outcome {
  std::vector<Table> tables;
  Diagnostics notes;
};

struct Citation {
  std::string_view text, doi;  // the doi may be empty
};
// An analysis on one card. `formula` and `convention` are plain text for `entente methods ID`.
struct Method {
  std::string_view id, title, formula, convention, cost;
  std::vector<Citation> citations;
};

struct Result {
  Method method;
  Params params;  // all of them, defaults filled in
  std::string input_digest;
  std::uint32_t nodes = 0, edges = 0;
  std::uint64_t seed = 0;
  std::vector<Table> tables;
  Diagnostics notes;
  View view;  // gives the keys of the vertices in the tables
};

}  // namespace entente
