// SPDX-License-Identifier: Apache-2.0
#include "engine/null_model/pair_table.hpp"

namespace entente::null_model {

bipartite::Mode PairOptions::mode() const {
  return side == "actor" ? bipartite::Mode::actor : bipartite::Mode::item;
}

bipartite::Tail PairOptions::of_tail() const {
  return tail == "upper" ? bipartite::Tail::upper : bipartite::Tail::lower;
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
