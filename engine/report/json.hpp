// SPDX-License-Identifier: Apache-2.0
// A result as JSON: the only form of it that programs read, so a new column appears everywhere.
//
//   {"method":{"id","title","citations":[...]},"params":{...},"input":{"digest","nodes","edges"},
//    "tables":[{"name","columns":[{"name","unit","values":[...]}]}],"notes":[...]}
//
// One line, keys in this order, numbers in the shortest form that reads back exactly. What JSON
// cannot say (absent cells, infinities) is null. Citations and notes are texts.
#pragma once

#include <string>

#include "engine/analysis/result.hpp"
#include "engine/io/json.hpp"

namespace entente {

std::string to_json(const Result& result);

// A piece of it: {"name","columns":[...]}.
void write_table(io::JsonWriter& json, const Table& table, const View& view);

}  // namespace entente
