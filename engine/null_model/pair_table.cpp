// SPDX-License-Identifier: Apache-2.0
#include "engine/null_model/pair_table.hpp"

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

bool too_costly(const bipartite::RowPairs& model) noexcept {
  return model.cost > 1e11 || model.cells > 5e7;
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
