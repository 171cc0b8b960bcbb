// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/davis_order.hpp"
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
  Values of_the_two;
  for (std::size_t e = 0; e < weight.size(); ++e) {
    if (source[e] == *view.find("Evelyn Jefferson") && target[e] == *view.find("Laura Mandeville"))
      of_the_two.push_back(weight[e]);
  }
  CHECK(of_the_two == Values{6});
}

TEST_CASE("project of the southern women as printed", "[project]") {
  // O. Lizardo, Social Networks (SOCIOL 208), Extracting the Backbone,
  // olizardo.github.io/SOCIOL208/backbone.html (commit 04079f19ba7e): the matrices P and G by
  // R. L. Breiger (1974), doi:10.2307/2576011, one digit for each two of the women and events.
  const std::vector<std::string> women{
      "067634333222221211", "606634423211222100", "760644434322332211", "666044423211222100",
      "334402202100111000", "444420322111111100", "344423023211222100", "323202202222221211",
      "334322320322322211", "223211223033433211", "212101122304433211", "212101122340653211",
      "223211223446064211", "223211222335604122", "122211212333440111", "212101122222211011",
      "101000011111121102", "101000011111121120"};
  const std::vector<std::string> events{
      "02323323100000", "20323323200000", "33046545200000", "22404333200000", "33640667300000",
      "33536057411111", "22436508532422", "33537780941522", "12223459043533", "00000134402533",
      "00000121320211", "00000145552033", "00000122331303", "00000122331330"};
  const View view = southern_women();
  const std::vector<Vertex> order = in_davis_order(view);
  const auto check = [&](const char* side, const std::vector<std::string>& printed,
                         std::size_t first) {
    const Result result = run_analysis("project", view, {{"side", side}});
    std::vector<std::string> found(printed.size(), std::string(printed.size(), '0'));
    const auto source = column(result, "source"), target = column(result, "target"),
               weight = column(result, "weight");
    const auto place = [&](double vertex) {
      return std::size_t(std::find(order.begin(), order.end(), Vertex(vertex)) - order.begin()) -
             first;
    };
    for (std::size_t e = 0; e < weight.size(); ++e) {
      const std::size_t a = place(source[e]), b = place(target[e]);
      found.at(a).at(b) = found.at(b).at(a) = static_cast<char>('0' + int(weight[e]));
    }
    CHECK(found == printed);
  };
  check("actor", women, 0);
  check("item", events, 18);
}

TEST_CASE("project of the examples in manuals", "[project]") {
  // networkx 2.4, collaboration_weighted_projected_graph, Examples: a path of 0 to 4 and an edge
  // from 1 to 5, projected onto 0, 2, 4, 5; Newman (2001), doi:10.1103/PhysRevE.64.016132.
  const Result result =
      run_analysis("project", two_mode({"10", "11", "01", "10"}), {{"weights", "newman"}});
  CHECK(column(result, "source") == Values{0, 0, 1, 1});
  CHECK(column(result, "target") == Values{1, 3, 2, 3});
  CHECK(column(result, "weight") == Values{0.5, 0.5, 1, 0.5});
  // Neo4j Graph Algorithms (commit 01ca80f21558), Jaccard Similarity: 1, 2, 3 and 1, 2, 4, 5
  CHECK(column(run_analysis("project", two_mode({"11100", "11011"}), {{"weights", "jaccard"}}),
               "weight") == Values{0.4});
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
