// SPDX-License-Identifier: Apache-2.0
#include "engine/report/text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "tests/report/result_for_tests.hpp"

using namespace entente;

TEST_CASE("a result for eyes ranks the nodes and aligns the points", "[report][text]") {
  CHECK(to_text(test::small_result(), {}) ==
        "Two words (two-words)\n"
        "input:   3 nodes, 2 edges\n"
        "options: convention = wf, damping = 0.1, normalized = true, steps = 3\n"
        "\n"
        "Scores of the nodes\n"
        "node  label      two_words  count  why\n"
        "----  ---------  ---------  -----  ---------\n"
        "c     C\xc3\xb4te, \"C\"     0.6667     30  said \"no\"\n"
        "a     a             0.1         1\n"
        "b     b             -           -  a, b\n"
        "\n"
        "summary\n"
        "rounds\n"
        "------\n"
        "     7\n"
        "\n"
        "note: b has no score (it has no neighbour)\n");
}

TEST_CASE("one table alone is shown where it is named", "[report][text]") {
  const std::string text = to_text(test::small_result(), {.table = "summary"});
  CHECK(text.find("rounds") != std::string::npos);
  CHECK(text.find("Scores") == std::string::npos);
}

TEST_CASE("a long table shows its largest values and counts the rest", "[report][text]") {
  Result result;
  result.method.id = "size";
  std::vector<std::int64_t> sizes(50);
  std::iota(sizes.begin(), sizes.end(), 1);
  result.tables = {{"sizes", "", {{"size", "", "", sizes}}}};
  const std::string text = to_text(result, {.rows = 2});
  CHECK(text.find("  50\n  49\n... 48 more rows (--format csv shows all)\n") != std::string::npos);
}

TEST_CASE("a table without a ranking column keeps its order", "[report][text]") {
  Result result;
  result.method.id = "other";
  result.tables = {{"t", "", {{"step", "", "", std::vector<std::int64_t>{1, 3, 2}}}}};
  CHECK(to_text(result, {}).find("   1\n   3\n   2\n") != std::string::npos);
}

TEST_CASE("nodes of one group stand together", "[report][text]") {
  Result result = test::small_result();
  result.tables = {{"nodes",
                    "",
                    {{"node", "", "", std::vector<Vertex>{0, 1, 2}},
                     {"group", "", "", std::vector<std::int64_t>{2, 1, 2}}}}};
  const std::string text = to_text(result, {});
  CHECK(text.find("b ") < text.find("a "));
  CHECK(text.find("a ") < text.find("c "));
}

TEST_CASE("an empty table says so", "[report][text]") {
  Result result;
  result.tables = {{"t", "Pairs", {{"a", "", "", std::vector<std::string>{}}}}};
  CHECK(to_text(result, {}).find("Pairs\n(no rows)\n") != std::string::npos);
}

TEST_CASE("a citation carries its DOI once", "[report][text]") {
  CHECK(citation_text({"Katz 1953", ""}) == "Katz 1953");
  CHECK(citation_text({"Burt 1992", "10.1/x"}) == "Burt 1992, doi:10.1/x");
  CHECK(citation_text({"Burt 1992, 10.1/x", "10.1/x"}) == "Burt 1992, 10.1/x");
}
