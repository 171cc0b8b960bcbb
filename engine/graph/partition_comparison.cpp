// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/partition_comparison.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente {
namespace {

std::uint32_t group_count(std::span<const std::uint32_t> groups) {
  std::uint32_t count = 0;
  for (const std::uint32_t g : groups) count = g == no_group ? count : std::max(count, g + 1);
  return count;
}

double pairs(std::int64_t n) { return double(n) * double(n - 1) / 2; }

}  // namespace

bool Contingency::equal() const {
  const auto groups = [](const std::vector<std::int64_t>& sizes) {
    return static_cast<std::size_t>(
        std::count_if(sizes.begin(), sizes.end(), [](std::int64_t n) { return n > 0; }));
  };
  return cells.size() == groups(a) && cells.size() == groups(b);
}

Contingency contingency(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  ENTENTE_ASSERT(a.size() == b.size());
  Contingency table;
  table.a.assign(group_count(a), 0);
  table.b.assign(group_count(b), 0);
  for (std::size_t v = 0; v < a.size(); ++v) {
    if (a[v] == no_group || b[v] == no_group) continue;
    ++table.a[a[v]];
    ++table.b[b[v]];
    ++table.vertices;
  }
  // The groups b of the members of each group a, side by side.
  std::vector<std::size_t> next(table.a.size() + 1, 0);
  for (std::size_t g = 0; g < table.a.size(); ++g) next[g + 1] = next[g] + std::size_t(table.a[g]);
  std::vector<std::uint32_t> other(std::size_t(table.vertices));
  for (std::size_t v = 0; v < a.size(); ++v) {
    if (a[v] != no_group && b[v] != no_group) other[next[a[v]]++] = b[v];
  }
  std::vector<std::int64_t> count(table.b.size(), 0);
  std::vector<std::uint32_t> met;
  std::size_t begin = 0;
  for (std::uint32_t group = 0; group < table.a.size(); ++group) {
    met.clear();
    for (; begin < next[group]; ++begin) {
      if (count[other[begin]]++ == 0) met.push_back(other[begin]);
    }
    std::sort(met.begin(), met.end());
    for (const std::uint32_t g : met) {
      table.cells.push_back({group, g, count[g]});
      count[g] = 0;
    }
  }
  return table;
}

double entropy(std::span<const std::int64_t> sizes, std::int64_t vertices) {
  Sum sum;
  for (const std::int64_t n : sizes) {
    const double share = double(n) / double(vertices);
    if (n > 0) sum += -share * std::log(share);
  }
  return sum.value();
}

double mutual_information(const Contingency& table) {
  if (table.equal()) return entropy(table.a, table.vertices);
  Sum sum;
  const auto n = double(table.vertices);
  for (const auto& cell : table.cells) {
    const double expected = double(table.a[cell.a]) * double(table.b[cell.b]);
    sum += double(cell.count) / n * std::log(double(cell.count) * n / expected);
  }
  return std::max(0.0, sum.value());
}

double variation_of_information(const Contingency& table) {
  return std::max(0.0, entropy(table.a, table.vertices) + entropy(table.b, table.vertices) -
                           2 * mutual_information(table));
}

double adjusted_rand(const Contingency& table) {
  if (table.equal()) return 1;
  double both = 0, in_a = 0, in_b = 0;
  for (const auto& cell : table.cells) both += pairs(cell.count);
  for (const std::int64_t n : table.a) in_a += pairs(n);
  for (const std::int64_t n : table.b) in_b += pairs(n);
  const double all = pairs(table.vertices), expected = all == 0 ? 0 : in_a * in_b / all;
  const double largest = (in_a + in_b) / 2;
  return largest == expected ? 1 : (both - expected) / (largest - expected);
}

}  // namespace entente
