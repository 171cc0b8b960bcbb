// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

constexpr std::array roles{"coordinator", "itinerant", "representative", "gatekeeper", "liaison"};
using Counts = std::vector<std::array<double, 5>>;  // by node

// One letter per vertex; '.' leaves the node without a group.
Params groups(const View& view, const std::string& letters) {
  NodeTable table{"groups.csv", {}};
  for (Vertex v = 0; v < letters.size(); ++v) {
    table.rows.emplace_back(view.key(v), letters[v] == '.' ? "" : letters.substr(v, 1));
  }
  return {{"partition", std::make_shared<const NodeTable>(table)}};
}

Values by_role(const Result& result, Vertex node) {
  Values values;
  for (const char* role : roles) values.push_back(column(result, role)[node]);
  return values;
}

using Square = std::vector<std::vector<double>>;

Square ties_of_view(const View& view) {
  Square ties(view.vertex_count(), Values(view.vertex_count(), 0));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    ties[view.source(e)][view.target(e)] = 1;
    if (!view.directed()) ties[view.target(e)][view.source(e)] = 1;
  }
  return ties;
}

Square shared_items(const View& view) {
  Square ties(view.actor_count(), Values(view.actor_count(), 0));
  for (Vertex item = view.actor_count(); item < view.vertex_count(); ++item) {
    for (const Vertex a : view.out(item)) {
      for (const Vertex b : view.out(item)) ties[a][b] += a != b ? 1 : 0;
    }
  }
  return ties;
}

// The definition: three loops.
Counts slow_counts(const Square& ties, const std::string& group) {
  const std::size_t n = ties.size();
  Counts counts(n, {0, 0, 0, 0, 0});
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < n; ++k) {
        if (i == j || j == k || i == k || ties[i][k] > 0) continue;
        if (group[i] == '.' || group[j] == '.' || group[k] == '.') continue;
        const bool ij = group[i] == group[j], jk = group[j] == group[k], ik = group[i] == group[k];
        const std::size_t role = ij && jk ? 0 : ik ? 1 : ij ? 2 : jk ? 3 : 4;
        counts[j][role] += ties[i][j] * ties[j][k];
      }
    }
  }
  return counts;
}

// z over every different way to deal the letters; NaN where they all give one count.
Counts slow_z(const Square& ties, const std::string& group) {
  std::string grouped;
  for (const char c : group) grouped += c == '.' ? "" : std::string(1, c);
  std::sort(grouped.begin(), grouped.end());
  const std::size_t n = ties.size();
  Counts sum(n, {0, 0, 0, 0, 0}), squares = sum;
  double deals = 0;
  do {
    std::string dealt = group;
    std::size_t next = 0;
    for (char& c : dealt) c = c == '.' ? '.' : grouped[next++];
    const Counts counts = slow_counts(ties, dealt);
    ++deals;
    for (std::size_t v = 0; v < n; ++v) {
      for (std::size_t r = 0; r < 5; ++r) {
        sum[v][r] += counts[v][r];
        squares[v][r] += counts[v][r] * counts[v][r];
      }
    }
  } while (std::next_permutation(grouped.begin(), grouped.end()));
  Counts z = slow_counts(ties, group);
  for (std::size_t v = 0; v < n; ++v) {
    for (std::size_t r = 0; r < 5; ++r) {
      const double mean = sum[v][r] / deals, variance = squares[v][r] / deals - mean * mean;
      z[v][r] = variance > 1e-9 ? (z[v][r] - mean) / std::sqrt(variance) : std::nan("");
    }
  }
  return z;
}

void check_against(const Result& result, const Square& ties, const std::string& group) {
  const Counts counts = slow_counts(ties, group), z = slow_z(ties, group);
  for (std::size_t r = 0; r < roles.size(); ++r) {
    const Values count = column(result, roles[r]);
    const Values score = column(result, "z_" + std::string(roles[r]));
    for (std::size_t v = 0; v < ties.size(); ++v) {
      INFO(roles[r] << " of " << v);
      CHECK(count[v] == counts[v][r]);
      if (std::isnan(z[v][r])) {
        CHECK(std::isnan(score[v]));
      } else {
        CHECK(score[v] == Approx(z[v][r]).epsilon(1e-9).margin(1e-9));
      }
    }
  }
}

}  // namespace

TEST_CASE("each role of a path of three by its groups", "[brokerage]") {
  const View view = path(3, true);
  const auto roles_of_middle = [&](const char* letters) {
    return by_role(run_analysis("brokerage", view, groups(view, letters)), 1);
  };
  CHECK(roles_of_middle("aaa") == Values{1, 0, 0, 0, 0});
  CHECK(roles_of_middle("aba") == Values{0, 1, 0, 0, 0});
  CHECK(roles_of_middle("aab") == Values{0, 0, 1, 0, 0});
  CHECK(roles_of_middle("abb") == Values{0, 0, 0, 1, 0});
  CHECK(roles_of_middle("abc") == Values{0, 0, 0, 0, 1});
}

TEST_CASE("an undirected path counts in both directions, a closed one not at all", "[brokerage]") {
  const View view = path(3);
  const Result result = run_analysis("brokerage", view, groups(view, "aab"));
  CHECK(by_role(result, 1) == Values{0, 0, 1, 1, 0});
  CHECK(column(result, "total") == Values{0, 2, 0});
  const View closed = complete(4);
  CHECK(column(run_analysis("brokerage", closed, groups(closed, "abab")), "total") ==
        Values{0, 0, 0, 0});
}

