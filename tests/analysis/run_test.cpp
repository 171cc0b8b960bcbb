// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/run.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/support/graphs.hpp"
#include "tests/support/text_table.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Expected<Outcome> answer(const View&, const Params&, const Context&) { return Outcome{}; }

// What a method with these needs says to a view; "" where it takes it.
std::string refusal(const Needs& needs, const View& view) {
  Analysis analysis;
  analysis.method.id = "m";
  analysis.needs = needs;
  analysis.on_view = answer;
  const auto result = run(analysis, view, {}, {});
  return result ? "" : to_text(result.error().front());
}

}  // namespace

TEST_CASE("a view that does not fit a method is refused with the reason", "[analysis][run]") {
  const View actors = two_mode({"10", "01"});
  CHECK(refusal({}, path(3)).empty());
  CHECK(refusal({.two_mode = true}, actors).empty());
  CHECK(refusal({.two_mode = true}, path(3)) ==
        "error[R102]: 'm' needs a two-mode graph (actors and items)\n"
        "  hint: mark the vertices with mode = actor or item, in the file or with --nodes");
  CHECK(refusal({.one_mode = true}, path(3)).empty());
  CHECK(refusal({.one_mode = true}, actors) ==
        "error[R103]: 'm' needs a one-mode graph\n  hint: project the two-mode graph first");
  CHECK(refusal({.undirected = true}, path(3)).empty());
  CHECK(refusal({.undirected = true}, path(3, true)) ==
        "error[R104]: 'm' needs an undirected graph\n  hint: --undirected ignores the directions");
}

TEST_CASE("a method that reads unknown cells as zeros refuses them", "[analysis][run]") {
  const std::string reads_zeros =
      "error[R105]: 'm' would read cells that could not be seen as zeros and refuses to\n"
      "  hint: use a method that honours the mask, or a file without one";
  CHECK(refusal({.honours_mask = false}, two_mode({"10", "01"})).empty());
  CHECK(refusal({.honours_mask = false}, two_mode({"1?", "01"})) == reads_zeros);
  CHECK(refusal({.honours_mask = false}, two_mode({"1-", "01"})) == reads_zeros);
  CHECK(refusal({.honours_mask = true}, two_mode({"1?", "01"})).empty());
}

TEST_CASE("a graph is no table, and a table no graph", "[analysis][run]") {
  CHECK(to_text(failure("name-similarity", path(3)).front()) ==
        "error[R101]: 'name-similarity' reads a table, not a graph\n  hint: give it a .csv table");
  CHECK(to_text(table_failure("degree", text_table({"a", "b"}, {{"x", "y"}})).front()) ==
        "error[R106]: 'degree' reads a graph, not a table\n"
        "  hint: give it a .graphml, .json or edge-list .csv file");
}
