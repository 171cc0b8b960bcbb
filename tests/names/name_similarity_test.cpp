// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/text_table.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;

namespace {

double similarity(const std::string& a, const std::string& b, const char* name,
                  const Params& params = {}) {
  return column(run_on_table("name-similarity", text_table({"a", "b"}, {{a, b}}), params), name)[0];
}

std::string random_word(Rng& rng, std::size_t most) {
  std::string word;
  for (std::size_t k = rng.below(most + 1); k > 0; --k) {
    word += static_cast<char>('a' + rng.below(3));
  }
  return word;
}

// Fewest steps over all words of up to `most` letters, by looking one step ahead at a time.
std::map<std::string, int> steps_from(const std::string& start, std::size_t most) {
  std::map<std::string, int> steps{{start, 0}};
  std::vector<std::string> reached{start};
  for (std::size_t at = 0; at < reached.size(); ++at) {
    const std::string word = reached[at];
    std::vector<std::string> next;
    for (std::size_t i = 0; i <= word.size(); ++i) {
      for (const char c : {'a', 'b', 'c'}) {
        if (word.size() < most) next.push_back(word.substr(0, i) + c + word.substr(i));
        if (i < word.size()) next.push_back(word.substr(0, i) + c + word.substr(i + 1));
      }
      if (i < word.size()) next.push_back(word.substr(0, i) + word.substr(i + 1));
    }
    for (const std::string& other : next) {
      if (steps.emplace(other, steps[word] + 1).second) reached.push_back(other);
    }
  }
  return steps;
}

}  // namespace

TEST_CASE("name-similarity by hand", "[name-similarity]") {
  CHECK(similarity("kitten", "sitting", "levenshtein") == 3);
  // ca -> ac -> abc: a swap and then a letter between the two that were swapped.
  CHECK(similarity("ca", "abc", "levenshtein") == 3);
  CHECK(similarity("ca", "abc", "damerau_levenshtein") == 2);
  // ab, bc, cd against ab, bc, ce.
  CHECK(similarity("abcd", "abce", "jaccard") == 0.5);
  CHECK(similarity("aaaa", "aa", "jaccard") == 1);  // sets: aa stands in each once
  // Window 0: only letters at the same place are in common.
  CHECK(similarity("ab", "ba", "jaro") == 0);
  CHECK(similarity("abc", "acb", "jaro") == Approx((1.0 / 3 + 1.0 / 3 + 1) / 3));
}

TEST_CASE("name-similarity of Winkler's names", "[name-similarity]") {
  // W. E. Winkler (1990) and the Census Bureau's strcmp95.c, three digits as printed there.
  CHECK(similarity("MARTHA", "MARHTA", "jaro") == Approx(0.944).margin(5e-4));
  CHECK(similarity("MARTHA", "MARHTA", "jaro_winkler") == Approx(0.961).margin(5e-4));
  CHECK(similarity("DIXON", "DICKSONX", "jaro") == Approx(0.767).margin(5e-4));
  CHECK(similarity("DIXON", "DICKSONX", "jaro_winkler") == Approx(0.813).margin(5e-4));
  CHECK(similarity("DWAYNE", "DUANE", "jaro") == Approx(0.822).margin(5e-4));
  CHECK(similarity("DWAYNE", "DUANE", "jaro_winkler") == Approx(0.84).margin(5e-4));
}

TEST_CASE("name-similarity of nothing", "[name-similarity]") {
  for (const char* name : {"jaro", "jaro_winkler", "jaccard"}) {
    CHECK(similarity("", "", name) == 1);
    CHECK(similarity("", "a", name) == 0);
    CHECK(similarity("a", "", name) == 0);
    CHECK(similarity("a", "a", name) == 1);
    CHECK(similarity("a", "b", name) == 0);
  }
  CHECK(similarity("", "", "levenshtein") == 0);
  CHECK(similarity("", "abc", "damerau_levenshtein") == 3);
  CHECK(column(run_on_table("name-similarity", text_table({"a", "b"}, {})), "jaro").empty());
}

TEST_CASE("name-similarity counts code points, not bytes", "[name-similarity]") {
  CHECK(similarity("\xC3\xA9t\xC3\xA9", "ete", "levenshtein") == 2);
  CHECK(similarity("\xC3\xA9t", "t\xC3\xA9", "damerau_levenshtein") == 1);
  // Four letters, the first three in common.
  CHECK(similarity("\xD0\xB0\xD0\xB1\xD0\xB2\xD0\xB3", "\xD0\xB0\xD0\xB1\xD0\xB2\xD0\xB4",
                   "jaro_winkler") == Approx(5.0 / 6 + 0.3 / 6));
}

TEST_CASE("jaro_winkler raises jaro above 0.7 only, or always", "[name-similarity]") {
  // One of two letters in common: jaro (1/2 + 1/2 + 1) / 3 = 2/3.
  CHECK(similarity("ax", "ay", "jaro_winkler") == Approx(2.0 / 3));
  CHECK(similarity("ax", "ay", "jaro_winkler", {{"convention", std::string("always")}}) ==
        Approx(2.0 / 3 + 0.1 / 3));
  // Five letters in common at the beginning count as four: jaro (5/6 + 5/6 + 1) / 3 = 8/9.
  CHECK(similarity("abcdex", "abcdey", "jaro_winkler") == Approx(8.0 / 9 + 0.4 / 9));
}

TEST_CASE("the fewest edits are found by trying them all", "[name-similarity]") {
  for (const std::string start : {"", "abca", "cab", "aabb"}) {
    for (const auto& [word, steps] : steps_from(start, 5)) {
      REQUIRE(similarity(start, word, "levenshtein") == steps);
    }
  }
}

TEST_CASE("distances of names are distances, and similarities have bounds", "[name-similarity]") {
  Rng rng(4);
  for (int round = 0; round < 60; ++round) {
    const std::string a = random_word(rng, 7), b = random_word(rng, 7), c = random_word(rng, 7);
    for (const char* name : {"levenshtein", "damerau_levenshtein"}) {
      CHECK(similarity(a, b, name) == similarity(b, a, name));
      CHECK(similarity(a, c, name) <= similarity(a, b, name) + similarity(b, c, name));
    }
    CHECK(similarity(a, b, "damerau_levenshtein") <= similarity(a, b, "levenshtein"));
    CHECK(similarity(a, b, "jaccard") == similarity(b, a, "jaccard"));
    CHECK(similarity(a, b, "jaro_winkler") >= similarity(a, b, "jaro"));
    CHECK(similarity(a, b, "jaro_winkler") <= 1);
  }
}

TEST_CASE("name-similarity refuses what it cannot use", "[name-similarity]") {
  const Diagnostics both = table_failure("name-similarity", text_table({"id", "name"}, {}));
  REQUIRE(both.size() == 2);
  CHECK(both.front().code == "A320");
  const auto longer = text_table({"a", "b"}, {{"x", "y"}, {std::string(5000, 'x'), "y"}});
  CHECK(table_failure("name-similarity", longer).front().code == "A363");
  CHECK(table_failure("name-similarity", longer).front().where.line == 3);
  CHECK(table_failure("name-similarity", text_table({"a", "b"}, {}),
                      {{"convention", std::string("never")}})
            .front()
            .code == "P104");
  CHECK(failure("name-similarity", path(3)).front().code == "R101");
}
