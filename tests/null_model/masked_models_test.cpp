// SPDX-License-Identifier: Apache-2.0
// The masked null models by brute force on tables small enough to write all fillings down, and how
// far they are from the same models with unknown cells read as zeros.
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <functional>

#include "engine/bipartite/butterflies.hpp"
#include "engine/bipartite/lines.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/row_fillings.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Incidence;
using bipartite::Mode;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

// Three roll calls and two items.
const std::vector<std::string> seen{"n?n10", "ana1?", "nya11", "?nn01", "yay??", "ay?11"};

View masked() { return votes(seen); }
// Whom nobody saw has abstained, or not signed.
View naive() {
  auto rows = seen;
  for (std::string& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c] == '?') row[c] = c < 3 ? 'a' : '0';
    }
  }
  return votes(rows);
}

Values p_values(const std::string& model, const View& view, const Params& params = {}) {
  return column(run_analysis(model, view, params), "p_value");
}

// The largest entropy of all tables of the known cells whose sums have the right expectations:
// every table is as likely as the product of its rows' and columns' weights.
struct LargestEntropy {
  std::vector<Rows> tables;
  Values chance;

  explicit LargestEntropy(const Incidence& data) {
    Rows rows(data.actors());
    const std::function<void(std::uint32_t, std::uint32_t)> fill = [&](std::uint32_t i,
                                                                       std::uint32_t j) {
      if (i == data.actors()) return tables.push_back(rows);
      if (j == data.items()) return fill(i + 1, 0);
      fill(i, j + 1);
      const std::uint32_t other = data.other_answer(j);
      if (!data.known(i, j) || std::find(rows[i].begin(), rows[i].end(), other) != rows[i].end()) {
        return;
      }
      rows[i].push_back(j);
      fill(i, j + 1);
      rows[i].pop_back();
    };
    fill(0, 0);
    Values x(data.actors(), 1), y(data.items(), 1);
    chance.assign(tables.size(), 0);
    for (int step = 0; step < 400; ++step) {
      double total = 0;
      for (std::size_t t = 0; t < tables.size(); ++t) {
        chance[t] = 1;
        for (std::uint32_t i = 0; i < data.actors(); ++i) {
          for (const std::uint32_t j : tables[t][i]) chance[t] *= x[i] * y[j];
        }
        total += chance[t];
      }
      Values row(x.size(), 0), item(y.size(), 0);
      for (std::size_t t = 0; t < tables.size(); ++t) {
        chance[t] /= total;
        for (std::uint32_t i = 0; i < data.actors(); ++i) {
          row[i] += chance[t] * double(tables[t][i].size());
          for (const std::uint32_t j : tables[t][i]) item[j] += chance[t];
        }
      }
      // Rows and columns in turn.
      for (std::uint32_t i = 0; step % 2 == 0 && i < data.actors(); ++i) {
        x[i] *= data.row_sum(i) / row[i];
      }
      for (std::uint32_t j = 0; step % 2 == 1 && j < data.items(); ++j) {
        y[j] *= data.column_sum(j) / item[j];
      }
    }
  }
};

void check_differs(const std::string& model, const Params& params = {}) {
  CHECK(max_gap(p_values(model, masked(), params), p_values(model, naive(), params)) > 0.02);
}

}  // namespace

TEST_CASE("masked bicm is the largest entropy of the known cells", "[masked_models]") {
  const View view = votes({"n10", "y01", "y?0", "a1?"});
  const Incidence data(view);
  const LargestEntropy all(data);
  REQUIRE(all.tables.size() > 500);
  const Result result = run_analysis("bicm", view);
  const auto p = column(result, "probability", "probabilities");
  const auto actor = column(result, "actor", "probabilities"),
             item = column(result, "item", "probabilities");
  for (std::size_t at = 0; at < p.size(); ++at) {
    double chance = 0;
    const auto i = std::size_t(actor[at]);
    const auto j = std::uint32_t(item[at]) - view.actor_count();
    for (std::size_t t = 0; t < all.tables.size(); ++t) {
      const auto& row = all.tables[t][i];
      if (std::find(row.begin(), row.end(), j) != row.end()) chance += all.chance[t];
    }
    CHECK(p[at] == Approx(chance).margin(1e-8));
  }
  // And the law of a pair's overlap, table by table.
  const auto pairs = bipartite::pair_overlaps(data, Mode::actor, true);
  const auto upper = column(result, "p_value");
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    double chance = 0;
    for (std::size_t t = 0; t < all.tables.size(); ++t) {
      Rows both(1);
      const auto &a = all.tables[t][pairs[at].a], &b = all.tables[t][pairs[at].b];
      std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both[0]));
      if (both[0].size() >= pairs[at].count) chance += all.chance[t];
    }
    CHECK(upper[at] == Approx(chance).margin(1e-8));
  }
  check_differs("bicm");
}

TEST_CASE("masked rowcond and hypergeometric are sums over fillings of known cells",
          "[masked_models]") {
  const View view = masked();
  const Incidence data(view);
  const auto pairs = bipartite::pair_overlaps(data, Mode::actor, true);
  for (const bool equal : {false, true}) {
    const std::string model = equal ? "hypergeometric" : "rowcond";
    const RowFillings fillings(data, Mode::actor, equal);
    REQUIRE(fillings.miss() < 1e-9);
    const auto p = p_values(model, view);
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      const auto law = fillings.overlap_law(pairs[at].a, pairs[at].b);
      CHECK(p[at] == Approx(upper_tail_of(law, pairs[at].count)).margin(1e-8));
    }
    check_differs(model);
  }
}

TEST_CASE("masked fdsm and structure-test count tables of known cells", "[masked_models]") {
  const View view = masked();
  const Incidence data(view);
  const auto pairs = bipartite::pair_overlaps(data, Mode::actor, true);
  const auto observed = bipartite::butterfly_count(data);
  Values upper(pairs.size(), 0);
  double tables = 0, above = 0;
  for_each_table(data, [&](const Rows& rows) {
    ++tables;
    above += bipartite::butterfly_count(Incidence(data, rows)) >= observed ? 1 : 0;
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      Rows both(1);
      const auto &a = rows[pairs[at].a], &b = rows[pairs[at].b];
      std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both[0]));
      upper[at] += both[0].size() >= pairs[at].count ? 1 : 0;
    }
  });
  REQUIRE(tables > 50);
  const Params samples{{"samples", std::int64_t{6000}}};
  const auto p = p_values("fdsm", view, samples);
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    CHECK(p[at] == Approx(upper[at] / tables).margin(0.035));
  }
  check_differs("fdsm", samples);
  const Params structure{{"samples", std::int64_t{6000}},
                         {"modularity_samples", std::int64_t{1}},
                         {"restarts", std::int64_t{1}}};
  const double found = column(run_analysis("structure-test", view, structure), "p_upper")[0];
  CHECK(found == Approx(above / tables).margin(0.035));
  CHECK(std::abs(column(run_analysis("structure-test", naive(), structure), "p_upper")[0] - found) >
        0.05);
}
