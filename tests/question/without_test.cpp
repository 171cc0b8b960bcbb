// SPDX-License-Identifier: Apache-2.0
#include "engine/question/without.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/projection/two_mode.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;
using question::fewest;

namespace {
using Claims = std::vector<ClaimId>;

ClaimId claim(std::uint32_t number) { return ClaimId{number}; }
}  // namespace

TEST_CASE("the fewest first pieces that turn an answer are found", "[question][without]") {
  const std::vector<Claims> pieces{{claim(1)}, {claim(2), claim(3)}, {claim(4)}, {claim(5)}};
  for (std::size_t needed = 1; needed <= 5; ++needed) {
    const auto found = fewest(
        pieces, [&](const Claims& claims) -> Expected<bool> { return claims.size() >= needed; });
    REQUIRE(found);
    // Pieces are whole: of the second both claims or none.
    CHECK(found->size() == (needed == 2 ? 3 : needed));
  }
}

TEST_CASE("where nothing turns it nothing is found, and a failure comes out",
          "[question][without]") {
  const auto never = [](const Claims&) -> Expected<bool> { return false; };
  CHECK(fewest({{claim(1)}}, never)->empty());
  CHECK(fewest({}, never)->empty());
  const auto fails = [](const Claims&) -> Expected<bool> { return error("X1", "broken"); };
  CHECK_FALSE(fewest({{claim(1)}}, fails));
}

TEST_CASE("an inquiry without claims does not see them", "[question][without]") {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  for (const char* id : {"b", "a"}) {
    builder.add_claim({.id = id,
                       .subject = id[0] == 'a' ? "state.a" : "state.b",
                       .relation = "signed",
                       .object = "agreement.pact",
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  const Context context;
  const Inquiry inquiry{graph, {}, {}, {}, {}, {}, context};
  CHECK(project_two_mode(graph, inquiry.projection).stands.size() == 2);
  const Inquiry other = question::without(inquiry, {claim(1), claim(0)});
  CHECK(other.projection.without_claims == std::vector<std::string>{"a", "b"});
  CHECK(project_two_mode(graph, other.projection).stands.empty());
}
