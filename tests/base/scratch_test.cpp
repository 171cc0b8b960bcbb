// SPDX-License-Identifier: Apache-2.0
#include "engine/base/scratch.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "engine/base/parallel.hpp"

using namespace entente;

TEST_CASE("chunks share few buffers and no two hold one at once", "[scratch]") {
  int made = 0;
  ScratchPool<std::vector<int>> pool([&] {
    ++made;
    return std::vector<int>(1, 0);
  });
  pool.with([&](std::vector<int>& outer) {
    pool.with([&](std::vector<int>& inner) { CHECK(&outer != &inner); });
  });
  pool.with([](std::vector<int>& buffer) { buffer[0] += 1; });
  CHECK(made == 2);
}

TEST_CASE("counts kept in buffers add up over all threads", "[scratch]") {
  ScratchPool<std::vector<int>> pool([] { return std::vector<int>(1, 0); });
  for_chunks({.count = 10'000, .chunk = 3, .threads = 8}, [&](std::size_t begin, std::size_t end) {
    pool.with([&](std::vector<int>& buffer) { buffer[0] += static_cast<int>(end - begin); });
  });
  int total = 0;
  pool.for_each([&](const std::vector<int>& buffer) { total += buffer[0]; });
  CHECK(total == 10'000);
}
