// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>

#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;
using Rolls = std::vector<std::string>;

namespace {

// One text per actor, one character per roll call: y, a, n, or anything else for no stance. The
// signs stand on the edges.
View signed_votes(const Rolls& rows) {
  EdgeList list;
  list.two_mode = true;
  const auto columns = rows.empty() ? 0 : rows[0].size();
  for (std::size_t i = 0; i < rows.size(); ++i) list.keys.push_back("a" + std::to_string(100 + i));
  for (std::size_t j = 0; j < columns; ++j) list.keys.push_back("v" + std::to_string(100 + j));
  list.is_item.assign(rows.size(), 0);
  list.is_item.resize(list.keys.size(), 1);
  for (Vertex i = 0; i < rows.size(); ++i) {
    for (Vertex j = 0; j < columns; ++j) {
      const char cell = rows[i][j];
      if (cell != 'y' && cell != 'a' && cell != 'n') continue;
      list.source.push_back(i);
      list.target.push_back(Vertex(rows.size()) + j);
      list.sign.push_back(cell == 'y' ? 1 : cell == 'a' ? 0 : -1);
    }
  }
  return View(std::move(list));
}

Rolls random_rolls(std::uint32_t actors, std::uint32_t votes, std::uint64_t seed) {
  Rng rng(seed);
  Rolls rows(actors);
  for (auto& row : rows) {
    for (std::uint32_t j = 0; j < votes; ++j) row += "yyyann.?"[rng.below(8)];
  }
  return rows;
}

int value_of(char answer) { return answer == 'y' ? 1 : answer == 'n' ? -1 : 0; }
bool taken(char answer) { return answer == 'y' || answer == 'a' || answer == 'n'; }

// Each score from its definition, pair by pair and draw by draw.
struct Slow {
  double shared = 0, same = 0, apart = 0, pooled = 0, own = 0;
};
Slow slow(const std::string& a, const std::string& b) {
  Slow result;
  std::vector<int> x, y, both;
  for (std::size_t j = 0; j < a.size(); ++j) {
    if (!taken(a[j]) || !taken(b[j])) continue;
    x.push_back(value_of(a[j]));
    y.push_back(value_of(b[j]));
  }
  both = x;
  both.insert(both.end(), y.begin(), y.end());
  result.shared = double(x.size());
  for (std::size_t j = 0; j < x.size(); ++j) {
    result.same += x[j] == y[j] ? 1 : 0;
    result.apart += std::abs(x[j] - y[j]) / result.shared;
  }
  for (const int u : x) {
    for (const int v : y) result.own += std::abs(u - v) / (result.shared * result.shared);
  }
  for (const int u : both) {
    for (const int v : both) result.pooled += std::abs(u - v) / (4 * result.shared * result.shared);
  }
  return result;
}

Params groups_of(const View& view, const std::string& letters) {
  NodeTable table{"groups.csv", {}};
  for (Vertex v = 0; v < letters.size(); ++v)
    table.rows.emplace_back(view.key(v), letters.substr(v, 1));
  return {{"partition", std::make_shared<const NodeTable>(table)}};
}

std::vector<std::string> words(const Result& result, const std::string& table, std::size_t column) {
  const auto found = std::find_if(result.tables.begin(), result.tables.end(),
                                  [&](const Table& t) { return t.name == table; });
  return std::get<std::vector<std::string>>(found->columns.at(column).cells);
}

}  // namespace

TEST_CASE("agreement of two actors by hand", "[agreement-scores]") {
  // Shared: y/y, a/a, y/n, y/a; distances 0, 0, 2, 1.
  const Result result = run_analysis("agreement-scores", signed_votes({"yayyn.", "yana.y"}));
  CHECK(column(result, "a") == Values{0});
  CHECK(column(result, "b") == Values{1});
  CHECK(column(result, "shared_items") == Values{4});
  CHECK(column(result, "agreement_share") == Values{0.5});
  CHECK(column(result, "lijphart") == Values{(2 + 0.5) / 4});
  CHECK(column(result, "s") == Values{1 - 3.0 / 4});
  // Shares of a: y 3/4, a 1/4; of b: y 1/4, a 1/2, n 1/4; D_o = 3/4.
  const double own = (3.0 / 4) * (1.0 / 2 + 2.0 / 4) + (1.0 / 4) * (1.0 / 4 + 1.0 / 4);
  CHECK(column(result, "cohen_kappa")[0] == Approx(1 - 0.75 / own).epsilon(1e-14));
  // Pooled: y 1/2, a 3/8, n 1/8.
  const double pooled = 2 * (3.0 / 16 + 3.0 / 64 + 2.0 / 16);
  CHECK(column(result, "scott_pi")[0] == Approx(1 - 0.75 / pooled).epsilon(1e-14));
}

