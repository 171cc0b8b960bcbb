// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/absences.hpp"

#include <algorithm>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/statistics/poisson_binomial.hpp"

namespace entente::bipartite {

std::vector<Absence> absences(const BicmFit& fit, double threshold, const std::stop_token& stop) {
  const auto check_stop = [&] {
    if (stop.stop_requested()) throw Stopped{};
  };
  const Incidence& table = fit.table();
  std::vector<Absence> found;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    check_stop();
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      const double p = fit.probability(i, j);
      if (p >= threshold && table.known(i, j) && !table.has(i, j)) found.push_back({i, j, p});
    }
  }
  std::stable_sort(found.begin(), found.end(), [&](const Absence& a, const Absence& b) {
    check_stop();  // of 50 million a sort takes seconds
    return a.probability > b.probability;
  });
  return found;
}

std::vector<GroupAbsence> group_absences(const BicmFit& fit,
                                         std::span<const std::uint32_t> group_of_actor,
                                         statistics::Adjustment adjustment,
                                         const std::stop_token& stop) {
  const Incidence& table = fit.table();
  ENTENTE_ASSERT(group_of_actor.size() == table.actors());
  std::vector<std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    const std::uint32_t group = group_of_actor[i];
    if (group == no_group) continue;
    if (members.size() <= group) members.resize(std::size_t{group} + 1);
    members[group].push_back(i);
  }
  std::vector<GroupAbsence> tests;
  for (std::uint32_t g = 0; g < members.size(); ++g) {
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      if (stop.stop_requested()) throw Stopped{};
      GroupAbsence test{.group = g, .item = j};
      std::vector<double> chances;
      Sum expected;
      for (const std::uint32_t i : members[g]) {
        if (!table.known(i, j)) continue;
        chances.push_back(fit.probability(i, j));
        expected += chances.back();
        test.signed_by += table.has(i, j) ? 1 : 0;
      }
      if (chances.empty()) continue;
      test.members = static_cast<std::uint32_t>(chances.size());
      test.expected = expected.value();
      test.p_value = statistics::lower_tail(chances, test.signed_by, stop);
      tests.push_back(test);
    }
  }
  std::vector<double> p;
  for (const auto& test : tests) p.push_back(test.p_value);
  const auto q = statistics::adjusted(p, adjustment);
  for (std::size_t t = 0; t < tests.size(); ++t) tests[t].q_value = q[t];
  return tests;
}

}  // namespace entente::bipartite
