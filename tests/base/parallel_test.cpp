// SPDX-License-Identifier: Apache-2.0
#include "engine/base/parallel.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

using entente::ChunkedLoop;
using entente::for_chunks;
using entente::sum_chunks;

TEST_CASE("every index is visited once on any number of threads", "[base][parallel]") {
  for (const unsigned threads : {1U, 2U, 8U}) {
    std::vector<int> visits(1003, 0);
    for_chunks({.count = 1003, .chunk = 10, .threads = threads},
               [&](std::size_t begin, std::size_t end) {
                 for (std::size_t i = begin; i < end; ++i) ++visits[i];
               });
    CHECK(visits == std::vector<int>(1003, 1));
  }
}

TEST_CASE("a sum has the same bits on any number of threads", "[base][parallel]") {
  const auto term = [](std::size_t begin, std::size_t end) {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += std::sin(static_cast<double>(i));
    return sum;
  };
  const double one = sum_chunks({.count = 100000, .chunk = 997, .threads = 1}, term);
  CHECK(sum_chunks({.count = 100000, .chunk = 997, .threads = 2}, term) == one);
  CHECK(sum_chunks({.count = 100000, .chunk = 997, .threads = 8}, term) == one);
  CHECK(sum_chunks({.count = 0, .threads = 2}, term) == 0);
}

TEST_CASE("an exception comes out and a stop is heard", "[base][parallel]") {
  for (const unsigned threads : {1U, 2U}) {
    CHECK_THROWS_AS(for_chunks({.count = 100, .threads = threads},
                               [](std::size_t begin, std::size_t) {
                                 if (begin == 50) throw std::runtime_error("fifty");
                               }),
                    std::runtime_error);
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(for_chunks({.count = 100, .threads = threads, .stop = source.get_token()},
                               [](std::size_t, std::size_t) {}),
                    entente::Stopped);
  }
}