TEST_CASE("weighted kappa as SAS computes it", "[agreement-scores]") {
  // SAS documentation of PROC FREQ, two raters and three ordered categories, as statsmodels quotes
  // it in its tests (stats/tests/test_inter_rater.py): weighted kappa 0.4701, linear weights.
  const int table[3][3] = {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}};
  Rolls rows(2);
  for (int x = 0; x < 3; ++x) {
    for (int y = 0; y < 3; ++y) {
      rows[0].append(std::size_t(table[x][y]), "nay"[x]);
      rows[1].append(std::size_t(table[x][y]), "nay"[y]);
    }
  }
  const Result result = run_analysis("agreement-scores", signed_votes(rows));
  CHECK(column(result, "cohen_kappa")[0] == Approx(0.4701).margin(5e-5));
  CHECK(column(result, "agreement_share")[0] == Approx(13.0 / 19));
}

TEST_CASE("agreement agrees with its definitions", "[agreement-scores]") {
  const Rolls rows = random_rolls(12, 9, 3);
  const Result result = run_analysis("agreement-scores", signed_votes(rows));
  std::size_t pair = 0;
  for (std::size_t a = 0; a < rows.size(); ++a) {
    for (std::size_t b = a + 1; b < rows.size(); ++b) {
      const Slow expected = slow(rows[a], rows[b]);
      if (expected.shared == 0) continue;
      INFO(rows[a] << " " << rows[b]);
      REQUIRE(column(result, "a")[pair] == double(a));
      REQUIRE(column(result, "b")[pair] == double(b));
      CHECK(column(result, "shared_items")[pair] == expected.shared);
      CHECK(column(result, "agreement_share")[pair] == Approx(expected.same / expected.shared));
      CHECK(column(result, "lijphart")[pair] == Approx(1 - expected.apart / 2));
      CHECK(column(result, "s")[pair] == Approx(1 - expected.apart));
      for (const auto& [name, chance] :
           {std::pair("scott_pi", expected.pooled), std::pair("cohen_kappa", expected.own)}) {
        const double score = column(result, name)[pair];
        if (chance == 0) {
          CHECK(std::isnan(score));
        } else {
          CHECK(score == Approx(1 - expected.apart / chance).margin(1e-12));
        }
      }
      ++pair;
    }
  }
  CHECK(pair == column(result, "a").size());
}

TEST_CASE("roll calls in two items say the same as signs", "[agreement-scores]") {
  Rolls rows = random_rolls(10, 8, 5);
  rows.back() = "yannyayn";  // every vote is one with two answers
  rows.front() = "nyyaanny";
  for (auto& row : rows) std::replace(row.begin(), row.end(), '.', '?');
  const Result one = run_analysis("agreement-scores", signed_votes(rows));
  const Result two = run_analysis("agreement-scores", votes(rows));
  for (const char* name : {"a", "b", "shared_items", "agreement_share", "lijphart", "s"}) {
    CHECK(column(one, name) == column(two, name));
  }
  for (const char* name : {"yes", "abstain", "no", "agreement_index"}) {
    CHECK(column(one, name, "items") == column(two, name, "items"));
  }
  CHECK(words(two, "items", 0).front() == "c0000");
}

TEST_CASE("silence and hidden cells are no stance", "[agreement-scores]") {
  const Result silent = run_analysis("agreement-scores", two_mode({"110", "1?1", "001"}));
  CHECK(column(silent, "a") == Values{0, 1});
  CHECK(column(silent, "b") == Values{1, 2});
  CHECK(column(silent, "shared_items") == Values{1, 1});
  CHECK(column(silent, "agreement_share") == Values{1, 1});
  CHECK(has_note(silent, "A332"));  // nobody could disagree
  CHECK(std::isnan(column(silent, "cohen_kappa")[0]));
  CHECK(has_note(silent, "A333"));
  const Result hidden = run_analysis("agreement-scores", votes({"ya", "??", "ny"}));
  CHECK(column(hidden, "b") == Values{2});
  CHECK(column(hidden, "s") == Values{1 - 3.0 / 2});
}

TEST_CASE("pi is null where both are always alike, kappa for each constant pair",
          "[agreement-scores]") {
  // Always y against always n: kappa expects exactly that, pi does not.
  const Result result = run_analysis("agreement-scores", signed_votes({"yy", "nn", "yy"}));
  CHECK(column(result, "cohen_kappa")[0] == 0);
  CHECK(column(result, "scott_pi")[0] == -1);
  CHECK(std::isnan(column(result, "scott_pi")[1]));
  CHECK(std::isnan(column(result, "cohen_kappa")[1]));
}

TEST_CASE("items on which all could only support can be left out", "[agreement-scores]") {
  const View view = votes({"1y", "1n"});
  CHECK(column(run_analysis("agreement-scores", view), "agreement_share") == Values{0.5});
  const Result rolls = run_analysis("agreement-scores", view, {{"roll_calls_only", true}});
  CHECK(column(rolls, "agreement_share") == Values{0});
  CHECK(column(rolls, "yes", "items") == Values{1});
  CHECK(column(run_analysis("agreement-scores", view, {{"min_shared", std::int64_t{3}}}), "a")
            .empty());
}

