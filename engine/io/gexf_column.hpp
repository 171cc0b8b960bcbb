// SPDX-License-Identifier: Apache-2.0
// An attribute as GEXF writes it: the type that it declares, and each value as <attvalue>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/graphml_columns.hpp"
#include "engine/io/row_blocks.hpp"

namespace entente::io {

class GexfColumn {
 public:
  explicit GexfColumn(GraphmlColumn column);

  const std::string& name() const noexcept { return column_.name; }
  std::string_view type() const noexcept;
  // Appends the value of that row, after `before`; false where there is none.
  bool append_value(RowBlock& rows, std::string_view before, std::size_t row) const;

 private:
  bool append_text(RowBlock& rows, std::string_view before, std::string_view text) const;

  GraphmlColumn column_;
  bool is_flag_, is_list_;
  std::string tag_;  // up to the value's quote
};

// <attvalues> with the values of a row; nothing if it has none.
void append_gexf_values(RowBlock& rows, const std::vector<GexfColumn>& columns, std::size_t row);

}  // namespace entente::io
