// SPDX-License-Identifier: Apache-2.0
#include "engine/question/support_null.hpp"

#include <algorithm>

#include "engine/base/sum.hpp"
#include "engine/statistics/poisson_binomial.hpp"

namespace entente::question {

std::vector<Supporter> supporters_of(const TwoMode& core) {
  const View& view = core.view;
  const Mask* const mask = view.mask();
  std::vector<Supporter> found;
  for (Vertex v = 0; v < view.actor_count(); ++v) {
    Supporter supporter{.vertex = v};
    for (const std::uint32_t edge : view.out_edges(v)) {
      const Stand& stand = core.stands[view.evidence(edge)];
      if (stand.stance != 1) continue;
      ++supporter.count;
      supporter.certain += stand.only_possible ? 0 : 1;
      const std::uint32_t claims = stand.last_claim - stand.first_claim;
      if (supporter.cheapest_stand == nullptr || claims < supporter.cheapest) {
        supporter.cheapest = claims;
        supporter.cheapest_stand = &stand;
      }
    }
    if (supporter.count == 0) continue;
    for (std::uint32_t j = 0; j < view.item_count(); ++j) {
      if (core.answer[j] == Answer::no) continue;
      const bool known = mask == nullptr || mask->known(v, j);
      supporter.seen += known ? 1 : 0;
      supporter.could += known || !mask->impossible(v, j) ? 1 : 0;
    }
    found.push_back(supporter);
  }
  return found;
}

Chances popularity_chances(const TwoMode& core, const bipartite::Incidence& table,
                           const std::vector<Supporter>& supporters) {
  std::vector<double> share(table.items());
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    std::uint32_t known = 0;
    for (std::uint32_t i = 0; i < table.actors(); ++i) known += table.known(i, j) ? 1 : 0;
    share[j] = known == 0 ? 0 : static_cast<double>(table.column_sum(j)) / known;
  }
  Chances chances;
  for (const Supporter& s : supporters) {
    chances.emplace_back();
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      if (core.answer[j] != Answer::no && table.known(s.vertex, j))
        chances.back().push_back(share[j]);
    }
  }
  return chances;
}

Chances bicm_chances(const TwoMode& core, const bipartite::BicmFit& fit,
                     const std::vector<Supporter>& supporters) {
  Chances chances;
  for (const Supporter& s : supporters) {
    chances.emplace_back();
    for (std::uint32_t j = 0; j < fit.table().items(); ++j) {
      if (core.answer[j] != Answer::no && fit.table().known(s.vertex, j))
        chances.back().push_back(fit.probability(s.vertex, j));
    }
  }
  return chances;
}

SupportNull under(const Chances& chances, std::size_t items, const std::stop_token& stop) {
  SupportNull null;
  std::vector<Sum> counts(items + 1);
  Sum several;
  for (const auto& of_items : chances) {
    const auto f = statistics::poisson_binomial(of_items, stop);
    Sum of_several;
    for (std::size_t k = f.size(); k-- > 2;) of_several += f[k];
    const double any = of_several.value() + (f.size() > 1 ? f[1] : 0);
    const double q = any > 0 ? of_several.value() / any : 0;
    null.of_each.push_back(q);
    several += q;
    for (std::size_t k = 1; k < f.size() && any > 0; ++k) counts[k] += f[k] / any;
  }
  for (const Sum& count : counts) null.expected.push_back(count.value());
  null.several = several.value();
  return null;
}

}  // namespace entente::question
