// SPDX-License-Identifier: Apache-2.0
// Part kind-brokers: who bridges states, firms and civil society.
//
// An actor's brokerage is the number of pairs of other actors of different sectors that share no
// item, while each shares one with it (bipartite/cross_brokerage.hpp). One end may be of its own
// sector; `outside` counts the pairs without such an end. Actors with the same items stand between
// the same pairs: the number says between whom an actor stands, not that nobody else does, and
// `alike` counts those others. Whoever holds many items,
// popular ones above all, bridges many: so it is compared with tables that have the same sums, mask
// and roll calls (fdsm), p = (1 + those at least as large) / (1 + draws), Benjamini and Hochberg
// over all actors with two items.
//
// Where fewer than two items could be seen for most actors of a sector, the data cannot tell who of
// it bridges anything; where that is so of every sector, they cannot tell at all.
//
// Flip      the fewest claims, stance by stance, without which the first is not first any more.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/base/sum.hpp"
#include "engine/bipartite/cross_brokerage.hpp"
#include "engine/bipartite/trades.hpp"
#include "engine/question/amounts.hpp"
#include "engine/question/evidence.hpp"
#include "engine/question/part.hpp"
#include "engine/question/sector_brokers.hpp"
#include "engine/question/without.hpp"
#include "engine/statistics/multiple_testing.hpp"
#include "engine/statistics/sample_p.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using bipartite::Incidence;
using Text = std::string;

struct Options {
  std::string by = "sectors";
  double level = 0.05;
  static auto fields() {
    return std::tuple{
        choice("by", &Options::by, {"sectors", "kinds"},
               "what is bridged: sectors (states, firms, civil society, others) or kinds of actor"),
        real("level", &Options::level, 0, 1, "largest q that is called beyond chance")};
  }
};

struct Draws {
  std::vector<std::uint32_t> as_large;
  std::vector<double> mean, sd;
};

Draws draw(const Incidence& table, const Sectors& sectors, const std::vector<double>& observed,
           std::uint32_t count, const Context& context) {
  std::vector<std::vector<double>> drawn(count);
  bipartite::for_each_sample(table, context.rng("kind-brokers"),
                             {.samples = count, .threads = context.threads, .stop = context.stop},
                             [&](std::size_t sample, const Incidence& other) {
                               drawn[sample] = bipartite::cross_brokerage(other, sectors.of_actor);
                             });
  Draws draws;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    Sum sum, squares;
    std::uint32_t large = 0;
    for (const auto& sample : drawn) {
      sum += sample[i];
      large += sample[i] >= observed[i] ? 1 : 0;
    }
    const double mean = sum.value() / count;
    for (const auto& sample : drawn) squares += (sample[i] - mean) * (sample[i] - mean);
    draws.as_large.push_back(large);
    draws.mean.push_back(mean);
    draws.sd.push_back(count > 1 ? std::sqrt(squares.value() / (count - 1)) : 0);
  }
  return draws;
}

// Actors with two items at least, by falling brokerage.
std::vector<SectorBroker> brokers_of(const Incidence& table, const std::vector<double>& brokerage) {
  std::vector<SectorBroker> brokers;
  for (Vertex v = 0; v < table.actors(); ++v) {
    if (table.row_sum(v) >= 2) brokers.push_back({.actor = v, .brokerage = brokerage[v]});
  }
  std::stable_sort(
      brokers.begin(), brokers.end(),
      [](const SectorBroker& a, const SectorBroker& b) { return a.brokerage > b.brokerage; });
  return brokers;
}

void test(std::vector<SectorBroker>& brokers, const Draws& draws, std::uint32_t count) {
  std::vector<double> p;
  for (SectorBroker& broker : brokers) {
    broker.expected = draws.mean[broker.actor];
    broker.sd = draws.sd[broker.actor];
    broker.p_value = statistics::sample_p(draws.as_large[broker.actor], count);
    p.push_back(broker.p_value);
  }
  const auto q = statistics::adjusted(p);
  for (std::size_t k = 0; k < q.size(); ++k) brokers[k].q_value = q[k];
}

// "of firms too little could be seen to say who bridges anything: Tech Accord (why) and GFCE (why)"
std::vector<Text> too_little_seen(const Sectors& sectors, const std::vector<SectorSeen>& seen) {
  std::map<std::vector<Text>, std::vector<Text>> by_reason;
  for (std::size_t s = 0; s < seen.size(); ++s) {
    if (seen[s].could && !seen[s].enough) by_reason[seen[s].unseen].push_back(sectors.names[s]);
  }
  std::vector<Text> parts;
  for (const auto& [unseen, names] : by_reason) {
    parts.push_back(fmt::format("of {} too little could be seen to say who bridges anything: {}",
                                join(names), first_of(unseen, 2, "lists")));
  }
  return parts;
}

