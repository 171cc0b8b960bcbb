// SPDX-License-Identifier: Apache-2.0
#include "engine/report/json.hpp"

#include <cmath>

#include "engine/report/cells.hpp"
#include "engine/report/text.hpp"

namespace entente {
namespace {

void write_value(io::JsonWriter& json, const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) {
    json.boolean(*truth);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    json.number(*whole);
  } else if (const auto* real = std::get_if<double>(&value);
             real != nullptr && !std::isnan(*real)) {
    json.number(*real);
  } else if (const std::string text = value_text(value);
             text.empty() && !std::holds_alternative<std::string>(value)) {
    json.null();
  } else {
    json.text(text);
  }
}

void write_cell(io::JsonWriter& json, const Column& column, std::size_t row, const View& view) {
  if (is_absent(column, row)) {
    json.null();
  } else if (const auto* reals = std::get_if<std::vector<double>>(&column.cells)) {
    json.number((*reals)[row]);
  } else if (const auto* wholes = std::get_if<std::vector<std::int64_t>>(&column.cells)) {
    json.number((*wholes)[row]);
  } else if (const auto* vertices = std::get_if<std::vector<Vertex>>(&column.cells)) {
    json.text(view.key((*vertices)[row]));
  } else {
    json.text(std::get<std::vector<std::string>>(column.cells)[row]);
  }
}

}  // namespace

void write_table(io::JsonWriter& json, const Table& table, const View& view) {
  json.begin_object().key("name").text(table.name).key("columns").begin_array();
  const std::size_t rows = row_count(table);
  for (const Column& column : table.columns) {
    json.begin_object().key("name").text(column.name).key("unit").text(column.unit);
    json.key("values").begin_array();
    for (std::size_t row = 0; row < rows; ++row) write_cell(json, column, row, view);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

std::string to_json(const Result& result) {
  std::string text;
  {
    io::JsonWriter json(text);
    json.begin_object().key("method").begin_object();
    json.key("id").text(result.method.id).key("title").text(result.method.title);
    json.key("citations").begin_array();
    for (const Citation& citation : result.method.citations) json.text(citation_text(citation));
    json.end_array().end_object();

    json.key("params").begin_object();
    for (const auto& [name, value] : result.params) write_value(json.key(name), value);
    json.end_object();

    json.key("input").begin_object().key("digest").text(result.input_digest);
    json.key("nodes").number(std::int64_t{result.nodes});
    json.key("edges").number(std::int64_t{result.edges}).end_object();

    json.key("tables").begin_array();
    for (const Table& table : result.tables) write_table(json, table, result.view);
    json.end_array().key("notes").begin_array();
    for (const Diagnostic& note : result.notes) json.text(note_text(note));
    json.end_array().end_object();
  }
  text += '\n';
  return text;
}

}  // namespace entente
