// SPDX-License-Identifier: Apache-2.0
#include "engine/io/csv.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/temporary_folder.hpp"

using namespace entente;
using entente::io::SourceText;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows records(const std::string& text) {
  const SourceText source("t.csv", text);
  Rows rows;
  Diagnostics problems;
  CHECK(io::read_records(
      source,
      [&](const io::CsvRecord& record) {
        std::vector<std::string> row{std::to_string(record.line())};
        for (std::size_t k = 0; k < record.size(); ++k) row.emplace_back(record[k]);
        rows.push_back(row);
      },
      problems));
  CHECK(problems.empty());
  return rows;
}

// Reads the columns a and b, and c where it is there; the diagnostics as text without the hints,
// which each error has.
std::vector<std::string> complaints(const std::string& text, Rows* rows = nullptr,
                                    io::CsvLimits limits = {}) {
  const SourceText source("t.csv", text);
  const io::CsvColumn columns[] = {{"a"}, {"b"}, {"c", false}};
  Diagnostics problems;
  const bool good = io::read_rows(
      source, columns,
      [&](const io::CsvRow& row) {
        if (rows != nullptr) {
          rows->push_back({std::string(row[0]), std::string(row[1]), std::string(row[2])});
        }
      },
      problems, limits);
  CHECK(good == !has_errors(problems));
  std::vector<std::string> texts;
  for (Diagnostic problem : problems) {
    CHECK((problem.severity != Severity::error || !problem.hint.empty()));
    problem.hint.clear();
    texts.push_back(to_text(problem));
  }
  return texts;
}

}  // namespace

TEST_CASE("records keep spaces, doubled quotes and line ends inside quotes", "[io][csv]") {
  CHECK(records("a, b \r\n\"x \"\"y\"\"\",\"two\r\nlines\"\r\n\r\nlast,\"\"") ==
        Rows{{"1", "a", " b "}, {"2", "x \"y\"", "two\r\nlines"}, {"5", "last", ""}});
}

TEST_CASE("each kind of line end ends a record", "[io][csv]") {
  CHECK(records("a\rb\nc\r\nd") == Rows{{"1", "a"}, {"2", "b"}, {"3", "c"}, {"4", "d"}});
}

TEST_CASE("a byte order mark is no part of the first name", "[io][csv]") {
  CHECK(records("\xEF\xBB\xBFid\n1\n") == Rows{{"1", "id"}, {"2", "1"}});
}

TEST_CASE("a field is placed by line and column", "[io][csv]") {
  const SourceText source("t.csv", "a,b,c\n\"\xC3\xA9\n,\",x,\"y\"\n");
  Diagnostics problems;
  std::vector<Position> places;
  io::read_records(
      source,
      [&](const io::CsvRecord& record) {
        for (std::size_t k = 0; k < record.size(); ++k) places.push_back(record.at(k));
      },
      problems);
  REQUIRE(places.size() == 6);
  CHECK((places[2].line == 1 && places[2].column == 5));
  CHECK((places[3].line == 2 && places[3].column == 1));
  CHECK((places[4].line == 3 && places[4].column == 4));
  CHECK((places[5].line == 3 && places[5].column == 6));
}

TEST_CASE("columns are found by name in any order", "[io][csv]") {
  Rows rows;
  CHECK(complaints("b,c,a\n1,2,3\n", &rows).empty());
  CHECK(complaints("b,a\n4,5\n", &rows).empty());
  CHECK(rows == Rows{{"3", "1", "2"}, {"5", "4", ""}});
}

TEST_CASE("a table without a header is refused", "[io][csv]") {
  CHECK(complaints("") ==
        std::vector<std::string>{
            "t.csv:1:1: error[T101]: the table is empty; its first line names the columns"});
  CHECK(complaints("\n\r\n").size() == 1);
}

