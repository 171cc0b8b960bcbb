// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gexf_column.hpp"

#include <cmath>
#include <utility>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/gephi_rules.hpp"
#include "engine/io/gexf_list.hpp"
#include "engine/io/xml_text.hpp"

namespace entente::io {
namespace {

using Booleans = std::vector<std::uint8_t>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Texts = std::vector<std::string>;

constexpr std::string_view end_of_value = "\"/>";

}  // namespace

GexfColumn::GexfColumn(GraphmlColumn column)
    : column_(std::move(column)),
      is_flag_(!column_.is_mode && std::holds_alternative<Booleans>(column_.attribute->values)),
      is_list_(column_.attribute->is_list && column_.type == GraphmlColumn::Type::text),
      tag_("<attvalue") {
  append_xml_attribute(tag_, "for", column_.name);
  tag_ += " value=\"";
}

std::string_view GexfColumn::type() const noexcept {
  if (is_list_) return "liststring";
  if (is_flag_) return "boolean";
  switch (column_.type) {
    case GraphmlColumn::Type::text:
      return "string";
    case GraphmlColumn::Type::int32:
      return "integer";
    case GraphmlColumn::Type::int64:
      return "long";
    case GraphmlColumn::Type::real:
      return "double";
  }
  return "string";
}

bool GexfColumn::append_text(RowBlock& rows, std::string_view before, std::string_view text) const {
  if (text.empty()) return false;
  std::string list;
  if (is_list_) {
    if (text.find("INF") != text.npos) ++rows.report.infinity_texts;
    list = gexf_list(split_list(text));
    text = list;
  } else {
    count_gephi_text(text, {.keeps_blanks = true}, rows.report);
  }
  rows.text.append(before).append(tag_);
  rows.report.replaced_characters += append_xml_attribute(rows.text, text);
  rows.text += end_of_value;
  return true;
}

bool GexfColumn::append_value(RowBlock& rows, std::string_view before, std::size_t row) const {
  const Attribute& attribute = *column_.attribute;
  if (!attribute.has(row)) return false;
  const auto* texts = std::get_if<Texts>(&attribute.values);
  if (column_.type == GraphmlColumn::Type::text) {
    return texts != nullptr ? append_text(rows, before, (*texts)[row])
                            : append_text(rows, before, attribute.text(row));
  }
  const auto* reals = std::get_if<Reals>(&attribute.values);
  if (reals != nullptr && !std::isfinite((*reals)[row])) {
    ++rows.report.omitted_numbers;
    return false;
  }
  rows.text.append(before).append(tag_);
  if (const auto* integers = std::get_if<Integers>(&attribute.values))
    append_number(rows.text, (*integers)[row]);
  else if (reals != nullptr)
    append_number(rows.text, (*reals)[row]);
  else if (column_.is_mode)
    rows.text += attribute.text(row) == "item" ? '1' : '0';
  else
    rows.text += attribute.text(row);
  rows.text += end_of_value;
  return true;
}

void append_gexf_values(RowBlock& rows, const std::vector<GexfColumn>& columns, std::size_t row) {
  std::string_view before = "<attvalues>";
  for (const GexfColumn& column : columns) {
    if (column.append_value(rows, before, row)) before = {};
  }
  if (before.empty()) rows.text += "</attvalues>";
}

}  // namespace entente::io
