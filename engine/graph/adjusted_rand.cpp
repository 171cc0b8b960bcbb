// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/adjusted_rand.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/assert.hpp"

namespace entente {
namespace {

// The number of pairs of equal values.
template <class T>
double equal_pairs(std::vector<T> values) {
  std::sort(values.begin(), values.end());
  double pairs = 0;
  for (std::size_t begin = 0; begin < values.size();) {
    std::size_t end = begin;
    while (end < values.size() && values[end] == values[begin]) ++end;
    const auto n = static_cast<double>(end - begin);
    pairs += n * (n - 1) / 2;
    begin = end;
  }
  return pairs;
}

}  // namespace

double adjusted_rand(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  ENTENTE_ASSERT(a.size() == b.size());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> both(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) both[i] = {a[i], b[i]};
  const double together = equal_pairs(std::move(both));
  const double in_a = equal_pairs(std::vector(a.begin(), a.end()));
  const double in_b = equal_pairs(std::vector(b.begin(), b.end()));
  const auto n = static_cast<double>(a.size());
  const double expected = n < 2 ? 0 : in_a * in_b / (n * (n - 1) / 2);
  const double largest = (in_a + in_b) / 2;
  return largest == expected ? 1 : (together - expected) / (largest - expected);
}

}  // namespace entente
