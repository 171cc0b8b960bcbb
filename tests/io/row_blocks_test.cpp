// SPDX-License-Identifier: Apache-2.0
#include "engine/io/row_blocks.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

using namespace entente;

TEST_CASE("rows come in order whatever their number, with all that was counted",
          "[io][row_blocks]") {
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 512U, 513U, 8704U, 8705U, 30000U}) {
    std::string expected, written;
    for (std::size_t row = 0; row < count; ++row) expected += std::to_string(row) + '\n';
    io::ExportReport report{.nodes = 3, .null_texts = 1};
    io::write_rows(
        count, [&](std::string_view piece) { written += piece; }, report,
        [](std::size_t begin, std::size_t end, io::RowBlock& rows) {
          for (std::size_t row = begin; row < end; ++row) {
            rows.text += std::to_string(row) + '\n';
            ++rows.report.null_texts;
          }
        });
    CHECK(written == expected);
    CHECK(report.nodes == 3);
    CHECK(report.null_texts == count + 1);
  }
}

TEST_CASE("long rows are handed on before many are in memory", "[io][row_blocks]") {
  constexpr std::size_t size = 20'000, count = 4000;
  std::atomic<std::size_t> held = 0;
  std::size_t most = 0, written = 0;
  io::ExportReport report;
  io::write_rows(
      count,
      [&](std::string_view piece) {
        most = std::max<std::size_t>(most, held);
        held -= piece.size();
        written += piece.size();
      },
      report,
      [&](std::size_t begin, std::size_t end, io::RowBlock& rows) {
        rows.text.append((end - begin) * size, 'x');
        held += (end - begin) * size;
      });
  CHECK(written == count * size);
  CHECK(most < std::size_t{16} << 20);
}

TEST_CASE("what a row or the sink throws comes out", "[io][row_blocks]") {
  io::ExportReport report;
  const auto row = [](std::size_t, std::size_t, io::RowBlock& rows) { rows.text += 'x'; };
  const auto broken_row = [](std::size_t begin, std::size_t, io::RowBlock&) {
    if (begin > 100) throw std::runtime_error("row");
  };
  const auto broken_sink = [](std::string_view) { throw std::runtime_error("sink"); };
  CHECK_THROWS(io::write_rows(
      5000, [](std::string_view) {}, report, broken_row));
  CHECK_THROWS(io::write_rows(5000, broken_sink, report, row));
}