void measure(Finding& finding, const Words& words, const TwoMode& core,
             const std::vector<SectorBroker>& brokers, std::uint32_t draws, double level) {
  const SectorBroker& first = brokers.front();
  const Text name = words.actor(core, first.actor);
  const double smallest = 1.0 / (1.0 + draws);
  finding.uncertainty = {
      {"interval", "brokerage of the first by chance", first.brokerage,
       first.expected - 1.96 * first.sd, first.expected + 1.96 * first.sd,
       fmt::format("{} stands between {:.0f} pairs of actors of two sectors that share no item; "
                   "{:.0f} (sd {:.0f}) in {} tables with the same sums.",
                   name, first.brokerage, first.expected, first.sd, draws)},
      {"p_value", name, first.p_value, no_number, no_number,
       fmt::format("p {} of the first.", p_text(first.p_value))},
      {"q_value", name, first.q_value, no_number, no_number,
       fmt::format("q {} after correction for {} actors.", p_text(first.q_value), brokers.size())},
      {"power", "smallest q of one actor alone", std::min(1.0, smallest * double(brokers.size())),
       smallest, no_number,
       fmt::format("{} tables of chance cannot give a p below {}; for a q of {} at least {:.0f} "
                   "actors must reach that.",
                   draws, p_text(smallest), level,
                   std::ceil(smallest * double(brokers.size()) / level - 1e-9))}};
}

TwoMode core_for(const Inquiry& inquiry) {
  return core_of(project_two_mode(inquiry.graph, inquiry.projection), inquiry.graph, 1);
}

// Who comes first without these claims; none where nobody bridges.
std::optional<NodeId> first_without(const Inquiry& inquiry, bool by_kind,
                                    const std::vector<ClaimId>& claims) {
  const TwoMode core = core_for(without(inquiry, claims));
  const Incidence table(core.view);
  const auto brokers =
      brokers_of(table, bipartite::cross_brokerage(table, sectors_of(core, by_kind).of_actor));
  if (brokers.empty() || brokers.front().brokerage <= 0) return std::nullopt;
  return core.node[brokers.front().actor];
}

