// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/cross_brokerage.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <set>

#include "engine/base/random.hpp"

using namespace entente;
using bipartite::cross_brokerage;
using bipartite::Incidence;

namespace {
using Rows = std::vector<std::set<std::uint32_t>>;
using Numbers = std::vector<std::uint32_t>;

Incidence table_of(const Rows& rows, std::uint32_t items) {
  EdgeList list;
  list.two_mode = true;
  for (std::size_t v = 0; v < rows.size() + items; ++v) {
    list.keys.push_back(std::to_string(1000 + v));
    list.is_item.push_back(v >= rows.size() ? 1 : 0);
  }
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const std::uint32_t j : rows[i]) {
      list.source.push_back(i);
      list.target.push_back(static_cast<Vertex>(rows.size()) + j);
    }
  }
  return Incidence(View(std::move(list)));
}

bool meet(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t j) { return b.contains(j); });
}

// Pair by pair.
std::vector<double> counted(const Rows& rows, const Numbers& sector) {
  const bool one = std::set<std::uint32_t>(sector.begin(), sector.end()).size() < 2;
  std::vector<double> result(rows.size(), 0);
  for (std::size_t b = 0; b < rows.size(); ++b) {
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t c = a + 1; c < rows.size(); ++c) {
        if (a != b && c != b && (one || sector[a] != sector[c]) && !meet(rows[a], rows[c]) &&
            meet(rows[a], rows[b]) && meet(rows[c], rows[b]))
          result[b] += 1;
      }
    }
  }
  return result;
}
}  // namespace

TEST_CASE("a broker joins those of other sectors that do not meet",
          "[bipartite][cross_brokerage]") {
  // Two states hold item 0, two firms item 1, and the fifth actor both.
  const Rows rows{{0}, {0}, {1}, {1}, {0, 1}};
  const Incidence table = table_of(rows, 2);
  CHECK(cross_brokerage(table, Numbers{0, 0, 1, 1, 0}) == std::vector<double>{0, 0, 0, 0, 4});
  // Were the holders of item 1 states, too, nobody of another sector would be joined.
  CHECK(cross_brokerage(table, Numbers{0, 0, 0, 0, 1}) == std::vector<double>{0, 0, 0, 0, 0});
  // Where all are of one sector every pair counts.
  CHECK(cross_brokerage(table, Numbers{0, 0, 0, 0, 0}) == std::vector<double>{0, 0, 0, 0, 4});
  CHECK(bipartite::joined_sectors(table, Numbers{0, 0, 1, 1, 0}, 2, 4) ==
        std::vector<double>{0, 4, 0, 0});
}

TEST_CASE("brokerage is what counting pairs gives", "[bipartite][cross_brokerage]") {
  Rng rng(11);
  for (int round = 0; round < 20; ++round) {
    const std::uint32_t items = round % 2 == 0 ? 5 : 70;  // more than a machine word, too
    Rows rows(12);
    Numbers sector;
    for (auto& row : rows) {
      for (std::uint64_t k = rng.below(4); k > 0; --k)
        row.insert(static_cast<std::uint32_t>(rng.below(items)));
      sector.push_back(static_cast<std::uint32_t>(rng.below(round % 5 == 0 ? 1 : 3)));
    }
    const Incidence table = table_of(rows, items);
    const auto found = cross_brokerage(table, sector);
    CHECK(found == counted(rows, sector));
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      const auto joined = bipartite::joined_sectors(table, sector, 3, i);
      CHECK(std::accumulate(joined.begin(), joined.end(), 0.0) == found[i]);
    }
  }
}

TEST_CASE("a table without ones has no brokers", "[bipartite][cross_brokerage]") {
  CHECK(cross_brokerage(table_of({{}, {}}, 1), Numbers{0, 1}) == std::vector<double>{0, 0});
  CHECK(cross_brokerage(table_of({}, 0), {}).empty());
}
