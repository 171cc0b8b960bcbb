// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/correspondence.hpp"

#include <Eigen/Dense>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "engine/base/random.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Correspondence;
using bipartite::Incidence;
using Catch::Approx;

namespace {

// The table with its unseen cells filled by the independence of what the table then is, again and
// again. No row or column of it may be empty.
Eigen::MatrixXd completed(const Incidence& table) {
  Eigen::MatrixXd a = Eigen::MatrixXd::Zero(table.actors(), table.items());
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) a(i, j) = 1;
  }
  for (int round = 0; round < 20'000 && table.masked(); ++round) {
    const Eigen::VectorXd r = a.rowwise().sum(), c = a.colwise().sum();
    const double n = a.sum();
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      for (std::uint32_t j = 0; j < table.items(); ++j) {
        if (!table.known(i, j)) a(i, j) = r[i] * c[j] / n;
      }
    }
  }
  return a;
}

struct Slow {
  Eigen::VectorXd r, c, d;
  Eigen::MatrixXd rows, columns;  // standard coordinates
};
Slow slow(const Eigen::MatrixXd& a) {
  const Eigen::MatrixXd p = a / a.sum();
  const Eigen::VectorXd r = p.rowwise().sum(), c = p.colwise().sum();
  const Eigen::VectorXd rr = r.cwiseSqrt().cwiseInverse(), cc = c.cwiseSqrt().cwiseInverse();
  const Eigen::MatrixXd s = rr.asDiagonal() * (p - r * c.transpose()) * cc.asDiagonal();
  const Eigen::BDCSVD<Eigen::MatrixXd> svd(s, Eigen::ComputeThinU | Eigen::ComputeThinV);
  return {r, c, svd.singularValues(), rr.asDiagonal() * svd.matrixU(),
          cc.asDiagonal() * svd.matrixV()};
}

// Up to the sign of each axis.
double gap(const Correspondence& found, const Slow& expected, std::size_t k) {
  double same = 0, turned = 0;
  for (Eigen::Index i = 0; i < expected.r.size(); ++i) {
    same = std::max(same, std::abs(found.axes[k].rows[i] - expected.rows(i, Eigen::Index(k))));
    turned = std::max(turned, std::abs(found.axes[k].rows[i] + expected.rows(i, Eigen::Index(k))));
  }
  const double sign = same <= turned ? 1 : -1;
  double worst = std::min(same, turned);
  for (Eigen::Index j = 0; j < expected.c.size(); ++j) {
    worst = std::max(
        worst, std::abs(found.axes[k].columns[j] - sign * expected.columns(j, Eigen::Index(k))));
  }
  return worst;
}

bool usable(const Incidence& table) {
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    if (table.row_sum(i) == 0) return false;
  }
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    if (table.column_sum(j) == 0) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("correspondence agrees with singular values of the completed table", "[correspondence]") {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Incidence table(random_two_mode(
        {.actors = 12, .items = 9, .density = 0.5, .hidden = seed % 2 == 0 ? 0.0 : 0.25}, seed));
    if (!usable(table)) continue;
    ++compared;
    const Correspondence found = bipartite::correspondence(table, {}, {.axes = 3});
    const Slow expected = slow(completed(table));
    REQUIRE(found.axes.size() == 3);
    CHECK(found.unsettled < 1e-9);
    CHECK(found.total_inertia == Approx(expected.d.squaredNorm()).epsilon(1e-9));
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(found.singular_values[k] == Approx(expected.d[Eigen::Index(k)]).epsilon(1e-9));
      CHECK(gap(found, expected, k) < 1e-6);  // neighbouring singular values may be close
    }
    for (std::uint32_t i = 0; i < 12; ++i) CHECK(found.row_mass[i] == Approx(expected.r[i]));
  }
  CHECK(compared >= 8);
}