Flip flip_of(const Inquiry& inquiry, bool by_kind, const TwoMode& core, Vertex first) {
  const NodeId actor = core.node[first];
  std::vector<std::vector<ClaimId>> stands;
  for (const std::uint32_t edge : core.view.out_edges(first)) {
    const Stand& stand = core.stands[core.view.evidence(edge)];
    stands.emplace_back(core.claims.begin() + stand.first_claim,
                        core.claims.begin() + stand.last_claim);
  }
  std::stable_sort(stands.begin(), stands.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  Flip flip;
  const auto turns = [&](const std::vector<ClaimId>& claims) {
    return first_without(inquiry, by_kind, claims) != actor;
  };
  // One stance, the cheapest first; else all of them, which surely do.
  for (const auto& stand : stands) {
    if (!turns(stand)) continue;
    flip.claims = stand;
    flip.exact = stand.size() <= stands.front().size();
    break;
  }
  if (flip.claims.empty()) {
    for (const auto& stand : stands) {
      flip.claims.insert(flip.claims.end(), stand.begin(), stand.end());
      if (turns(flip.claims)) break;
    }
  }
  flip.says = fmt::format("Without {} of its claims {} would not come first.", flip.claims.size(),
                          Words(inquiry.graph).node(actor));
  return flip;
}

Expected<Finding> find(const Inquiry& inquiry) {
  const auto options = bind<Options>(inquiry.params);
  const bool by_kind = options.by == "kinds";
  const KnowledgeGraph& graph = inquiry.graph;
  const TwoMode core = core_for(inquiry);
  if (core.view.item_count() < 2) return cannot_tell("the view has no two items to bridge");
  if (const auto problem = too_large(core)) return *problem;
  const Words words(graph);
  const Incidence table(core.view);
  const Sectors sectors = sectors_of(core, by_kind);
  const auto brokerage = bipartite::cross_brokerage(table, sectors.of_actor);
  std::vector<SectorBroker> brokers = brokers_of(table, brokerage);
  if (brokers.empty()) return cannot_tell("nobody in the view holds two items, so nobody bridges");
  const auto seen = seen_sectors(graph, core, sectors);
  const std::uint32_t draws = broker_draws(inquiry.context.effort, inquiry.brief);
  test(brokers, draw(table, sectors, brokerage, draws, inquiry.context), draws);

  Finding finding;
  std::vector<Text> first, beyond;
  const double most = brokers.front().brokerage;
  for (const SectorBroker& b : brokers) {
    if (b.q_value <= options.level && b.brokerage > 0) {
      beyond.push_back(words.actor(core, b.actor));
      finding.named.push_back(core.view.key(b.actor));
    }
    if (b.brokerage == most && most > 0) first.push_back(words.actor(core, b.actor));
  }
  finding.headline = beyond.empty() ? "nobody beyond chance" : "some beyond chance";
  for (const SectorBroker& b : brokers) {
    if (beyond.empty() && b.brokerage == most) finding.named.push_back(core.view.key(b.actor));
  }
  std::sort(finding.named.begin(), finding.named.end());
  std::vector<Text> most_of_all = first;
  std::sort(most_of_all.begin(), most_of_all.end());
  std::vector<Text> firm(
      beyond.begin(),
      beyond.begin() + std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(beyond.size())));
  std::sort(firm.begin(), firm.end());
  const std::vector<Text> hidden_sectors = unseen_sectors(sectors, seen);
  const auto too_little = too_little_seen(sectors, seen);
  Text coverage;  // as sentences
  for (const Text& part : too_little)
    coverage += (coverage.empty() ? "O" : " O") + part.substr(1) + ".";
  finding.slots = {
      {"brokers", first.empty() ? "nobody" : first_of(first, 3, "")},
      {"pairs", fmt::format("{:.0f}", most)},
      {"expected", fmt::format("{:.0f}", brokers.front().expected)},
      {"beyond", beyond.empty()
                     ? Text("Nobody bridges more than the number of its agreements and "
                            "their popularity give")
                     : first_of(beyond, 3, "") + " bridge more than the number of their agreements "
                                                 "and those agreements' popularity give"},
      {"coverage", coverage},
      {"tested", std::to_string(brokers.size())},
      {"sectors", join(sectors.names)}};
  const Text numbers =
      fmt::format("{} pairs, {} by chance", finding.slots["pairs"], finding.slots["expected"]);
  finding.stated = {
      {"first", fmt::format("{}", fmt::join(most_of_all, "|")),
       "first " + finding.slots["brokers"]},
      {"beyond chance", fmt::format("{}", fmt::join(firm, "|")),
       "beyond chance " + (beyond.empty() ? Text("nobody") : first_of(beyond, 3, ""))},
      {"coverage", fmt::format("{}", fmt::join(hidden_sectors, "|")),
       hidden_sectors.empty() ? Text("enough was seen of every sector")
                              : "too little seen of " + join(hidden_sectors),
       false},
      // What chance gives is drawn, so only what is observed is compared.
      {"counts", finding.slots["pairs"], numbers, false}};
  finding.told =
      std::any_of(seen.begin(), seen.end(), [](const SectorSeen& s) { return s.enough; });
  if (!finding.told) {
    finding.why = too_little.empty() ? Text("nobody could have held two of the items")
                                     : fmt::format("{}", fmt::join(too_little, "; "));
    finding.missing.push_back(finding.why);
  }
  if (inquiry.brief) return finding;
  finding.tables = {sector_brokers_table(graph, core, table, sectors, seen, brokers)};
  measure(finding, words, core, brokers, draws, options.level);
  for (const SectorBroker& b : brokers) {
    if (b.brokerage <= 0 || (b.q_value > options.level && b.brokerage < most)) continue;
    const auto claims = claims_behind(core, [&](const Stand& stand) {
      return stand.actor == core.node[b.actor] && stand.stance == 1;
    });
    finding.claims.insert(finding.claims.end(), claims.begin(), claims.end());
  }
  if (finding.told && !coverage.empty()) finding.missing.push_back(coverage);
  for (Text& sentence : unseen(graph, core)) finding.missing.push_back(std::move(sentence));
  if (most > 0) finding.flip = flip_of(inquiry, by_kind, core, brokers.front().actor);
  return finding;
}

}  // namespace

Part kind_brokers() {
  return {
      .id = "kind-brokers",
      .does =
          "who shares an item with each of two actors of different sectors that share none with "
          "each other, pair by pair, and whether that is more than the number of its items gives",
      .slots = {{"brokers", "those that stand between the most such pairs, three by name"},
                {"pairs", "how many pairs that is"},
                {"expected", "how many chance gives the first of them"},
                {"beyond", "who bridges more than chance gives, or that nobody does"},
                {"coverage", "of which sectors too little could be seen, and why; may be empty"},
                {"tested", "actors with two items or more"},
                {"sectors", "what is bridged"}},
      .params = describe<Options>(),
      .null_models = {"fdsm"},
      .find = find};
}

}  // namespace entente::question
