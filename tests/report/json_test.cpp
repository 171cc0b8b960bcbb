// SPDX-License-Identifier: Apache-2.0
#include "engine/report/json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/report/result_for_tests.hpp"

using namespace entente;

TEST_CASE("a result is one line of JSON in the promised form", "[report][json]") {
  CHECK(
      to_json(test::small_result()) ==
      R"({"method":{"id":"two-words","title":"Two words","citations":)"
      R"(["Brandes (2001), doi:10.1080/0022250X.2001.9990249"]},)"
      R"("params":{"convention":"wf","damping":0.1,"normalized":true,"partition":null,"steps":3},)"
      R"("input":{"digest":"d1","nodes":3,"edges":2},)"
      R"("tables":[{"name":"scores","columns":[)"
      R"({"name":"node","unit":"","values":["a","b","c"]},)"
      R"({"name":"two_words","unit":"share","values":[0.1,null,0.6666666666666666]},)"
      R"({"name":"count","unit":"","values":[1,null,30]},)"
      R"({"name":"why","unit":"","values":["","a, b","said \"no\""]}]},)"
      R"({"name":"summary","columns":[{"name":"rounds","unit":"","values":[7]}]}],)"
      "\"notes\":[\"b has no score (it has no neighbour)\"]}"
      "\n");
}

TEST_CASE("an infinity, which JSON cannot say, is null", "[report][json]") {
  std::string text;
  {
    io::JsonWriter json(text);
    write_table(
        json,
        {"t", "", {{"x", "", "", std::vector<double>{std::numeric_limits<double>::infinity()}}}},
        View());
  }
  CHECK(text == R"({"name":"t","columns":[{"name":"x","unit":"","values":[null]}]})");
}

TEST_CASE("a result without tables is still whole", "[report][json]") {
  Result result;
  result.method.id = "none";
  CHECK(to_json(result) == R"({"method":{"id":"none","title":"","citations":[]},"params":{},)"
                           R"("input":{"digest":"","nodes":0,"edges":0},"tables":[],"notes":[]})"
                           "\n");
}
