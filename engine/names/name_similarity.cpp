// SPDX-License-Identifier: Apache-2.0
// How alike two names are: edit distances, Jaro, Jaro-Winkler and shared pairs of letters.
//
//   levenshtein          fewest insertions, deletions and substitutions of one letter
//   damerau_levenshtein  the same with swaps of neighbours, between which others may be edited
//   jaro                 (c/|a| + c/|b| + (c - t)/c) / 3: c letters in common not farther apart
//   than
//                        max(0, floor(max(|a|, |b|) / 2) - 1), of which t pairs are out of order;
//                        0 where c = 0
//   jaro_winkler         jaro + 0.1 l (1 - jaro), l <= 4 letters at the beginning in common
//   jaccard              of the sets of pairs of letters side by side, nothing added at the ends
//
// Input    a table with the columns a and b; letters are code points, taken as they are: nothing is
//          folded or stripped.
// Options  convention: `threshold` raises jaro only where it is above 0.7, as Winkler does;
// `always`. Output   one row for each row of the table. Equal names have 0, 0, 1, 1, 1, also "" and
// "". Cost     O(|a| |b|) per row. Method   Levenshtein (1966); Lowrance and Wagner (1975),
// doi:10.1145/321879.321880; Jaro (1989),
//          doi:10.1080/01621459.1989.10478785; Winkler (1990)
// Differs  from optimal string alignment, which edits no part twice: ca to abc is 2 here, 3 there.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/analysis/analysis.hpp"
#include "engine/base/utf8.hpp"

namespace entente::names {
namespace {

constexpr std::size_t most_letters = 4000;  // the swaps need a table of |a| |b| numbers

struct Options {
  std::string convention = "threshold";
  static auto fields() {
    return std::tuple{choice("convention", &Options::convention, {"threshold", "always"},
                             "when jaro_winkler raises jaro: above 0.7, or always")};
  }
};

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character letter = utf8_character(text, at);
    letters += letter.code;
    at += letter.size;
  }
  return letters;
}

std::int64_t levenshtein(const std::u32string& a, const std::u32string& b) {
  std::vector<std::int64_t> last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = std::int64_t(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = std::int64_t(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    }
    last.swap(row);
  }
  return last[b.size()];
}

std::int64_t damerau_levenshtein(const std::u32string& a, const std::u32string& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::int32_t> table((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::int32_t& {
    return table[i * width + j];
  };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = std::int32_t(i);
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = std::int32_t(j);
  std::unordered_map<char32_t, std::size_t> last_in_a;  // by letter: where it stood last, from 1
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t last_in_b = 0;  // where a[i - 1] stood last in b, from 1
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      std::int32_t best =
          std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)});
      const auto found = last_in_a.find(b[j - 1]);
      if (found != last_in_a.end() && last_in_b > 0) {
        const std::size_t k = found->second, l = last_in_b;
        const auto between = std::int32_t((i - k - 1) + 1 + (j - l - 1));
        best = std::min(best, at(k - 1, l - 1) + between);
      }
      at(i, j) = best;
      if (same) last_in_b = j;
    }
    last_in_a[a[i - 1]] = i;
  }
  return at(a.size(), b.size());
}

double jaro(const std::u32string& a, const std::u32string& b) {
  if (a.empty() && b.empty()) return 1;
  const std::size_t half = std::max(a.size(), b.size()) / 2;
  const std::size_t window = half > 0 ? half - 1 : 0;
  std::vector<std::uint8_t> taken(b.size(), 0);
  std::u32string in_a, in_b;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + window + 1);
    for (std::size_t j = i > window ? i - window : 0; j < end; ++j) {
      if (taken[j] != 0 || a[i] != b[j]) continue;
      taken[j] = 1;
      in_a += a[i];
      break;
    }
  }
  if (in_a.empty()) return 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (taken[j] != 0) in_b += b[j];
  }
  std::size_t out_of_order = 0;
  for (std::size_t k = 0; k < in_a.size(); ++k) out_of_order += in_a[k] == in_b[k] ? 0 : 1;
  const auto common = double(in_a.size());
  const std::size_t transpositions = out_of_order / 2;
  return (common / double(a.size()) + common / double(b.size()) +
          (common - double(transpositions)) / common) /
         3;
}

double jaro_winkler(const std::u32string& a, const std::u32string& b, double of_jaro, bool always) {
  if (!always && !(of_jaro > 0.7)) return of_jaro;
  const std::size_t most = std::min({a.size(), b.size(), std::size_t{4}});
  std::size_t prefix = 0;
  while (prefix < most && a[prefix] == b[prefix]) ++prefix;
  return of_jaro + 0.1 * double(prefix) * (1 - of_jaro);
}

