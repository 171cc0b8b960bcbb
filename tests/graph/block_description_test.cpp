// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/block_description.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <set>

#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Groups = std::vector<std::uint32_t>;

namespace {

double f(double n) { return std::lgamma(n + 1); }
double choose(double n, double k) { return k == 0 ? 0 : f(n) - f(k) - f(n - k); }

// Term by term from an adjacency matrix and a matrix of blocks.
BlockDescription slow(const View& view, const Groups& block, bool sides) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::vector<double>> a(n, std::vector<double>(n, 0)), between = a;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex u = view.source(e), v = view.target(e);
    ++a[u][v];
    ++a[v][u];  // a loop counts twice
  }
  std::vector<double> size(n, 0), ends(n, 0);
  double common = 0, degrees = 0;
  for (Vertex u = 0; u < n; ++u) {
    ++size[block[u]];
    double k = 0;
    for (Vertex v = 0; v < n; ++v) {
      k += a[u][v];
      between[block[u]][block[v]] += a[u][v];
      if (u < v) common += f(a[u][v]);
    }
    common += f(a[u][u] / 2) + a[u][u] / 2 * std::log(2.0);
    ends[block[u]] += k;
    degrees += f(k);
  }
  const Vertex border = view.two_mode() ? view.actor_count() : n;
  double blocks[2] = {0, 0}, counts[2] = {double(border), double(n - border)}, plain = 0,
         corrected = -degrees;
  for (std::uint32_t r = 0; r < n; ++r) {
    if (size[r] == 0) continue;
    const bool second = std::find(block.begin(), block.begin() + border, r) ==
                        block.begin() + std::ptrdiff_t(border);
    ++blocks[second ? 1 : 0];
    plain += ends[r] * std::log(size[r]);
    corrected += f(ends[r]) + choose(size[r] + ends[r] - 1, ends[r]);
    common -= f(size[r]);
    common -= between[r][r] / 2 * std::log(2.0) + f(between[r][r] / 2);
    for (std::uint32_t s = r + 1; s < n; ++s) common -= f(between[r][s]);
  }
  for (const int side : {0, 1}) {
    if (counts[side] == 0) continue;
    common += choose(counts[side] - 1, blocks[side] - 1) + f(counts[side]) + std::log(counts[side]);
  }
  const double all = blocks[0] + blocks[1], edges = view.edge_count();
  if (edges > 0) {
    common += choose((sides ? blocks[0] * blocks[1] : all * (all + 1) / 2) + edges - 1, edges);
  }
  return {common + plain, common + corrected};
}

Groups random_groups(std::uint32_t n, std::uint32_t count, std::uint64_t seed) {
  Rng rng(seed);
  Groups groups(n);
  for (auto& g : groups) g = std::uint32_t(rng.below(count));
  return groups;
}

}  // namespace

TEST_CASE("the description of a triangle by hand", "[block_description]") {
  // One block: e_11 = 3, e_1 = 6, n_1 = 3, every degree 2.
  const View view = complete(3);
  const auto one = describe_blocks(view, Groups{0, 0, 0}, EdgeCountPrior::general);
  const double common = -std::log(8.0 * 6) + std::log(3.0);  // (6)!! = 48; partition: ln 3
  CHECK(one.plain == Approx(common + 6 * std::log(3.0)));
  CHECK(one.degree_corrected == Approx(common + std::log(720.0 / 8) + std::log(28.0)));
  // Each alone: e_rs = 1, and ln C(6 + 3 - 1, 3) for the counts; ln 3! + ln 3 for the partition.
  const auto three = describe_blocks(view, Groups{0, 1, 2}, EdgeCountPrior::general);
  CHECK(three.plain == Approx(std::log(56.0) + std::log(6.0) + std::log(3.0)));
  CHECK(three.degree_corrected == Approx(three.plain));  // a block of one has but one degree
}

TEST_CASE("a group of both sides is two blocks", "[block_description]") {
  const View view = two_mode({"110", "011", "101"});
  for (const auto prior : {EdgeCountPrior::general, EdgeCountPrior::sides}) {
    const auto joined = describe_blocks(view, Groups{0, 0, 1, 0, 1, 1}, prior);
    const auto apart = describe_blocks(view, Groups{0, 0, 1, 2, 3, 3}, prior);
    CHECK(joined.plain == apart.plain);
    CHECK(joined.degree_corrected == apart.degree_corrected);
  }
}

TEST_CASE("descriptions agree with the formula term by term", "[block_description]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(15, 60, seed, false);
    for (const std::uint32_t count : {1U, 3U, 15U}) {
      const Groups groups = random_groups(15, count, seed);
      const auto fast = describe_blocks(view, groups, EdgeCountPrior::general);
      CHECK(fast.plain == Approx(slow(view, groups, false).plain).epsilon(1e-12));
      CHECK(fast.degree_corrected ==
            Approx(slow(view, groups, false).degree_corrected).epsilon(1e-12));
    }
    const View table = random_two_mode({.actors = 9, .items = 12, .density = 0.4}, seed);
    Groups groups = random_groups(21, 4, seed);
    for (Vertex v = 9; v < 21; ++v) groups[v] += 4;
    for (const bool sides : {false, true}) {
      const auto fast =
          describe_blocks(table, groups, sides ? EdgeCountPrior::sides : EdgeCountPrior::general);
      CHECK(fast.plain == Approx(slow(table, groups, sides).plain).epsilon(1e-12));
      CHECK(fast.degree_corrected ==
            Approx(slow(table, groups, sides).degree_corrected).epsilon(1e-12));
    }
  }
}

TEST_CASE("descriptions of next to nothing", "[block_description]") {
  for (const auto prior : {EdgeCountPrior::general, EdgeCountPrior::sides}) {
    CHECK(describe_blocks(two_mode({}, 0), Groups{}, prior).plain == 0);
    CHECK(describe_blocks(two_mode({"", ""}, 0), Groups{0, 0}, prior).plain ==
          Approx(std::log(2.0)));
    CHECK(describe_blocks(two_mode({"00", "00"}), Groups{0, 0, 1, 1}, prior).degree_corrected ==
          Approx(2 * std::log(2.0)));
  }
  CHECK(describe_blocks(View(), Groups{}, EdgeCountPrior::general).degree_corrected == 0);
  CHECK(describe_blocks(graph(1, {}), Groups{0}, EdgeCountPrior::general).plain == 0);
}
