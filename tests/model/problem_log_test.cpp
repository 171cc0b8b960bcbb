// SPDX-License-Identifier: Apache-2.0
#include "engine/model/problem_log.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("problems come back in order, and too many of one kind are counted",
          "[model][problem_log]") {
  ProblemLog log;
  log.add(warning("K2", "first"));
  CHECK_FALSE(log.failed());
  for (std::uint64_t i = 0; i < ProblemLog::shown_per_code + 5; ++i) log.add(error("K1", "same"));
  log.add(error("K3", "last"));
  CHECK(log.failed());
  CHECK(log.count("K1") == ProblemLog::shown_per_code + 5);
  CHECK(log.count("K9") == 0);
  const Diagnostics problems = log.take();
  REQUIRE(problems.size() == ProblemLog::shown_per_code + 3);
  CHECK(problems.front().message == "first");
  CHECK(problems[problems.size() - 2].message == "last");
  CHECK(problems.back().message == "5 more like these");
  CHECK_FALSE(log.failed());
}
