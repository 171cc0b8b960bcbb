// SPDX-License-Identifier: Apache-2.0
#include "engine/io/source_text.hpp"

#include <catch2/catch_test_macros.hpp>

using entente::Position;
using entente::io::SourceText;

namespace {
std::pair<std::uint32_t, std::uint32_t> place(const SourceText& source, std::uint64_t offset) {
  const Position position = source.position(offset);
  return {position.line, position.column};
}
}  // namespace

TEST_CASE("columns count characters, not bytes", "[io][source_text]") {
  const SourceText source("names.csv", "a\n\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x\n");
  CHECK(source.position(0).file == "names.csv");
  CHECK(place(source, 0) == std::pair{1U, 1U});
  CHECK(place(source, 2) == std::pair{2U, 1U});
  CHECK(place(source, 4) == std::pair{2U, 2U});
  CHECK(place(source, 11) == std::pair{2U, 4U});
}

TEST_CASE("lines end with LF, CR LF or CR", "[io][source_text]") {
  const SourceText source("f", "a\r\nb\rc\nd");
  CHECK(place(source, 3) == std::pair{2U, 1U});
  CHECK(place(source, 5) == std::pair{3U, 1U});
  CHECK(place(source, 7) == std::pair{4U, 1U});
}

TEST_CASE("a byte order mark takes no column", "[io][source_text]") {
  const SourceText source("f", "\xEF\xBB\xBFid");
  CHECK(source.text() == "id");
  CHECK(place(source, 1) == std::pair{1U, 2U});
}

TEST_CASE("an offset behind the end stands at the end", "[io][source_text]") {
  CHECK(place(SourceText("f", "ab\nc"), 99) == std::pair{2U, 2U});
  CHECK(place(SourceText("f", ""), 0) == std::pair{1U, 1U});
}
