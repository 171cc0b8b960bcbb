// SPDX-License-Identifier: Apache-2.0
#include "engine/null_model/pair_table.hpp"

#include <algorithm>

#include "engine/base/number_text.hpp"
#include "engine/statistics/sample_p.hpp"

namespace entente::null_model {

bipartite::Mode PairOptions::mode() const {
  return side == "actor" ? bipartite::Mode::actor : bipartite::Mode::item;
}

bipartite::Tail PairOptions::of_tail() const {
  if (tail == "both") return bipartite::Tail::both;
  return tail == "upper" ? bipartite::Tail::upper : bipartite::Tail::lower;
}

std::optional<Diagnostic> too_many_pairs(const bipartite::Incidence& table,
                                         const bipartite::PairNull& null,
                                         const PairOptions& options) {
  const std::uint64_t pairs = bipartite::pair_count(table, null.mode);
  if (pairs > listed_pairs && options.of_tail() != bipartite::Tail::upper) {
    return error("N101",
                 "every pair is listed, and " + std::to_string(pairs) + " are more than 5 million",
                 "take the other side or a part of the graph");
  }
  if (!statistics::needs_attainable(options.adjustment()) || options.correction == "tarone") {
    return std::nullopt;
  }
  // Each pair of kinds keeps the p values that it could have.
  const auto kinds = static_cast<double>(null.kinds.first.size());
  double degrees = 0;
  const bipartite::SideOf side(table, null.mode);
  for (const std::uint32_t line : null.kinds.first) {
    degrees += static_cast<double>(side.joined(line).size()) + 1;
  }
  if (kinds * degrees / 2 > 3e7) {
    return error("N106",
                 "correction " + options.correction +
                     " keeps every p value that a pair could have, and these are too many",
                 "take tarone, or bh");
  }
  return std::nullopt;
}

bipartite::PairTests test_pairs(const bipartite::Incidence& table, const bipartite::PairNull& null,
                                const PairOptions& options, const Context& context) {
  return bipartite::test_pairs(table, null,
                               {.tail = options.of_tail(),
                                .adjustment = options.adjustment(),
                                .list_all = bipartite::pair_count(table, null.mode) <= listed_pairs,
                                .level = options.fdr,
                                .threads = context.threads,
                                .stop = context.stop});
}

std::vector<Column> test_columns(const bipartite::PairTests& tests, const PairOptions& options) {
  std::int64_t significant = 0;
  for (const auto& pair : tests.pairs) significant += pair.q_value <= options.fdr ? 1 : 0;
  const auto count = [](std::uint64_t n) { return std::vector{static_cast<std::int64_t>(n)}; };
  return {{"tests", "", "pairs tested", count(tests.tested)},
          {"attainable", "",
           "pairs that would be significant if each had the smallest p value that its degrees "
           "allow",
           count(tests.attainable)},
          {"significant", "", "pairs that are", std::vector{significant}}};
}

void note_unlisted(const bipartite::PairTests& tests, Diagnostics& notes) {
  if (tests.tested <= listed_pairs) return;
  notes.push_back(note("N103",
                       "more than 5 million pairs: those without overlap, with p = 1, are counted "
                       "as tests and not listed"));
}

std::optional<Diagnostic> cannot_be_sampled(const bipartite::Incidence& table,
                                            const PairOptions& options) {
  constexpr std::uint64_t most_pairs = 2'000'000;
  const std::uint64_t count = bipartite::pair_count(table, options.mode());
  if (count > most_pairs) {
    return error(
        "N104",
        "sampling counts every pair, and " + std::to_string(count) + " are more than 2 million",
        "use bicm, whose tails are exact, or take the other side");
  }
  if (statistics::needs_attainable(options.adjustment()) && options.correction != "tarone") {
    return error("N108",
                 "correction " + options.correction +
                     " asks for every p value that a pair could have, which samples do not tell",
                 "take tarone or bh, or a null model whose laws are exact");
  }
  return std::nullopt;
}

void note_few_samples(const bipartite::PairTests& tests, const PairOptions& options,
                      std::uint64_t samples, Diagnostics& notes) {
  const double least = statistics::sample_p(0, samples) * static_cast<double>(tests.tested);
  if (least <= options.fdr) return;
  notes.push_back(note(
      "N105",
      "with " + std::to_string(samples) + " samples and " + std::to_string(tests.tested) +
          " pairs, a single pair cannot have a q_value below " + number_text(std::min(1.0, least)),
      "take more --samples, or bicm, whose tails are exact"));
}

Table pair_table(const View& view, const PairOptions& options, std::string caption,
                 const std::vector<bipartite::PairTest>& pairs) {
  const Vertex shift = options.mode() == bipartite::Mode::actor ? 0 : view.actor_count();
  std::vector<Vertex> a, b;
  std::vector<std::int64_t> observed, significant;
  std::vector<double> expected, p_value, q_value;
  for (const auto& pair : pairs) {
    a.push_back(shift + pair.a);
    b.push_back(shift + pair.b);
    observed.push_back(pair.observed);
    expected.push_back(pair.expected);
    p_value.push_back(pair.p_value);
    q_value.push_back(pair.q_value);
    significant.push_back(pair.q_value <= options.fdr ? 1 : 0);
  }
  return {"pairs",
          std::move(caption),
          {{"a", "", "key of the first", std::move(a)},
           {"b", "", "key of the second", std::move(b)},
           {"observed", "", "what both have", std::move(observed)},
           {"expected", "", "its mean under the null model", std::move(expected)},
           {"p_value", "", "chance of as much or more (tail lower: or less)", std::move(p_value)},
           {"q_value", "", "p_value corrected for all pairs", std::move(q_value)},
           {"significant", "", "1 where q_value is at most fdr", std::move(significant)}}};
}

}  // namespace entente::null_model
