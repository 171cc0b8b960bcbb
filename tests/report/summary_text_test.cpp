// SPDX-License-Identifier: Apache-2.0
#include "engine/report/summary_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "engine/io/read_data_set.hpp"
#include "engine/model/builder.hpp"
#include "engine/report/display_width.hpp"

using namespace entente;

TEST_CASE("without claims no day is named up to which they are known", "[report][summary_text]") {
  const auto graph = KnowledgeGraphBuilder("bare", Schema()).build();
  REQUIRE(graph);
  CHECK(to_text(*graph, summarize(*graph), {})
            .starts_with("bare: 0 nodes, 0 relations, 0 claims, 0 sources\n"
                         "claims asserted 0, retracted 0, disputed 0\n"));
}

TEST_CASE("a data set is told in tables that fit", "[report][summary_text]") {
  const auto data = io::read_data_set(ENTENTE_SOURCE_DIR "/tests/data/tiny");
  REQUIRE(data);
  const std::string text = to_text(data->graph, summarize(data->graph), {.rows = 2});
  CHECK(
      text.starts_with("tiny: 9 nodes, 13 relations, 14 claims, 3 sources\n"
                       "known up to 2020-01-31; claims asserted 12, retracted 1, disputed 1\n"));
  CHECK(text.find("actor   company        2\n") != std::string::npos);
  CHECK(text.find("signed      support          4       5    2         2      1\n") !=
        std::string::npos);
  CHECK(text.find("complete state\n") != std::string::npos);
  CHECK(text.find("... 1 more items\n") != std::string::npos);
  CHECK(text.find("\nCoverage: 2 rows complete, 1 partial, 1 named\n") != std::string::npos);
  CHECK(text.find("state.belmont  agreement.river-pact  support  0 1      c05\n") !=
        std::string::npos);
  CHECK(text.find("1 contradiction, 1 claim overruled") != std::string::npos);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 80);
}
