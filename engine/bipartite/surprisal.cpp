// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/surprisal.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/lines.hpp"
#include "engine/bipartite/row_model.hpp"
#include "engine/statistics/sample_p.hpp"

namespace entente::bipartite {
namespace {

using Terms = std::vector<std::array<double, 3>>;  // -ln P by trial and outcome

Terms terms_of(const std::vector<Trial>& trials) {
  Terms terms;
  for (const Trial& trial : trials) {
    std::array<double, 3> term{};
    for (std::uint8_t outcome = 0; outcome < 3; ++outcome) {
      const double p = chance_of(trial, outcome);
      term[outcome] =
          p > 0 ? std::abs(std::log(p)) : 0;  // an outcome without a chance never occurs
    }
    terms.push_back(term);
  }
  return terms;
}

double total(const Terms& terms, const RowOutcome& outcome) {
  Sum sum;
  for (std::size_t t = 0; t < terms.size(); ++t) sum += terms[t][outcome[t]];
  return sum.value();
}

// Mean and standard deviation of the sum, the trials being independent.
struct Moments {
  double mean = 0, deviation = 0;
};
Moments moments_of(const std::vector<Trial>& trials, const Terms& terms) {
  Sum mean, variance;
  for (std::size_t t = 0; t < trials.size(); ++t) {
    double expected = 0;
    for (std::uint8_t o = 0; o < 3; ++o) expected += chance_of(trials[t], o) * terms[t][o];
    mean += expected;
    for (std::uint8_t o = 0; o < 3; ++o) {
      const double off = terms[t][o] - expected;
      variance += chance_of(trials[t], o) * off * off;
    }
  }
  return {mean.value(), std::sqrt(variance.value())};
}

RowOutcome outcome_of(const Incidence& table, const std::vector<Trial>& trials,
                      std::uint32_t actor) {
  RowOutcome outcome(trials.size(), no_answer);
  for (std::size_t t = 0; t < trials.size(); ++t) {
    for (std::uint8_t s = 0; s < 2; ++s) {
      if (trials[t].item[s] != no_item && table.has(actor, trials[t].item[s])) outcome[t] = s;
    }
  }
  return outcome;
}

std::vector<CarryingItem> carrying(const std::vector<Trial>& trials, const Terms& terms,
                                   const RowOutcome& outcome, std::size_t count) {
  std::vector<CarryingItem> items;
  for (std::size_t t = 0; t < trials.size(); ++t) {
    const bool present = outcome[t] != no_answer;
    const std::uint8_t likelier = trials[t].chance[1] > trials[t].chance[0] ? 1 : 0;
    const std::uint8_t answer = present ? outcome[t] : likelier;
    const double surprisal = terms[t][outcome[t]];
    if (surprisal > 0) {
      items.push_back({trials[t].item[answer], present, trials[t].chance[answer], surprisal});
    }
  }
  std::stable_sort(items.begin(), items.end(), [](const CarryingItem& a, const CarryingItem& b) {
    return a.surprisal > b.surprisal;
  });
  if (items.size() > count) items.resize(count);
  return items;
}

}  // namespace

std::uint32_t stance_count(const Incidence& table, std::uint32_t actor) {
  std::uint32_t count = table.row_sum(actor);
  if (!table.has_roll_calls()) return count;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (other == no_item || other < j || !table.known(actor, j)) continue;
    count += table.has(actor, j) || table.has(actor, other) ? 0 : 1;
  }
  return count;
}

std::vector<UnusualActor> unusual_actors(const BicmFit& fit, const Rng& rng,
                                         const SurprisalOptions& options) {
  const Incidence& table = fit.table();
  const LineKinds kinds = line_kinds(table, Mode::actor);
  std::vector<std::vector<std::uint32_t>> members(kinds.first.size());
  for (std::uint32_t i = 0; i < table.actors(); ++i) members[kinds.kind[i]].push_back(i);

  std::vector<UnusualActor> actors(table.actors());
  const auto judge_kind = [&](std::size_t kind) {
    const auto trials = trials_of_row(fit, kinds.first[kind]);
    const Terms terms = terms_of(trials);
    const Moments moments = moments_of(trials, terms);
    bool any_tested = false;
    for (const std::uint32_t i : members[kind]) {
      UnusualActor& actor = actors[i];
      const RowOutcome outcome = outcome_of(table, trials, i);
      actor.actor = i;
      actor.surprisal = total(terms, outcome);
      actor.expected = moments.mean;
      actor.undefined = !(moments.deviation > 0);
      if (!actor.undefined) actor.z = (actor.surprisal - moments.mean) / moments.deviation;
      actor.tested = stance_count(table, i) >= options.least_stances;
      actor.carrying = carrying(trials, terms, outcome, options.top_items);
      any_tested |= actor.tested;
    }
    if (!any_tested) return;
    const ConditionalRow model(trials, table.row_sum(kinds.first[kind]));
    if (!model.possible()) return;
    Rng stream = rng.split(kinds.first[kind]);
    std::vector<double> redrawn;
    RowOutcome outcome;
    for (std::size_t s = 0; s < options.samples; ++s) {
      model.draw(stream, outcome);
      redrawn.push_back(total(terms, outcome));
    }
    std::sort(redrawn.begin(), redrawn.end());
    for (const std::uint32_t i : members[kind]) {
      UnusualActor& actor = actors[i];
      if (!actor.tested) continue;
      // Equal sums may differ by rounding, and must count as equal.
      const double least = actor.surprisal - 1e-9 * std::max(1.0, actor.surprisal);
      const auto at = std::lower_bound(redrawn.begin(), redrawn.end(), least);
      actor.p_value =
          statistics::sample_p(static_cast<std::uint64_t>(redrawn.end() - at), options.samples);
    }
  };
  for_chunks(
      {.count = kinds.first.size(), .chunk = 1, .threads = options.threads, .stop = options.stop},
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t kind = begin; kind < end; ++kind) judge_kind(kind);
      });

  std::vector<double> p;
  for (const UnusualActor& actor : actors) {
    if (actor.tested) p.push_back(actor.p_value);
  }
  const auto q = statistics::adjusted(p, options.adjustment);
  std::size_t next = 0;
  for (UnusualActor& actor : actors) {
    if (actor.tested) actor.q_value = q[next++];
  }
  return actors;
}

}  // namespace entente::bipartite
