// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <map>
#include <set>

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

// Fewest steps over all words of up to `most` letters, by looking one step ahead at a time; with
// swaps of letters side by side, or without.
std::map<std::string, int> steps_from(const std::string& start, std::size_t most, bool swaps) {
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
      if (!swaps || i + 1 >= word.size()) continue;
      next.push_back(word);
      std::swap(next.back()[i], next.back()[i + 1]);
    }
    for (const std::string& other : next) {
      if (steps.emplace(other, steps[word] + 1).second) reached.push_back(other);
    }
  }
  return steps;
}

// Each letter of a takes the first free one like it in b that is near enough; of the letters taken,
// in the order of a and in that of b, half of those that differ are transpositions.
double slow_jaro(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return 1;
  const int window = std::max(0, static_cast<int>(std::max(a.size(), b.size()) / 2) - 1);
  std::string of_a, of_b, rest = b;
  for (int i = 0; i < static_cast<int>(a.size()); ++i) {
    for (int j = 0; j < static_cast<int>(b.size()); ++j) {
      if (std::abs(i - j) > window || rest[std::size_t(j)] != a[std::size_t(i)]) continue;
      of_a += a[std::size_t(i)];
      rest[std::size_t(j)] = ' ';
      break;
    }
  }
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (rest[j] == ' ') of_b += b[j];
  }
  if (of_a.empty()) return 0;
  int differ = 0;
  for (std::size_t k = 0; k < of_a.size(); ++k) differ += of_a[k] != of_b[k] ? 1 : 0;
  const double common = static_cast<double>(of_a.size());
  return (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
          (common - differ / 2) / common) /
         3;
}

double slow_jaro_winkler(const std::string& a, const std::string& b) {
  const double jaro = slow_jaro(a, b);
  std::size_t prefix = 0;
  while (prefix < std::min({std::size_t{4}, a.size(), b.size()}) && a[prefix] == b[prefix]) {
    ++prefix;
  }
  return jaro > 0.7 ? jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro) : jaro;
}

double slow_jaccard(const std::string& a, const std::string& b) {
  const auto pairs_of = [](const std::string& word) {
    std::set<std::string> pairs;
    for (std::size_t i = 1; i < word.size(); ++i) pairs.insert(word.substr(i - 1, 2));
    return pairs;
  };
  const std::set<std::string> x = pairs_of(a), y = pairs_of(b);
  std::set<std::string> either = x;
  either.insert(y.begin(), y.end());
  if (either.empty()) return a == b ? 1 : 0;
  return static_cast<double>(x.size() + y.size() - either.size()) /
         static_cast<double>(either.size());
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

TEST_CASE("name-similarity of the names in Winkler's overview", "[name-similarity]") {
  // W. E. Winkler, Overview of Record Linkage and Current Research Directions (2006), Table 6,
  // www.census.gov/srd/papers/pdf/rrs2006-02.pdf: Jaro and Winkler, three digits. Three rows are
  // left out (HARDIN, ITMAN, and JON with JAN), where the table has 0 although letters agree.
  struct Row {
    const char *a, *b;
    double jaro, winkler;
  };
  for (const auto& [a, b, jaro, winkler] :
       {Row{"SHACKLEFORD", "SHACKELFORD", 0.970, 0.982},
        Row{"DUNNINGHAM", "CUNNIGHAM", 0.896, 0.896}, Row{"NICHLESON", "NICHULSON", 0.926, 0.956},
        Row{"JONES", "JOHNSON", 0.790, 0.832}, Row{"MASSEY", "MASSIE", 0.889, 0.933},
        Row{"ABROMS", "ABRAMS", 0.889, 0.922}, Row{"JERALDINE", "GERALDINE", 0.926, 0.926},
        Row{"MARHTA", "MARTHA", 0.944, 0.961}, Row{"MICHELLE", "MICHAEL", 0.869, 0.921},
        Row{"JULIES", "JULIUS", 0.889, 0.933}, Row{"TANYA", "TONYA", 0.867, 0.880},
        Row{"DWAYNE", "DUANE", 0.822, 0.840}, Row{"SEAN", "SUSAN", 0.783, 0.805},
        Row{"JON", "JOHN", 0.917, 0.933}}) {
    CHECK(similarity(a, b, "jaro") == Approx(jaro).margin(5.1e-4));
    CHECK(similarity(a, b, "jaro_winkler") == Approx(winkler).margin(5.1e-4));
  }
}

TEST_CASE("name-similarity of the examples in manuals", "[name-similarity]") {
  // Oracle Database 12.2, PL/SQL Packages and Types Reference, Table 268-1 (UTL_MATCH): per cent of
  // the longer name that need not be edited; and the distance of shackleford and shackelford, 2.
  const auto kept = [](const std::string& a, const std::string& b) {
    return 100 * (1 - similarity(a, b, "levenshtein") / double(std::max(a.size(), b.size())));
  };
  CHECK(similarity("shackleford", "shackelford", "levenshtein") == 2);
  CHECK(kept("Dunningham", "Cunnigham") == Approx(80));
  CHECK(kept("Abroms", "Abrams") == Approx(83).margin(0.5));
  CHECK(kept("Lampley", "Campley") == Approx(86).margin(0.5));
  CHECK(kept("Marhta", "Martha") == Approx(67).margin(0.5));
  CHECK(kept("Jonathon", "Jonathan") == Approx(88).margin(0.51));
  CHECK(kept("Jeraldine", "Geraldine") == Approx(89).margin(0.5));
  // docs.rs: str-distance, strsim 0.6.0 and txtdist 0.2.1, 2 each
  CHECK(similarity("CA", "ABC", "damerau_levenshtein") == 2);
  CHECK(similarity("ab", "bca", "damerau_levenshtein") == 2);
  CHECK(similarity("an act", "a cat", "damerau_levenshtein") == 2);
  // string-similarity-kotlin, Jaccard(2): distance 0.4. Incanter, dice-coefficient-str: one pair of
  // four and four in common, 0.25 by Dice, which is 2 J / (1 + J).
  CHECK(similarity("ABCDE", "ABCDF", "jaccard") == Approx(1 - 0.4));
  const double jaccard = similarity("night", "nacht", "jaccard");
  CHECK(2 * jaccard / (1 + jaccard) == Approx(0.25));
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
    for (const auto& [word, steps] : steps_from(start, 5, false)) {
      REQUIRE(similarity(start, word, "levenshtein") == steps);
    }
    for (const auto& [word, steps] : steps_from(start, 5, true)) {
      REQUIRE(similarity(start, word, "damerau_levenshtein") == steps);
    }
  }
}

TEST_CASE("jaro and jaccard agree with letters marked off and sets of pairs", "[name-similarity]") {
  for (const std::string start : {"", "a", "abca", "cab", "aabbc", "cbabac"}) {
    for (const auto& [word, steps] : steps_from(start, 5, false)) {
      REQUIRE(similarity(start, word, "jaro") == Approx(slow_jaro(start, word)));
      REQUIRE(similarity(start, word, "jaro_winkler") == Approx(slow_jaro_winkler(start, word)));
      REQUIRE(similarity(start, word, "jaccard") == Approx(slow_jaccard(start, word)));
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