TEST_CASE("quotes that do not match are placed where they opened", "[io][csv]") {
  const std::string open = "error[T102]: the quote that opens here is never closed";
  CHECK(complaints("a,b\n1,\"x\n2,y\n") == std::vector{"t.csv:2:3: " + open});
  CHECK(complaints("a,b\n1,2\n\"") == std::vector{"t.csv:3:1: " + open});
  CHECK(complaints("a,b\n1,\"x\n2,\"y\"\n") ==
        std::vector<std::string>{"t.csv:2:3: error[T102]: the quote that opens here is closed in "
                                 "line 3, before other text"});
  CHECK(complaints("a,b\n1,\"x\"y\n") ==
        std::vector<std::string>{
            "t.csv:2:6: error[T102]: text follows the quote that closes this field"});
  CHECK(complaints("a,b\n1,x\"y\n") ==
        std::vector<std::string>{"t.csv:2:4: error[T102]: a quote stands inside a field that does "
                                 "not begin with one"});
}

TEST_CASE("rows of another width are reported one by one and left out", "[io][csv]") {
  Rows rows;
  CHECK(complaints("a,b\n1\n2,3,4\n5,6\n", &rows) ==
        std::vector<std::string>{"t.csv:2:1: error[T103]: 1 fields, where the header has 2",
                                 "t.csv:3:5: error[T103]: 3 fields, where the header has 2"});
  CHECK(rows == Rows{{"5", "6", ""}});
}

TEST_CASE("of many rows of another width most are counted", "[io][csv]") {
  std::string text = "a,b\n";
  for (int i = 0; i < 1500; ++i) text += "1\n";
  const auto said = complaints(text);
  REQUIRE(said.size() == 1001);
  CHECK(said.back() == "note[T103]: 500 more rows of a wrong width");
}

TEST_CASE("a header has a limit", "[io][csv]") {
  const io::CsvLimits narrow{.columns = 2};
  CHECK(complaints("a,b\n1,2\n1,2,3\n", nullptr, narrow) ==
        std::vector<std::string>{"t.csv:3:5: error[T103]: 3 fields, where the header has 2"});
  CHECK(complaints("\na,b,c\n1,2,3\n", nullptr, narrow) ==
        std::vector<std::string>{"t.csv:2:1: error[T110]: 3 columns; the limit is 2"});
}

TEST_CASE("a field has a limit", "[io][csv]") {
  CHECK(complaints("a,b\n1,12345\n", nullptr, {.field_bytes = 4}) ==
        std::vector<std::string>{"t.csv:2:3: error[T104]: a field of 5 bytes; the limit is 4"});
  CHECK(complaints("a,b\n1,1234\n", nullptr, {.field_bytes = 4}).empty());
}

TEST_CASE("bytes that are not text are placed", "[io][csv]") {
  CHECK(complaints(std::string("a,b\n1,\0\n", 8)) ==
        std::vector<std::string>{"t.csv:2:3: error[T105]: a NUL byte, which no text holds"});
  CHECK(complaints("a,b\n1,\xE9t\xE9\n") ==
        std::vector<std::string>{"t.csv:2:3: error[T106]: the byte 0xE9 is not UTF-8"});
  CHECK(complaints(std::string("\xFF\xFE\x61\0", 4)) ==
        std::vector<std::string>{"t.csv:1:1: error[T106]: the byte 0xFF is not UTF-8"});
}

TEST_CASE("the columns must be there, once", "[io][csv]") {
  CHECK(complaints("a,c\n1,2\n") ==
        std::vector<std::string>{"t.csv:1:1: error[T107]: column 'b' is missing"});
  CHECK(complaints("a,b,a\n1,2,3\n") ==
        std::vector<std::string>{"t.csv:1:5: error[T108]: column 'a' is there twice"});
  CHECK(complaints("a,b,d\n1,2,3\n") ==
        std::vector<std::string>{"t.csv:1:5: warning[T109]: column 'd' is not read"});
}

TEST_CASE("a table of unknown shape is read as text", "[io][csv]") {
  const test::TemporaryFolder folder;
  const auto table = io::read_table(folder.write("t.csv", "node,group\na,1\n\n\"b\nc\",2\nd,3\n"));
  REQUIRE(table);
  CHECK(table->header == std::vector<std::string>{"node", "group"});
  CHECK(table->rows == Rows{{"a", "1"}, {"b\nc", "2"}, {"d", "3"}});
  CHECK(table->lines == std::vector<std::uint32_t>{2, 4, 6});
  CHECK_FALSE(io::read_table(folder.write("bad.csv", "node,group\na\n")));
  CHECK_FALSE(io::read_table(folder.write("empty.csv", "")));
  CHECK_FALSE(io::read_table(folder.file("missing.csv")));
}
