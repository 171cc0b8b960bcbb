// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_incidence.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/number_text.hpp"
#include "engine/io/csv.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/signed_values.hpp"

namespace entente::io {
namespace {

constexpr CsvLimits limits{.columns = std::size_t{1} << 16};
constexpr std::size_t error_limit = 1000;  // the others are only counted

bool is_blank(std::string_view cell) { return cell.empty() || cell == "NA"; }

class Reader {
 public:
  explicit Reader(const SourceText& source) : source_(source) {
    builder_.file.file = source.file();
  }
  Expected<GraphFile> read();

 private:
  void take_header(const CsvRecord& record);
  void take_row(const CsvRecord& record);
  bool make_node(const CsvRecord& record, std::size_t field, std::string_view mode);
  void problem(const CsvRecord& record, std::size_t field, const char* code, std::string message,
               const char* hint);
  GraphFile finish() &&;

  struct Cell {
    std::uint32_t actor, item;
    double value;
    std::uint32_t line;
  };

  const SourceText& source_;
  GraphBuilder builder_;
  Diagnostics problems_;
  std::size_t more_problems_ = 0;
  std::size_t width_ = 0;  // fields of the header
  std::size_t zeros_ = 0;
  bool has_blank_ = false, zero_abstains_ = false;
  std::vector<Cell> cells_;  // that are not blank
};

void Reader::problem(const CsvRecord& record, std::size_t field, const char* code,
                     std::string message, const char* hint) {
  if (problems_.size() < error_limit)
    problems_.push_back(error(code, std::move(message), hint, record.at(field)));
  else
    ++more_problems_;
}

bool Reader::make_node(const CsvRecord& record, std::size_t field, std::string_view mode) {
  const std::string_view id = record[field];
  const bool is_actor = mode == "actor";
  if (id.empty()) {
    problem(record, field, "G562", is_actor ? "a row without a name" : "a column without a name",
            "the first row names the items, the first column the actors");
    return false;
  }
  const std::uint32_t node = builder_.node(id);
  if (!builder_.declare_node(node)) {
    problem(record, field, "G563", "the name '" + std::string(id) + "' stands twice",
            "each actor has one row and each item one column, of names of their own");
    return false;
  }
  AttributeTable& table = builder_.node_attributes;
  table[table.column("mode", AttributeType::text)].add(node, mode);
  return true;
}

void Reader::take_header(const CsvRecord& record) {
  width_ = record.size();
  zero_abstains_ = record[0] == zero_abstains;
  if (width_ < 2) {
    problem(record, 0, "G561", "the first row names no item",
            "expected a matrix in CSV, such as ,item1,item2 and below it actor1,1,0");
  }
  for (std::size_t k = 1; k < width_; ++k) make_node(record, k, "item");
}

void Reader::take_row(const CsvRecord& record) {
  if (record.size() != width_) {
    problem(record, 0, "G564",
            std::to_string(record.size()) + " fields, where the first row has " +
                std::to_string(width_),
            "a row has a name and a cell for each item");
    return;
  }
  const auto actor = static_cast<std::uint32_t>(builder_.file.graph.node_ids.size());
  if (!make_node(record, 0, "actor")) return;
  for (std::size_t k = 1; k < width_; ++k) {
    if (is_blank(record[k])) {
      has_blank_ = true;
      continue;
    }
    const auto value = parse_double(record[k]);
    if (!value || !std::isfinite(*value)) {
      problem(record, k, "G565", "the cell '" + std::string(record[k]) + "' is not a number",
              "expected a finite number with a decimal point, as in 2.5, or a blank");
      continue;
    }
    if (*value == 0) ++zeros_;
    cells_.push_back({actor, static_cast<std::uint32_t>(k - 1), *value, record.line()});
  }
}

Expected<GraphFile> Reader::read() {
  read_records(
      source_,
      [this](const CsvRecord& record) {
        if (width_ == 0)
          take_header(record);
        else
          take_row(record);
      },
      problems_, limits);
  if (more_problems_ > 0) {
    problems_.push_back(note("G565", std::to_string(more_problems_) + " more mistakes", "",
                             {source_.file(), 0, 0}));
  }
  if (problems_.empty() && width_ == 0) {
    return error("G561", "the file is empty",
                 "expected a matrix in CSV, such as ,item1,item2 and below it actor1,1,0",
                 {source_.file(), 1, 0});
  }
  if (!problems_.empty()) return std::move(problems_);
  return std::move(*this).finish();
}

GraphFile Reader::finish() && {
  const bool abstains = zeros_ > 0 && (has_blank_ || zero_abstains_);
  std::vector<double> values;
  bool weighted = false;
  for (const Cell& cell : cells_) {
    if (cell.value == 0 && !abstains) continue;
    builder_.add_edge(cell.actor, cell.item, cell.line);
    values.push_back(cell.value);
    weighted = weighted || (cell.value != 0 && std::abs(cell.value) != 1);
  }
  add_signed_values(builder_.edge_attributes, values, weighted);
  GraphFile file = std::move(builder_).finish();
  if (abstains && !zero_abstains_) {
    file.notes.push_back(note(
        "G566",
        (zeros_ == 1 ? std::string("a cell of 0 is read as an abstention")
                     : std::to_string(zeros_) + " cells of 0 are read as abstentions") +
            ", since others are blank",
        "put 0 into the blank cells if it means that there is no tie", {source_.file(), 0, 0}));
  }
  return file;
}

}  // namespace

Expected<GraphFile> read_incidence(const SourceText& source) { return Reader(source).read(); }

}  // namespace entente::io