TEST_CASE("the z of a star of three with groups a, a, b, b by hand", "[brokerage]") {
  // The middle has 6 paths. It is a or b; of the leaves, one has its label and two the other: each
  // deal has 0 coordinators, 2 itinerants, 2 representatives, 2 gatekeepers.
  const View view = star(3);
  const Result result = run_analysis("brokerage", view, groups(view, "aabb"));
  CHECK(by_role(result, 0) == Values{0, 2, 2, 2, 0});
  CHECK(std::isnan(column(result, "z_itinerant")[0]));
  CHECK(has_note(result, "S123"));
  CHECK(column(result, "mean", "summary") == Values{0, 2, 2, 2, 0});
}

TEST_CASE("brokerage agrees with its definition and with all deals of the labels", "[brokerage]") {
  for (const bool directed : {true, false}) {
    for (const char* letters : {"aabbc.ab", "aaaabbbb", "abcdefgh", "aaaaaaab"}) {
      const View view = random_graph(8, directed ? 24 : 13, 7, directed);
      check_against(run_analysis("brokerage", view, groups(view, letters)), ties_of_view(view),
                    letters);
    }
  }
}

TEST_CASE("two-mode: chains of two items between actors that share none", "[brokerage]") {
  // 0 and 1 share two items, 1 and 2 one: 2 chains each way.
  const View view = two_mode({"110", "111", "001"});
  const Result result = run_analysis("brokerage", view, groups(view, "aab"));
  CHECK(column(result, "node") == Values{0, 1, 2});
  CHECK(by_role(result, 1) == Values{0, 0, 2, 2, 0});
  const View more = two_mode({"11000", "01100", "00110", "00011", "10010", "00100", "11001"});
  check_against(run_analysis("brokerage", more, groups(more, "aabbcab")), shared_items(more),
                "aabbcab");
}

TEST_CASE("the groups are those of the nodes where no file gives others", "[brokerage]") {
  EdgeList list = vertices_of(path(3, true));
  list.directed = true;
  list.source = {0, 1};
  list.target = {1, 2};
  list.kinds = {"state", "company", "state"};
  CHECK(by_role(run_analysis("brokerage", View(list)), 1) == Values{0, 1, 0, 0, 0});
  list.columns = {{"group", {"x", "x", ""}}, {"country", {"x", "x", "y"}}};
  CHECK(column(run_analysis("brokerage", View(list)), "total")[1] == 0);  // 2 has no group
  CHECK(has_note(run_analysis("brokerage", View(list)), "S122"));
  CHECK(by_role(run_analysis("brokerage", View(list), {{"attribute", std::string("country")}}),
                1) == Values{0, 0, 1, 0, 0});
  CHECK(by_role(run_analysis("brokerage", View(list), {{"attribute", std::string("kind")}}), 1) ==
        Values{0, 1, 0, 0, 0});
}

TEST_CASE("brokerage follows the nodes to new places and does not depend on threads",
          "[brokerage]") {
  const View view = random_graph(30, 80, 3, false);
  const auto place = shuffled(30, 8);
  const View moved = relabelled(view, place);
  std::string letters(30, 'a'), new_letters(30, 'a');
  for (Vertex v = 0; v < 30; ++v) new_letters[place[v]] = letters[v] = char('a' + v % 4);
  const Result one = run_analysis("brokerage", view, groups(view, letters), 1);
  const Result two = run_analysis("brokerage", moved, groups(moved, new_letters), 4);
  for (const char* name : {"liaison", "itinerant", "z_liaison", "z_gatekeeper"}) {
    const Values a = column(one, name), b = column(two, name);
    for (Vertex v = 0; v < 30; ++v) {
      if (!std::isnan(a[v])) CHECK(a[v] == Approx(b[place[v]]).epsilon(1e-9).margin(1e-12));
    }
  }
}

TEST_CASE("brokerage says where its groups come from, and how many they are", "[brokerage]") {
  const View view = path(4);
  CHECK(to_text(run_analysis("brokerage", view, groups(view, "aab.")).notes.front()) ==
        "note[S121]: groups: partition, 2 of them");
  EdgeList list = vertices_of(path(3));
  list.source = {0, 1};
  list.target = {1, 2};
  list.kinds = {"state", "company", "club"};
  CHECK(to_text(run_analysis("brokerage", View(list)).notes.front()) ==
        "note[S121]: groups: kind, 3 of them");
}

TEST_CASE("unseen cells are told", "[brokerage]") {
  const View view = two_mode({"1?", "?1"});
  CHECK(has_note(run_analysis("brokerage", view, groups(view, "ab")), "S124"));
}

TEST_CASE("brokerage refuses graphs without groups and unknown properties", "[brokerage]") {
  CHECK(failure("brokerage", path(3)).front().code == "G124");
  CHECK(failure("brokerage", path(3), {{"attribute", std::string("country")}}).front().code ==
        "G125");
  CHECK(failure("brokerage", path(3), groups(path(3), "ab")).front().code == "G123");
  CHECK(failure("brokerage", path(3), {{"side", std::string("item")}}).front().code == "P101");
}
