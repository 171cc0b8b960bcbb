// SPDX-License-Identifier: Apache-2.0
// Columns of text as a table for eyes that fits a given width.
//
// Where the columns do not fit, long texts are cut with an ellipsis; where that is not enough, the
// rest of the columns follow in further blocks, each of which repeats the key columns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/report/display_width.hpp"

namespace entente {

struct GridColumn {
  std::string head;
  Align align = Align::left;
  std::vector<std::string> cells;  // as many in every column
};

struct GridOptions {
  std::size_t width = 80;
  std::size_t keys = 1;  // leading columns that every block repeats
};

std::string grid(std::vector<GridColumn> columns, const GridOptions& options);

}  // namespace entente