std::vector<std::pair<char32_t, char32_t>> letter_pairs(const std::u32string& text) {
  std::vector<std::pair<char32_t, char32_t>> pairs;
  for (std::size_t i = 1; i < text.size(); ++i) pairs.emplace_back(text[i - 1], text[i]);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

double jaccard(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 1;
  const auto in_a = letter_pairs(a), in_b = letter_pairs(b);
  std::vector<std::pair<char32_t, char32_t>> shared;
  std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                        std::back_inserter(shared));
  const std::size_t all = in_a.size() + in_b.size() - shared.size();
  return all == 0 ? 0 : double(shared.size()) / double(all);
}

Expected<std::pair<std::vector<std::string>, std::vector<std::string>>> name_columns(
    const TextTable& table) {
  Diagnostics problems;
  std::size_t place[2] = {0, 0};
  for (const std::size_t side : {0, 1}) {
    const std::string name = side == 0 ? "a" : "b";
    const auto at = std::find(table.header.begin(), table.header.end(), name);
    if (at == table.header.end()) {
      problems.push_back(error("A320", fmt::format("the table has no column '{}'", name),
                               "its header is a,b", {table.file, 1, 0}));
    }
    place[side] = std::size_t(at - table.header.begin());
  }
  if (!problems.empty()) return problems;
  std::pair<std::vector<std::string>, std::vector<std::string>> names;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (const std::size_t side : {0, 1}) {
      const std::string& name = table.rows[r][place[side]];
      const std::size_t size = letters_of(name).size();
      if (size > most_letters) {
        problems.push_back(error(
            "A363", fmt::format("a name of {} letters is longer than {}", size, most_letters),
            "names are compared letter by letter: shorten it", {table.file, table.lines[r], 0}));
      }
      (side == 0 ? names.first : names.second).push_back(name);
    }
  }
  if (!problems.empty()) return problems;
  return names;
}

Expected<Outcome> run(const TextTable& table, const Params& params, const Context& context) {
  const bool always = bind<Options>(params).convention == "always";
  auto names = name_columns(table);
  if (!names) return names.error();
  const std::size_t count = names->first.size();
  std::vector<std::int64_t> edits(count), with_swaps(count);
  std::vector<double> by_jaro(count), by_winkler(count), by_pairs(count);
  for_chunks(context.loop(count, 64), [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      context.check_stop();
      const std::u32string a = letters_of(names->first[r]), b = letters_of(names->second[r]);
      edits[r] = levenshtein(a, b);
      with_swaps[r] = damerau_levenshtein(a, b);
      by_jaro[r] = jaro(a, b);
      by_winkler[r] = jaro_winkler(a, b, by_jaro[r], always);
      by_pairs[r] = jaccard(a, b);
    }
  });
  return Outcome{{{"pairs",
                   "How alike the names of each row are",
                   {{"a", "", "as given", std::move(names->first)},
                    {"b", "", "as given", std::move(names->second)},
                    {"levenshtein", "letters", "edits", std::move(edits)},
                    {"damerau_levenshtein", "letters", "edits and swaps", std::move(with_swaps)},
                    {"jaro", "", "0 to 1", std::move(by_jaro)},
                    {"jaro_winkler", "", "0 to 1", std::move(by_winkler)},
                    {"jaccard", "", "of pairs of letters, 0 to 1", std::move(by_pairs)}}}},
                 {}};
}

}  // namespace

Analysis name_similarity() {
  return {
      .method = {.id = "name-similarity",
                 .title = "Similarity of names",
                 .formula = "levenshtein: edits of one letter; damerau_levenshtein: with swaps; "
                            "jaro (c/|a| + c/|b| + (c - t)/c) / 3; jaro_winkler jaro + 0.1 l (1 - "
                            "jaro), l <= 4; jaccard of the sets of 2-grams",
                 .convention = "input is a table with the columns a and b; code points as they "
                               "are; window max(0, floor(max/2) - 1), t halved and rounded down; "
                               "raised only where jaro > 0.7 (`always`: everywhere); 2-grams "
                               "without padding; \"\" against \"\" is 1",
                 .cost = "O(|a| |b|) per row",
                 .citations = {{"V. I. Levenshtein (1966), Binary codes capable of correcting "
                                "deletions, insertions, and reversals, Soviet Physics Doklady 10",
                                ""},
                               {"R. Lowrance and R. A. Wagner (1975), An extension of the "
                                "string-to-string correction problem, Journal of the ACM 22",
                                "10.1145/321879.321880"},
                               {"M. A. Jaro (1989), Advances in record-linkage methodology as "
                                "applied to matching the 1985 census of Tampa, Florida, Journal "
                                "of the American Statistical Association 84",
                                "10.1080/01621459.1989.10478785"},
                               {"W. E. Winkler (1990), String comparator metrics and enhanced "
                                "decision rules in the Fellegi-Sunter model of record linkage",
                                ""}}},
      .params = describe<Options>(),
      .on_table = run};
}

}  // namespace entente::names
