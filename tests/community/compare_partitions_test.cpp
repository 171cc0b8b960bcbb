// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <stdexcept>

#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;

namespace {

// One letter per node.
TextTable table(const std::string& a, const std::string& b) {
  TextTable text{"pairs.csv", {"node", "a", "b"}, {}, {}};
  for (std::size_t k = 0; k < a.size(); ++k) {
    text.rows.push_back({"n" + std::to_string(k), a.substr(k, 1), b.substr(k, 1)});
    text.lines.push_back(std::uint32_t(k) + 2);
  }
  return text;
}

Result compare(const TextTable& text) {
  auto result = run(*find_analysis("compare-partitions"), text, {}, Context{});
  if (!result) throw std::runtime_error(to_text(result.error().front()));
  return *std::move(result);
}

double value(const std::string& a, const std::string& b, const char* name) {
  return column(compare(table(a, b)), name)[0];
}

double slow_information(const std::string& a, const std::string& b) {
  std::map<char, double> in_a, in_b;
  std::map<std::pair<char, char>, double> both;
  for (std::size_t k = 0; k < a.size(); ++k) {
    in_a[a[k]] += 1;
    in_b[b[k]] += 1;
    both[{a[k], b[k]}] += 1;
  }
  const double n = double(a.size());
  double sum = 0;
  for (const auto& [pair, count] : both) {
    sum += count / n * std::log(count * n / (in_a[pair.first] * in_b[pair.second]));
  }
  return sum;
}

}  // namespace

TEST_CASE("compare-partitions by hand", "[compare-partitions]") {
  // Two pairs against a pair and two single nodes: H_a = ln 2, H_b = 1.5 ln 2, I = ln 2.
  const double ln2 = std::log(2.0);
  CHECK(value("xxyy", "xxyz", "nmi") == Approx(0.8));
  CHECK(value("xxyy", "xxyz", "vi") == Approx(0.5 * ln2));
  CHECK(value("xxyy", "xxyz", "homogeneity") == Approx(1));
  CHECK(value("xxyy", "xxyz", "completeness") == Approx(2.0 / 3));
  CHECK(value("xxyy", "xxyz", "ari") == Approx((1 - 1.0 / 3) / (1.5 - 1.0 / 3)));  // 4/7
}

TEST_CASE("compare-partitions of equal partitions, however named", "[compare-partitions]") {
  for (const auto& [a, b] :
       {std::pair{"xxyyz", "ppqqr"}, {"xxx", "yyy"}, {"xyz", "zxy"}, {"", ""}}) {
    for (const char* name : {"nmi", "ari", "ami", "homogeneity", "completeness"}) {
      CHECK(value(a, b, name) == 1);
    }
    CHECK(value(a, b, "vi") == 0);
  }
}

TEST_CASE("compare-partitions of independent partitions", "[compare-partitions]") {
  CHECK(value("xxyy", "pqpq", "nmi") == 0);
  CHECK(value("xxyy", "pqpq", "ari") == Approx(-0.5));
  CHECK(value("xxxx", "pqpq", "nmi") == 0);
  CHECK(value("xxxx", "pqpq", "ami") == 0);
  CHECK(value("xxxx", "pqpq", "homogeneity") == 1);
  CHECK(value("xxxx", "pqpq", "completeness") == 0);
}

TEST_CASE("the expected information of ami is the mean over all orders of the labels",
          "[compare-partitions]") {
  for (const auto& [a, b] :
       {std::pair{"xxxyyz", "pppqqq"}, {"xxyyzz", "pqqqrs"}, {"xxxxxyz", "ppqqrrr"}}) {
    std::string order = b;
    std::sort(order.begin(), order.end());
    double sum = 0, count = 0;
    do {
      sum += slow_information(a, order);
      count += 1;
    } while (std::next_permutation(order.begin(), order.end()));
    const double mean = (slow_information(a, a) + slow_information(b, b)) / 2;
    const double expected = sum / count;
    CHECK(value(a, b, "ami") ==
          Approx((slow_information(a, b) - expected) / (mean - expected)).epsilon(1e-12));
  }
}

TEST_CASE("compare-partitions is symmetric but for homogeneity", "[compare-partitions]") {
  Rng rng(3);
  std::string a(200, ' '), b(200, ' ');
  for (char& c : a) c = static_cast<char>('a' + rng.below(6));
  for (std::size_t k = 0; k < 200; ++k) b[k] = rng.coin() ? a[k] : char('a' + rng.below(9));
  for (const char* name : {"nmi", "ari", "ami", "vi"}) {
    CHECK(value(a, b, name) == Approx(value(b, a, name)).epsilon(1e-12));
  }
  CHECK(value(a, b, "homogeneity") == Approx(value(b, a, "completeness")).epsilon(1e-12));
}

TEST_CASE("compare-partitions leaves rows without a group out", "[compare-partitions]") {
  TextTable text = table("xxyyx", "xxyzx");
  text.rows[4][2].clear();
  const Result result = compare(text);
  CHECK(column(result, "nmi")[0] == Approx(0.8));
  CHECK(has_note(result, "A312"));
}

TEST_CASE("compare-partitions refuses other tables", "[compare-partitions]") {
  const auto refusal = [](const TextTable& text, const Params& params = {}) {
    const auto result = run(*find_analysis("compare-partitions"), text, params, Context{});
    REQUIRE_FALSE(result);
    return result.error().front();
  };
  TextTable text = table("xy", "xy");
  CHECK(refusal(text, {{"k", 1.0}}).code == "P101");
  text.rows[1][0] = text.rows[0][0];
  CHECK(refusal(text).code == "A311");
  CHECK(refusal(text).where.line == 3);
  text.header = {"node", "a", "group"};
  CHECK(refusal(text).code == "A310");
  CHECK(failure("compare-partitions", path(3)).front().code == "R101");
}
