// SPDX-License-Identifier: Apache-2.0
// Tables in CSV (RFC 4180): strict about quotes, with the place of every field.
//
// The first record names the columns. Empty lines are skipped, spaces are kept. Diagnostics: T101
// no header, T102 a quote where none may stand or that is never closed, T103 too few or too many
// fields, T104 a field beyond the limit, T105 a NUL byte, T106 not UTF-8, T107 a column is missing,
// T108 a column is there twice, T109 (warning) a column that nobody reads, T110 a header beyond the
// limit.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

struct CsvLimits {
  std::size_t field_bytes = std::size_t{1} << 20;
  std::size_t columns = 4096;  // of the header; rows have as many
};

// One record; its texts are gone when the callback returns.
class CsvRecord {
 public:
  CsvRecord(const SourceText& source, std::span<const std::string_view> fields,
            std::uint64_t offset, std::uint32_t line)
      : source_(source), fields_(fields), offset_(offset), line_(line) {}

  std::size_t size() const noexcept { return fields_.size(); }
  std::string_view operator[](std::size_t k) const noexcept { return fields_[k]; }
  std::uint32_t line() const noexcept { return line_; }  // where it begins
  Position at(std::size_t k) const;                      // where field k begins; walks the record

 private:
  const SourceText& source_;
  std::span<const std::string_view> fields_;
  std::uint64_t offset_;
  std::uint32_t line_;
};

// Every record, the header among them. Stops at the first mistake in the form; false then.
bool read_records(const SourceText& source, const std::function<void(const CsvRecord&)>& record,
                  Diagnostics& problems, CsvLimits limits = {});

struct CsvColumn {
  std::string_view name;
  bool required = true;
};

// A record of a table whose columns are known: field k belongs to columns[k], wherever it stands in
// the file; "" where the file lacks an optional column.
class CsvRow {
 public:
  CsvRow(const CsvRecord& record, std::span<const std::int32_t> place)
      : record_(record), place_(place) {}

  std::string_view operator[](std::size_t k) const noexcept {
    return place_[k] < 0 ? std::string_view() : record_[static_cast<std::size_t>(place_[k])];
  }
  std::uint32_t line() const noexcept { return record_.line(); }
  Position at(std::size_t k) const {
    return record_.at(place_[k] < 0 ? 0 : static_cast<std::size_t>(place_[k]));
  }

 private:
  const CsvRecord& record_;
  std::span<const std::int32_t> place_;
};

// The rows below the header. A row with too few or too many fields is reported and left out; other
// mistakes in the form end the reading. Of mistakes in many rows the first thousand are reported
// and the others counted. False when anything was an error.
bool read_rows(const SourceText& source, std::span<const CsvColumn> columns,
               const std::function<void(const CsvRow&)>& row, Diagnostics& problems,
               CsvLimits limits = {});

// A whole table as text, for tables of unknown shape.
struct CsvTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint32_t> lines;  // by row
};
Expected<CsvTable> read_table(const std::string& file, const std::stop_token& stop = {},
                              CsvLimits limits = {});

}  // namespace entente::io
