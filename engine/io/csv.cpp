// SPDX-License-Identifier: Apache-2.0
#include "engine/io/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <utility>

#include "engine/base/suggest.hpp"
#include "engine/base/utf8.hpp"
#include "engine/io/bytes.hpp"

namespace entente::io {
namespace {

// libcsv, fed piece by piece. Its callbacks only collect, since no exception may cross C code.
class Parser {
 public:
  Parser() {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });  // spaces belong to the field
    csv_set_blk_size(&parser_, std::size_t{1} << 16);  // by which it grows for a long field
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // The bytes that it could use; fewer than given is a mistake in the form.
  std::size_t feed(std::string_view piece) {
    const std::size_t used =
        csv_parse(&parser_, piece.data(), piece.size(), on_field, on_record, this);
    check_memory();
    return used;
  }
  bool finish() {
    const bool whole = csv_fini(&parser_, on_field, on_record, this) == 0;
    check_memory();
    return whole;
  }
  bool between_records() const noexcept { return parser_.pstate == 0; }
  bool complete() const noexcept { return complete_; }          // a record is
  std::size_t fields() const noexcept { return ends_.size(); }  // of this record, so far
  std::size_t longest() const noexcept { return longest_; }

  void record(std::vector<std::string_view>& fields) const {
    fields.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      fields.push_back(std::string_view(bytes_).substr(begin, end - begin));
      begin = end;
    }
  }
  void next_record() noexcept {
    complete_ = false;
    longest_ = 0;
    bytes_.clear();
    ends_.clear();
  }

 private:
  static void on_field(void* text, std::size_t size, void* self) noexcept {
    auto& parser = *static_cast<Parser*>(self);
    try {
      parser.longest_ = std::max(parser.longest_, size);
      parser.bytes_.append(static_cast<const char*>(text), size);
      parser.ends_.push_back(parser.bytes_.size());
    } catch (const std::bad_alloc&) {
      parser.no_memory_ = true;
    }
  }
  static void on_record(int, void* self) noexcept { static_cast<Parser*>(self)->complete_ = true; }
  void check_memory() {
    if (no_memory_ || csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
  }

  csv_parser parser_{};
  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::size_t longest_ = 0;
  bool complete_ = false, no_memory_ = false;
};

// Where field k of the record at `offset` begins: the same parser, one byte at a time.
std::uint64_t field_offset(std::string_view text, std::uint64_t offset, std::size_t k) {
  Parser parser;
  std::uint64_t at = offset;
  while (parser.fields() < k && !parser.complete() && at < text.size()) {
    if (parser.feed(text.substr(at, 1)) != 1) break;
    ++at;
  }
  return at;
}

// One line with its end. Feeding line by line tells where each record begins.
std::size_t line_size(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  const std::size_t cr = text.substr(0, end).find('\r', begin);
  if (cr != std::string_view::npos && cr + 1 != end) return cr + 1 - begin;
  return (end == std::string_view::npos ? text.size() : end + 1) - begin;
}

Diagnostic wrong_quote(const SourceText& source, std::uint64_t record, std::size_t fields,
                       std::uint64_t at) {
  const std::uint64_t begin = field_offset(source.text(), record, fields);
  const Position opened = source.position(begin);
  if (source.text().substr(begin, 1) != "\"") {
    return error("T102", "a quote stands inside a field that does not begin with one",
                 "put the whole field in quotes and double the quotes inside it",
                 source.position(at));
  }
  if (at >= source.text().size()) {
    return error("T102", "the quote that opens here is never closed",
                 "end the field with a quote; quotes inside a field are doubled", opened);
  }
  const Position place = source.position(at);
  if (place.line != opened.line) {
    return error("T102",
                 fmt::format("the quote that opens here is closed in line {}, before other text",
                             place.line),
                 "is its closing quote missing? Quotes inside a field are doubled", opened);
  }
  return error("T102", "text follows the quote that closes this field",
               "quotes inside a field are doubled", place);
}

Diagnostic no_header(const SourceText& source) {
  return error("T101", "the table is empty; its first line names the columns",
               "expected names that are separated by commas, and a row in each line after them",
               source.position(0));
}

// Rows that are wider or narrower than the header. A large table of another form would fill the
// memory with one problem for each of its rows.
class Widths {
 public:
  bool check(const CsvRecord& record, std::size_t width, Diagnostics& problems) {
    if (record.size() == width) return true;
    if (++wrong_ > shown) return false;
    problems.push_back(
        error("T103", fmt::format("{} fields, where the header has {}", record.size(), width),
              "a comma inside a field needs quotes around the field",
              record.at(std::min(record.size() - 1, width))));
    return false;
  }
  void count_rest(Diagnostics& problems) const {
    if (wrong_ > shown) {
      problems.push_back(
          note("T103", fmt::format("{} more rows of a wrong width", wrong_ - shown)));
    }
  }

