// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <set>

#include "engine/bipartite/incidence.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

// The size, after a check that the pairs are edges of which no two meet.
double matching(const View& view) {
  const auto result = run_analysis("matching", view);
  const auto actor = column(result, "actor", "pairs"), item = column(result, "item", "pairs");
  const bipartite::Incidence table(view);
  for (std::size_t k = 0; k < actor.size(); ++k) {
    CHECK(table.has(static_cast<Vertex>(actor[k]),
                    static_cast<Vertex>(item[k]) - view.actor_count()));
  }
  CHECK(std::set(actor.begin(), actor.end()).size() == actor.size());
  CHECK(std::set(item.begin(), item.end()).size() == item.size());
  const double size = column(result, "matching").at(0);
  CHECK(size == static_cast<double>(actor.size()));
  return size;
}

// Way by way, without levels.
double slow_matching(const View& view) {
  const bipartite::Incidence table(view);
  std::vector<std::int64_t> actor_of(table.items(), -1);
  double size = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    std::set<std::uint32_t> seen;
    const std::function<bool(std::uint32_t)> place = [&](std::uint32_t actor) {
      for (const std::uint32_t j : table.row(actor)) {
        if (!seen.insert(j).second) continue;
        if (actor_of[j] >= 0 && !place(static_cast<std::uint32_t>(actor_of[j]))) continue;
        actor_of[j] = actor;
        return true;
      }
      return false;
    };
    size += place(i) ? 1 : 0;
  }
  return size;
}

}  // namespace

TEST_CASE("a matching gives way where the first choice is the only one of another", "[matching]") {
  const auto result = run_analysis("matching", two_mode({"11", "10", "10"}));
  CHECK(column(result, "matching") == Values{2});
  CHECK(column(result, "actor", "pairs") == Values{0, 1});
  CHECK(column(result, "item", "pairs") == Values{4, 3});
}

TEST_CASE("matchings of full, empty and lopsided tables", "[matching]") {
  CHECK(matching(two_mode({"111", "111"})) == 2);
  CHECK(matching(two_mode({"00", "00"})) == 0);
  CHECK(matching(two_mode({}, 2)) == 0);
  CHECK(matching(two_mode({"1", "1", "1"})) == 1);
}

TEST_CASE("the southern women can each but four take an event of their own", "[matching]") {
  // networkx 2.8.8, bipartite.maximum_matching: all 14 events
  CHECK(matching(southern_women()) == 14);
}

TEST_CASE("matchings of the examples in manuals", "[matching]") {
  // The graph of the LEDA tutorial, www.leda-tutorial.org/en/unofficial/ch05s03s05.html, of size 6
  // in examples/simple/igraph_maximum_bipartite_matching.c of igraph (commit 1183084196bd).
  CHECK(matching(two_mode({"1000101", "0110010", "1100000", "0011010", "0100001", "0000001",
                           "0100001", "1000101"})) == 6);
  // SciPy 1.2.3, scipy.sparse.csgraph.maximum_bipartite_matching, Examples: [1, 0, 3, 2]
  CHECK(matching(two_mode({"0110", "1001", "1001", "0110"})) == 4);
}

TEST_CASE("a matching is as large as one found way by way", "[matching]") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const View view = random_two_mode({.actors = 25, .items = 22, .density = 0.09}, seed);
    CHECK(matching(view) == slow_matching(view));
  }
}

TEST_CASE("a matching along a way as long as the graph needs no deep stack", "[matching]") {
  // Each but the last has i_k and i_(k+1) and takes i_k first; the last one has i_0 alone, so that
  // all others must move on by one.
  constexpr Vertex n = 100'000;
  EdgeList list;
  list.two_mode = true;
  for (Vertex k = 0; k < n; ++k) list.keys.push_back("a" + std::to_string(n + k));
  for (Vertex k = 0; k < n; ++k) list.keys.push_back("i" + std::to_string(n + k));
  list.is_item.assign(n, 0);
  list.is_item.resize(2 * n, 1);
  for (Vertex k = 0; k + 1 < n; ++k) {
    list.source.insert(list.source.end(), {k, k});
    list.target.insert(list.target.end(), {n + k, n + k + 1});
  }
  list.source.push_back(n - 1);
  list.target.push_back(n);
  const auto result = run_analysis("matching", View(std::move(list)));
  CHECK(column(result, "matching") == Values{n});
}

TEST_CASE("the size of a matching does not depend on the sides", "[matching]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_two_mode({.actors = 12, .items = 20, .density = 0.12}, seed);
    std::vector<std::string> turned(20, std::string(12, '0'));
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      turned[view.target(e) - 12][view.source(e)] = '1';
    }
    CHECK(matching(two_mode(turned)) == matching(view));
  }
}

TEST_CASE("matching refuses one-mode graphs and parameters", "[matching]") {
  CHECK(failure("matching", path(3)).front().code == "R102");
  CHECK(failure("matching", two_mode({"1"}), {{"side", "actor"}}).front().code == "P101");
}
