// SPDX-License-Identifier: Apache-2.0
#include "engine/io/graph_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/ascii_lower.hpp"

namespace entente::io {
namespace {

constexpr std::size_t problem_limit = 20;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string shape_of(const GraphTable& table) {
  std::string shape = fmt::format("{}", fmt::join(table.required, ","));
  for (const std::string_view name : table.optional) shape += fmt::format("[,{}]", name);
  return shape;
}

class Reader {
 public:
  Reader(const GraphTable& table, std::vector<std::string>& others, Diagnostics& problems)
      : table_(table), others_(others), problems_(problems) {}

  void header(const CsvRecord& record);
  void row(const CsvRecord& record, const std::function<void(const GraphRow&)>& take);
  bool has_header() const noexcept { return width_ > 0; }

 private:
  const GraphTable& table_;
  std::vector<std::string>& others_;
  Diagnostics& problems_;
  std::size_t width_ = 0;
  bool usable_ = false;
  std::vector<std::size_t> place_;  // of each column in a record
};

void Reader::header(const CsvRecord& record) {
  width_ = record.size();
  usable_ = true;
  std::vector<std::string_view> known = table_.required;
  known.insert(known.end(), table_.optional.begin(), table_.optional.end());
  place_.assign(known.size(), GraphRow::absent);
  for (std::size_t k = 0; k < record.size(); ++k) {
    const std::string_view name = trim(record[k]);
    const auto found = std::find(known.begin(), known.end(), ascii_lower(name));
    const auto column = static_cast<std::size_t>(found - known.begin());
    const bool other = found == known.end();
    const bool twice = other ? std::find(others_.begin(), others_.end(), name) != others_.end()
                             : place_[column] != GraphRow::absent;
    if (twice || name.empty()) {
      problems_.push_back(error("G203",
                                name.empty() ? std::string("a column without a name")
                                             : fmt::format("column '{}' is there twice", name),
                                "each column has a name of its own", record.at(k)));
      usable_ = false;
    } else if (other) {
      others_.emplace_back(name);
      place_.push_back(k);
    } else {
      place_[column] = k;
    }
  }
  std::vector<std::string_view> missing;
  for (std::size_t k = 0; k < table_.required.size(); ++k) {
    if (place_[k] == GraphRow::absent) missing.push_back(table_.required[k]);
  }
  if (missing.empty()) return;
  usable_ = false;
  std::string hint = "the first line names the columns: " + shape_of(table_);
  if (record.size() == 1 && record[0].find_first_of(";\t|") != std::string_view::npos)
    hint = "fields are separated by commas; " + hint;
  problems_.push_back(
      error("G201",
            fmt::format("the header of {} lacks '{}'", table_.what, fmt::join(missing, "' and '")),
            std::move(hint), record.at(0)));
}

void Reader::row(const CsvRecord& record, const std::function<void(const GraphRow&)>& take) {
  if (!usable_ || problems_.size() >= problem_limit) return;
  if (record.size() != width_) {
    problems_.push_back(
        error("G202", fmt::format("{} fields, where the header has {}", record.size(), width_),
              "a comma inside a field needs quotes around the field",
              record.at(std::min(record.size() - 1, width_))));
    return;
  }
  take(GraphRow(record, place_));
}

}  // namespace

void read_graph_table(const SourceText& source, const GraphTable& table,
                      std::vector<std::string>& others,
                      const std::function<void(const GraphRow&)>& row, Diagnostics& problems) {
  Reader reader(table, others, problems);
  const auto record = [&](const CsvRecord& fields) {
    if (reader.has_header())
      reader.row(fields, row);
    else
      reader.header(fields);
  };
  if (!read_records(source, record, problems) || reader.has_header()) return;
  problems.push_back(error("G204", "the file is empty",
                           "the first line names the columns: " + shape_of(table),
                           source.position(0)));
}

}  // namespace entente::io
