// SPDX-License-Identifier: Apache-2.0
#include "engine/model/content_digest.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

const test::NoPlace place;

std::vector<ClaimRow> two_claims() {
  ClaimRow row{.id = "a",
               .subject = "state.a",
               .relation = "signed",
               .object = "agreement.pact",
               .recorded = "2019",
               .source = "src.one"};
  ClaimRow other = row;
  other.id = "b";
  other.subject = "state.b";
  return {row, other};
}

std::string digest_of(const std::vector<ClaimRow>& rows) {
  auto builder = test::tiny_builder();
  for (const ClaimRow& row : rows) builder.add_claim(row, place);
  return test::built(std::move(builder)).digest();
}

}  // namespace

TEST_CASE("the order of rows does not change the digest", "[model][content_digest]") {
  auto rows = two_claims();
  const std::string digest = digest_of(rows);
  CHECK(digest.size() == 64);
  std::reverse(rows.begin(), rows.end());
  CHECK(digest_of(rows) == digest);
}

TEST_CASE("every change of what is said changes the digest", "[model][content_digest]") {
  std::vector<std::string> digests{digest_of({}), digest_of(two_claims())};
  const auto with = [&](std::string_view ClaimRow::*field, std::string_view value) {
    auto rows = two_claims();
    rows[0].*field = value;
    digests.push_back(digest_of(rows));
  };
  with(&ClaimRow::id, "c");
  with(&ClaimRow::subject, "company.c");
  with(&ClaimRow::relation, "ratified");
  with(&ClaimRow::stance, "0");
  with(&ClaimRow::value, "x");
  with(&ClaimRow::locator, "x");
  with(&ClaimRow::note, "x");
  with(&ClaimRow::from, "2018");
  with(&ClaimRow::until, "2018");
  with(&ClaimRow::recorded, "2018");
  with(&ClaimRow::source, "src.two");
  with(&ClaimRow::status, "disputed");
  with(&ClaimRow::replaces, "b");
  auto builder = test::tiny_builder();
  for (const ClaimRow& row : two_claims()) builder.add_claim(row, place);
  builder.add_eligibility(
      {.object = "agreement.pact", .actor_kind = "state", .coverage = "complete"}, place);
  digests.push_back(test::built(std::move(builder)).digest());
  std::sort(digests.begin(), digests.end());
  CHECK(std::adjacent_find(digests.begin(), digests.end()) == digests.end());
}
