// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

TEST_CASE("project joins actors that share items, and items that share actors", "[project]") {
  const View view = two_mode({"110", "011", "001"});
  const Result actors = run_analysis("project", view);
  CHECK(column(actors, "source") == Values{0, 1});
  CHECK(column(actors, "target") == Values{1, 2});
  CHECK(column(actors, "weight") == Values{1, 1});
  const Result items = run_analysis("project", view, {{"side", "item"}});
  CHECK(column(items, "source") == Values{3, 4});
  CHECK(column(items, "target") == Values{4, 5});
}

TEST_CASE("project passes each kind of weight on", "[project]") {
  const View view = two_mode({"111", "110"});
  const auto weight = [&](const char* name) {
    return column(run_analysis("project", view, {{"weights", name}}), "weight");
  };
  CHECK(weight("simple") == Values{2});
  CHECK(weight("newman") == Values{2});
  CHECK(weight("hyperbolic") == Values{1});
  CHECK(weight("jaccard") == Values{2.0 / 3});
  CHECK(weight("overlap") == Values{1});
  CHECK(max_gap(weight("cosine"), {2 / std::sqrt(6.0)}) < 1e-15);
  CHECK(max_gap(weight("resource-allocation"), {2.0 / 3, 1.0 / 3, 0.5, 0.5}) < 1e-15);
}

TEST_CASE("project of the southern women", "[project]") {
  // networkx 3.6.1, bipartite.weighted_projected_graph: 139 pairs of women, Evelyn and Laura 6.
  const View view = southern_women();
  const Result result = run_analysis("project", view);
  const auto source = column(result, "source"), target = column(result, "target");
  const auto weight = column(result, "weight");
  CHECK(weight.size() == 139);
  for (std::size_t e = 0; e < weight.size(); ++e) {
    if (source[e] == *view.find("Evelyn Jefferson") && target[e] == *view.find("Laura Mandeville"))
      CHECK(weight[e] == 6);
  }
}

TEST_CASE("project says where a missing edge says nothing", "[project]") {
  CHECK(has_note(run_analysis("project", two_mode({"1?", "?1"})), "A307"));
  CHECK_FALSE(has_note(run_analysis("project", two_mode({"10", "01"})), "A307"));
}

TEST_CASE("project refuses one-mode graphs and unknown words", "[project]") {
  CHECK(failure("project", path(3)).front().code == "R102");
  CHECK(failure("project", two_mode({"1"}), {{"side", "both"}}).front().code == "P104");
  CHECK(failure("project", two_mode({"1"}), {{"weights", "dice"}}).front().code == "P104");
}
