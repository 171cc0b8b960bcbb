// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/bipartite/bicm_fit.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

FileTable groups(std::vector<std::pair<std::string, std::string>> rows) {
  return std::make_shared<NodeTable>(NodeTable{"groups.csv", std::move(rows)});
}

}  // namespace

TEST_CASE("the signature that two thirds would expect, by hand", "[missing-signatories]") {
  const Result result = run_analysis("missing-signatories", two_mode({"10", "10", "01"}));
  CHECK(column(result, "actor") == Values{2});
  CHECK(column(result, "item") == Values{3});
  CHECK(column(result, "probability")[0] == Approx(2.0 / 3));
  CHECK(column(result, "p_value")[0] == Approx(1.0 / 3));
  CHECK(column(result, "q_value")[0] == 1);  // of six known cells it is no surprise
  CHECK(column(result, "signatures", "items") == Values{2, 1});
  CHECK(column(result, "absences", "items") == Values{1, 0});
  CHECK(column(
            run_analysis("missing-signatories", two_mode({"10", "10", "01"}), {{"threshold", 0.7}}),
            "actor")
            .empty());
}

TEST_CASE("a group of absentees by hand", "[missing-signatories]") {
  const View view = two_mode({"10", "10", "10", "10", "01", "01"});
  const Result result = run_analysis("missing-signatories", view,
                                     {{"partition", groups({{"a000", "in"},
                                                            {"a001", "in"},
                                                            {"a002", "in"},
                                                            {"a003", "in"},
                                                            {"a004", "out"},
                                                            {"a005", "out"}})}});
  CHECK(column(result, "members", "groups") == Values{4, 4, 2, 2});
  CHECK(column(result, "signatures", "groups") == Values{4, 0, 0, 2});
  CHECK(column(result, "p_value", "groups")[2] == Approx(1.0 / 9));
  CHECK(column(result, "expected", "groups")[2] == Approx(4.0 / 3));
  CHECK_FALSE(has_note(result, "O103"));
}

TEST_CASE("every listed absence is a zero that could be seen", "[missing-signatories]") {
  const View view = random_two_mode({.actors = 25, .items = 8, .density = 0.6, .hidden = 0.4}, 6);
  const Result result = run_analysis("missing-signatories", view);
  const auto actor = column(result, "actor"), item = column(result, "item"),
             p = column(result, "probability");
  const bipartite::Incidence table(view);
  const auto fit = bipartite::fit_bicm(table);
  std::size_t expected = 0;
  for (std::uint32_t i = 0; i < 25; ++i) {
    for (std::uint32_t j = 0; j < 8; ++j) {
      expected += table.known(i, j) && !table.has(i, j) && fit->probability(i, j) >= 0.5 ? 1 : 0;
    }
  }
  REQUIRE(actor.size() == expected);
  for (std::size_t at = 0; at < actor.size(); ++at) {
    CHECK(view.mask()->known(std::uint32_t(actor[at]), std::uint32_t(item[at]) - 25));
    if (at > 0) CHECK(p[at] <= p[at - 1]);
  }
}

TEST_CASE("a vote for the other answer is listed with the absence", "[missing-signatories]") {
  const Result result =
      run_analysis("missing-signatories", votes({"y1", "y0", "y1", "y0", "n1", "a1"}));
  const auto instead = column(result, "instead");
  REQUIRE(instead.size() >= 2);
  CHECK(has_note(result, "O105"));
  std::size_t given = 0;
  for (const double vertex : instead) given += vertex == double(no_item) ? 0 : 1;
  CHECK(given == 1);  // the actor that voted no
}

TEST_CASE("a partition with gaps, strangers and contradictions", "[missing-signatories]") {
  const View view = two_mode({"10", "10", "01"});
  const Result result = run_analysis("missing-signatories", view,
                                     {{"partition", groups({{"a000", "g"}, {"nobody", "g"}})}});
  CHECK(has_note(result, "O103"));
  CHECK(has_note(result, "O104"));
  CHECK(
      failure("missing-signatories", view, {{"partition", groups({{"a000", "g"}, {"a000", "h"}})}})
          .front()
          .code == "O102");
}

TEST_CASE("missing-signatories refuses what it cannot use", "[missing-signatories]") {
  CHECK(failure("missing-signatories", cycle(4)).front().code == "R102");
  CHECK(failure("missing-signatories", two_mode({"1"}), {{"threshold", 2.0}}).front().code ==
        "P103");
}

TEST_CASE("more absences than can be sorted are refused", "[missing-signatories]") {
  EdgeList list;
  list.two_mode = true;
  constexpr std::uint32_t actors = 7200, items = 7000;
  for (std::uint32_t v = 0; v < actors + items; ++v) {
    list.keys.push_back(std::to_string(v));
    list.is_item.push_back(v < actors ? 0 : 1);
  }
  list.source = {0};
  list.target = {actors};
  const auto result = run(*find_analysis("missing-signatories"), View(std::move(list)), {}, {});
  REQUIRE_FALSE(result);
  CHECK(result.error().front().code == "O106");
}