 private:
  static constexpr std::size_t shown = 1000;
  std::size_t wrong_ = 0;
};

// NUL bytes and bytes that are not UTF-8.
bool check_characters(const SourceText& source, Diagnostics& problems) {
  const std::string_view text = source.text();
  const std::size_t nul = text.find('\0');
  const std::size_t invalid = find_invalid_utf8(text);
  if (nul == std::string_view::npos && invalid == std::string_view::npos) return true;
  const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || nul <= 1;
  if (nul < invalid) {
    problems.push_back(error("T105", "a NUL byte, which no text holds",
                             wide ? "is the file UTF-16? Save it as UTF-8"
                                  : "is the file a table? Save it as text in UTF-8",
                             source.position(nul)));
  } else {
    problems.push_back(error(
        "T106",
        fmt::format("the byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[invalid])),
        wide ? "the file is UTF-16; save it as UTF-8" : "save the file as UTF-8",
        source.position(invalid)));
  }
  return false;
}

}  // namespace

Position CsvRecord::at(std::size_t k) const {
  return source_.position(field_offset(source_.text(), offset_, k));
}

bool read_records(const SourceText& source, const std::function<void(const CsvRecord&)>& record,
                  Diagnostics& problems, CsvLimits limits) {
  if (!check_characters(source, problems)) return false;
  const std::string_view text = source.text();
  Parser parser;
  std::vector<std::string_view> fields;
  std::uint64_t begin = 0;  // of the record
  std::uint32_t line = 1, begin_line = 1;
  bool is_header = true;
  const auto deliver = [&] {
    parser.record(fields);
    const CsvRecord whole(source, fields, begin, begin_line);
    if (std::exchange(is_header, false) && fields.size() > limits.columns) {
      problems.push_back(error(
          "T110", fmt::format("{} columns; the limit is {}", fields.size(), limits.columns),
          "are the line ends missing? The first line names the columns", source.position(begin)));
      return false;
    }
    if (parser.longest() > limits.field_bytes) {
      const auto longest = std::max_element(fields.begin(), fields.end(),
                                            [](auto a, auto b) { return a.size() < b.size(); });
      problems.push_back(error(
          "T104",
          fmt::format("a field of {} bytes; the limit is {}", longest->size(), limits.field_bytes),
          "is a closing quote missing?",
          whole.at(static_cast<std::size_t>(longest - fields.begin()))));
      return false;
    }
    record(whole);
    parser.next_record();
    return true;
  };
  for (std::size_t at = 0; at < text.size(); ++line) {
    source.check_stop();
    if (parser.between_records()) {
      begin = at;
      begin_line = line;
    }
    const std::string_view piece = text.substr(at, line_size(text, at));
    const std::size_t used = parser.feed(piece);
    if (used < piece.size()) {
      problems.push_back(wrong_quote(source, begin, parser.fields(), at + used));
      return false;
    }
    at += piece.size();
    if (parser.complete() && !deliver()) return false;
  }
  if (!parser.finish()) {
    problems.push_back(wrong_quote(source, begin, parser.fields(), text.size()));
    return false;
  }
  return !parser.complete() || deliver();
}

bool read_rows(const SourceText& source, std::span<const CsvColumn> columns,
               const std::function<void(const CsvRow&)>& row, Diagnostics& problems,
               CsvLimits limits) {
  std::vector<std::int32_t> place;
  std::vector<std::string> header;
  bool good = true, good_header = true;
  Widths widths;
  const auto read_header = [&](const CsvRecord& record) {
    std::vector<std::string> known;
    for (const CsvColumn& column : columns) known.emplace_back(column.name);
    for (std::size_t k = 0; k < record.size(); ++k) {
      const std::string name(record[k]);
      if (std::find(header.begin(), header.end(), name) != header.end()) {
        problems.push_back(error("T108", fmt::format("column '{}' is there twice", name),
                                 "rename one of the two, or remove it", record.at(k)));
        good = false;
      } else if (std::find(known.begin(), known.end(), name) == known.end()) {
        problems.push_back(warning("T109", fmt::format("column '{}' is not read", name),
                                   did_you_mean(name, known), record.at(k)));
      }
      header.push_back(name);
    }
    for (const CsvColumn& column : columns) {
      const auto found = std::find(header.begin(), header.end(), column.name);
      place.push_back(found == header.end() ? -1
                                            : static_cast<std::int32_t>(found - header.begin()));
      if (found != header.end() || !column.required) continue;
      problems.push_back(error("T107", fmt::format("column '{}' is missing", column.name),
                               fmt::format("expected are {}", fmt::join(known, ", ")),
                               record.at(0)));
      good = false;
    }
    good_header = good;
  };
  const auto read_row = [&](const CsvRecord& record) {
    if (header.empty()) return read_header(record);
    if (!widths.check(record, header.size(), problems)) {
      good = false;
    } else if (good_header) {
      row(CsvRow(record, place));
    }
  };
  const bool whole = read_records(source, read_row, problems, limits);
  widths.count_rest(problems);
  if (!whole) return false;
  if (header.empty()) {
    problems.push_back(no_header(source));
    return false;
  }
  return good;
}

Expected<CsvTable> read_table(const std::string& file, const std::stop_token& stop,
                              CsvLimits limits) {
  auto bytes = read_bytes(file, stop);
  if (!bytes) return bytes.error();
  const SourceText source(file, *std::move(bytes), stop);
  CsvTable table;
  Diagnostics problems;
  Widths widths;
  const auto read_record = [&](const CsvRecord& record) {
    std::vector<std::string> row;
    for (std::size_t k = 0; k < record.size(); ++k) row.emplace_back(record[k]);
    if (table.header.empty()) {
      table.header = std::move(row);
    } else if (widths.check(record, table.header.size(), problems)) {
      table.rows.push_back(std::move(row));
      table.lines.push_back(record.line());
    }
  };
  read_records(source, read_record, problems, limits);
  widths.count_rest(problems);
  if (problems.empty() && table.header.empty()) problems.push_back(no_header(source));
  if (!problems.empty()) return problems;
  return table;
}

}  // namespace entente::io
