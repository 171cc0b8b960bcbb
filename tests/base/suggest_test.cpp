// SPDX-License-Identifier: Apache-2.0
#include "engine/base/suggest.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

namespace {
const std::vector<std::string> methods{"degree", "betweenness", "closeness", "bicm",
                                       "two-mode-degree"};
}

TEST_CASE("a mistyped word finds the one that was meant", "[base][suggest]") {
  CHECK(nearest_word("betwenness", methods) == "betweenness");  // a letter missing
  CHECK(nearest_word("degreee", methods) == "degree");          // one too many
  CHECK(nearest_word("closenses", methods) == "closeness");     // two swapped
  CHECK(nearest_word("BICM", methods) == "bicm");               // case
  CHECK(nearest_word("bikm", methods) == "bicm");               // another letter
}

TEST_CASE("a word that is cut short finds the first that it begins", "[base][suggest]") {
  CHECK(nearest_word("betw", methods) == "betweenness");
  CHECK(nearest_word("two-mode", methods) == "two-mode-degree");
}

TEST_CASE("nothing is suggested where nothing is near", "[base][suggest]") {
  CHECK(nearest_word("leiden", methods) == std::nullopt);
  CHECK(nearest_word("xy", methods) == std::nullopt);
  CHECK(nearest_word("", methods) == std::nullopt);
  CHECK(nearest_word("degree", {}) == std::nullopt);
}

TEST_CASE("a hint names the suggestion or says what else helps", "[base][suggest]") {
  CHECK(did_you_mean("degre", methods) == "did you mean 'degree'?");
  CHECK(did_you_mean("leiden", methods, "see the list") == "see the list");
}