TEST_CASE("cohesion of items and groups by hand", "[agreement-scores]") {
  // Hix, Noury and Roland (2005): 1 where all are alike, 0 in three equal parts.
  const View view = signed_votes({"yya", "yaa", "ynn", "n.a"});
  const Result result = run_analysis("agreement-scores", view, groups_of(view, "rrbb"));
  CHECK(column(result, "yes", "items") == Values{3, 1, 0});
  CHECK(column(result, "abstain", "items") == Values{0, 1, 3});
  CHECK(column(result, "no", "items") == Values{1, 1, 1});
  CHECK(column(result, "rice", "items") == Values{0.5, 0, 1});
  CHECK(column(result, "agreement_index", "items")[0] == Approx((3 - 0.5) / 4));
  CHECK(column(result, "agreement_index", "items")[1] == Approx(0).margin(1e-15));
  CHECK(words(result, "groups", 0) == Rolls{"b", "r", "b", "r", "b", "r"});
  CHECK(column(result, "agreement_index", "groups") == Values{0.25, 1, 1, 0.25, 0.25, 1});
  CHECK(words(result, "cohesion", 0) == Rolls{"b", "r"});
  CHECK(column(result, "actors", "cohesion") == Values{2, 2});
  CHECK(column(result, "agreement_index", "cohesion") == Values{0.5, 0.75});
  CHECK(column(result, "rice", "cohesion")[0] == Approx((0 + 1 + 1) / 3.0));
  CHECK(column(result, "rice", "cohesion")[1] == Approx((1 + 1) / 2.0));  // of the third: null
  CHECK(has_note(result, "A336"));
}

TEST_CASE("swapping yes and no changes no score", "[agreement-scores]") {
  Rolls rows = random_rolls(9, 12, 8), swapped = rows;
  for (auto& row : swapped) {
    for (char& c : row) c = c == 'y' ? 'n' : c == 'n' ? 'y' : c;
  }
  const Result a = run_analysis("agreement-scores", signed_votes(rows));
  const Result b = run_analysis("agreement-scores", signed_votes(swapped), {}, 8);
  for (const char* name : {"agreement_share", "lijphart", "s", "scott_pi", "cohen_kappa"}) {
    CHECK(max_gap(column(a, name), column(b, name)) < 1e-14);
  }
}

TEST_CASE("contradictory answers are no stance", "[agreement-scores]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 0, 1, 0, 1};
  list.target = {2, 2, 2, 3, 3};
  list.sign = {1, -1, 1, 1, 1};
  const Result result = run_analysis("agreement-scores", View(list));
  CHECK(column(result, "shared_items") == Values{1});
  CHECK(has_note(result, "A331"));
}

TEST_CASE("groups that took no stance have no cohesion, and too many pairs are refused",
          "[agreement-scores]") {
  const View view = signed_votes({"yn", "ny", ".."});
  const auto run_with = [&](const char* third) {
    NodeTable table{"groups.csv", {{"a100", "x"}, {"a101", "x"}, {"a102", third}}};
    return run_analysis("agreement-scores", view,
                        {{"partition", std::make_shared<const NodeTable>(table)}});
  };
  CHECK_FALSE(has_note(run_with("x"), "A337"));
  const Result silent = run_with("silent");
  const auto told = std::find_if(silent.notes.begin(), silent.notes.end(),
                                 [](const Diagnostic& note) { return note.code == "A337"; });
  REQUIRE(told != silent.notes.end());
  CHECK(to_text(*told) == "note[A337]: groups without a stance have no cohesion");

  const View crowd = signed_votes(Rolls(8192, "y"));
  CHECK(to_text(failure("agreement-scores", crowd).front()) ==
        "error[A330]: up to 33558528 pairs of actors share an item, at most 33554432 can be "
        "scored\n  hint: keep fewer actors or items");
}

TEST_CASE("agreement-scores refuses what it cannot use", "[agreement-scores]") {
  const View view = signed_votes({"yn", "ny"});
  CHECK(failure("agreement-scores", cycle(4)).front().code == "R102");
  CHECK(failure("agreement-scores", view, {{"min_shared", std::int64_t{0}}}).front().code ==
        "P103");
  CHECK(failure("agreement-scores", view, {{"d_max", 2.0}}).front().code == "P101");
  NodeTable twice{"groups.csv", {{"a100", "x"}, {"a100", "y"}, {"nobody", "x"}}};
  const auto problems =
      failure("agreement-scores", view, {{"partition", std::make_shared<const NodeTable>(twice)}});
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == "A335");
  CHECK(problems[1].code == "A334");
  CHECK(problems[1].where.line == 4);
}