TEST_CASE("large tables by Lanczos agree with all singular values", "[correspondence]") {
  for (const double hidden : {0.0, 0.1}) {
    // Two camps and noise, so that the first axes are apart.
    Rng rng(3);
    std::vector<std::string> rows(410, std::string(420, '0'));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < rows[i].size(); ++j) {
        const double chance =
            0.05 + ((i < 200) == (j < 150) ? 0.1 : 0) + (i % 3 == j % 3 ? 0.2 : 0);
        rows[i][j] = rng.uniform() < chance ? '1' : rng.uniform() < hidden ? '?' : '0';
      }
    }
    const Incidence table(two_mode(rows));
    const Correspondence found = bipartite::correspondence(table);
    CHECK_FALSE(found.all_axes);
    REQUIRE(found.axes.size() == 2);
    // By hand, since completing this table step by step would take long.
    Eigen::MatrixXd a = Eigen::MatrixXd::Zero(410, 420);
    for (std::uint32_t i = 0; i < 410; ++i) {
      for (const std::uint32_t j : table.row(i)) a(i, j) = 1;
    }
    const double seen = double(table.cells());
    double mass_seen = 1;
    for (std::uint32_t i = 0; i < 410; ++i) {
      for (std::uint32_t j = 0; j < 420; ++j) {
        if (!table.known(i, j)) mass_seen -= found.row_mass[i] * found.column_mass[j];
      }
    }
    for (std::uint32_t i = 0; i < 410; ++i) {
      for (std::uint32_t j = 0; j < 420; ++j) {
        if (!table.known(i, j))
          a(i, j) = seen / mass_seen * found.row_mass[i] * found.column_mass[j];
      }
    }
    const Slow expected = slow(a);
    CHECK(found.total_inertia == Approx(expected.d.squaredNorm()).epsilon(1e-9));
    for (std::size_t k = 0; k < 2; ++k) {
      CHECK(found.singular_values[k] == Approx(expected.d[Eigen::Index(k)]).epsilon(1e-10));
      if (k == 0) CHECK(gap(found, expected, k) < 1e-6);
    }
  }
}

TEST_CASE("coordinates have weighted mean 0 and variance 1", "[correspondence]") {
  const Incidence table(
      random_votes({.actors = 20, .roll_calls = 9, .items = 3, .hidden = 0.2}, 4));
  const Correspondence found = bipartite::correspondence(table, {}, {.axes = 4});
  REQUIRE(found.axes.size() == 4);
  for (const auto& axis : found.axes) {
    double mean = 0, variance = 0, largest = 0;
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      mean += found.row_mass[i] * axis.rows[i];
      variance += found.row_mass[i] * axis.rows[i] * axis.rows[i];
      if (std::abs(axis.rows[i]) > std::abs(largest)) largest = axis.rows[i];
    }
    CHECK(mean == Approx(0).margin(1e-9));
    CHECK(variance == Approx(1).epsilon(1e-9));
    CHECK(largest > 0);
  }
}

TEST_CASE("an actor of whom nothing more could be seen does not move the others",
          "[correspondence]") {
  // The third row says no more than that it took the first item, as independence would have it.
  const Correspondence without = bipartite::correspondence(Incidence(two_mode({"110", "011"})));
  const Correspondence with = bipartite::correspondence(Incidence(two_mode({"110", "011", "1??"})));
  REQUIRE(with.axes.size() == 1);
  CHECK(with.hidden == 2);
  CHECK(with.axes[0].rows[2] == Approx(0).margin(1e-12));  // in the middle: nothing tells
  CHECK(with.axes[0].rows[0] * with.axes[0].rows[1] < 0);
  CHECK(with.total_inertia < without.total_inertia);  // a share of the mass tells nothing
}

TEST_CASE("parts that no known cell joins are told apart", "[correspondence]") {
  const Correspondence found =
      bipartite::correspondence(Incidence(two_mode({"11--", "01--", "--11", "--10"})));
  CHECK(found.parts == 2);
  CHECK(found.axes.empty());
  CHECK(bipartite::correspondence(Incidence(two_mode({"11-0", "01--", "--11", "--10"}))).parts ==
        1);
}

TEST_CASE("correspondence stops when it is asked to", "[correspondence]") {
  std::stop_source source;
  source.request_stop();
  const Incidence table(random_two_mode({.actors = 401, .items = 401, .density = 0.02}, 1));
  CHECK_THROWS_AS(bipartite::correspondence(table, {}, {.stop = source.get_token()}), Stopped);
}
