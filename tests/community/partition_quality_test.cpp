// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

// One letter per vertex.
Params partition(const View& view, const std::string& groups, double resolution = 1) {
  NodeTable table{"groups.csv", {}};
  for (Vertex v = 0; v < groups.size(); ++v)
    table.rows.emplace_back(view.key(v), groups.substr(v, 1));
  return {{"partition", std::make_shared<const NodeTable>(table)}, {"resolution", resolution}};
}

Values qualities(const View& view, const std::string& groups, double resolution = 1) {
  return column(run_analysis("partition-quality", view, partition(view, groups, resolution)),
                "value");
}

}  // namespace

TEST_CASE("partition-quality of two triangles by hand", "[partition-quality]") {
  const View view = graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  const Values one = qualities(view, "xxxyyy");
  CHECK(one[0] == Approx(6.0 / 7 - 0.5));
  CHECK(one[1] == Approx(0).margin(1e-13));
  CHECK(qualities(view, "xxxyyy", 0.5)[0] == Approx(6.0 / 7 - 0.25));
  CHECK(qualities(view, "xxxyyy", 0.5)[1] == Approx(3));
}

TEST_CASE("partition-quality of the split of Zachary's club", "[partition-quality]") {
  // networkx 3.6.1: modularity of the two clubs as the node attribute names them, no weights.
  CHECK(qualities(zachary(), "xxxxxxxxxyxxxxyyxxyxyxyyyyyyyyyyyy")[0] ==
        Approx(0.3582347140039447).epsilon(1e-12));
}

TEST_CASE("partition-quality agrees with what leiden reports", "[partition-quality]") {
  const View view = random_graph(30, 60, 2, true, WeightRole::strength);
  const Result best = run_analysis("leiden", view);
  std::string groups;
  for (const double g : column(best, "group")) groups += static_cast<char>('a' + int(g));
  CHECK(qualities(view, groups)[0] == Approx(column(best, "quality", "summary")[0]).epsilon(1e-12));
}

TEST_CASE("partition-quality of a two-mode graph is Barber's", "[partition-quality]") {
  const View view = two_mode({"1100", "1100", "0011", "0011"});
  CHECK(qualities(view, "xxyyxxyy") == Values{0.5});
  CHECK(qualities(view, "xxxxxxxx")[0] == Approx(0).margin(1e-15));
  CHECK(qualities(view, "xxyyyyxx")[0] == Approx(-0.5));
}

TEST_CASE("partition-quality refuses partitions that do not fit", "[partition-quality]") {
  const View view = path(3);
  CHECK(failure("partition-quality", view).front().code == "P105");
  CHECK(failure("partition-quality", view, partition(view, "xy")).front().code == "G123");
  NodeTable table{"groups.csv", {{"nobody", "x"}, {view.key(0), "x"}, {view.key(0), "y"}}};
  const Diagnostics problems =
      failure("partition-quality", view, {{"partition", std::make_shared<const NodeTable>(table)}});
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "G121");
  CHECK(problems[0].where.line == 2);
  CHECK(problems[1].code == "G122");
  CHECK(problems[2].code == "G123");
}

TEST_CASE("partition-quality knows a roll call by its id and by its answers",
          "[partition-quality]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "vote"};
  list.is_item = {0, 0, 0, 1};
  list.source = {0, 1, 2};
  list.target = {3, 3, 3};
  list.sign = {1, 1, -1};
  const View view{list};
  const auto quality = [&](std::vector<std::pair<std::string, std::string>> rows) {
    rows.insert(rows.end(), {{"a", "x"}, {"b", "x"}, {"c", "y"}});
    const auto table = std::make_shared<const NodeTable>(NodeTable{"groups.csv", rows});
    return column(run_analysis("partition-quality", view, {{"partition", table}}), "value")[0];
  };
  CHECK(quality({{"vote", "x"}}) == quality({{"vote.yes", "x"}, {"vote.no", "x"}}));
  CHECK(quality({{"vote", "x"}}) != quality({{"vote.yes", "x"}, {"vote.no", "y"}}));
  const auto twice = std::make_shared<const NodeTable>(NodeTable{
      "groups.csv", {{"a", "x"}, {"b", "x"}, {"c", "y"}, {"vote", "x"}, {"vote.no", "y"}}});
  CHECK(failure("partition-quality", view, {{"partition", twice}}).front().code == "G122");
}
