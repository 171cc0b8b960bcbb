// SPDX-License-Identifier: Apache-2.0
#include "engine/io/row_blocks.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("rows come in order whatever their number, with all that was counted",
          "[io][row_blocks]") {
  for (const std::size_t count : {0U, 1U, 1023U, 1024U, 1025U, 32768U, 32769U, 70000U}) {
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
