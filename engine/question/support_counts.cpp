// SPDX-License-Identifier: Apache-2.0
// Part support-counts: who supports several of the view's items, and who only one.
//
// Only cells that are there count. Whoever could have supported more than the lists show has a
// count that is a lower bound.
//
// Chance    An actor is here because it is on a list at all. Given that, and each item's chance for
//           it, the chance q_i of several is P(N_i >= 2) / P(N_i >= 1), N_i Poisson-binomial over
//           the cells that could be seen; how many have several is Poisson-binomial over the q_i.
//             popularity  the chance of an item is the share of those seen that support it
//             bicm        the bipartite configuration model's, given each actor's own count too
// Flip      exact: removing a count of one takes one from those with one only; removing one of two
//           turns a several into an only one.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/question/evidence.hpp"
#include "engine/question/part.hpp"
#include "engine/question/support_null.hpp"
#include "engine/statistics/poisson_binomial.hpp"
#include "engine/study/table_rows.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using Text = std::string;
using Whole = std::int64_t;

struct Options {
  double level = 0.05;
  static auto fields() {
    return std::tuple{
        real("level", &Options::level, 0, 1, "largest p that is called beyond chance")};
  }
};

Table distribution_table(const std::vector<Supporter>& supporters, const SupportNull& popular,
                         const SupportNull& model) {
  TableRows rows("distribution",
                 "How many actors support how many items, and how many chance would give "
                 "(expected_popularity: items by their popularity; expected_bicm: given each "
                 "actor's own activity, too; both among those on a list at all)",
                 {{"supports", Whole{}},
                  {"actors", Whole{}},
                  {"limited", Whole{}},
                  {"expected_popularity", double{}},
                  {"expected_bicm", double{}}});
  std::vector<Whole> actors(popular.expected.size(), 0), limited = actors;
  for (const Supporter& s : supporters) {
    ++actors[s.count];
    limited[s.count] += s.limited() ? 1 : 0;
  }
  std::size_t last = 1;
  for (std::size_t k = 1; k < actors.size(); ++k) {
    if (actors[k] > 0 || popular.expected[k] >= 0.5) last = k;
  }
  for (std::size_t k = 1; k <= last && k < actors.size(); ++k)
    rows.add(
        {static_cast<Whole>(k), actors[k], limited[k], popular.expected[k], model.expected[k]});
  return std::move(rows).take();
}

Table kinds_table(const TwoMode& core, const std::vector<Supporter>& supporters) {
  struct Counts {
    Whole one = 0, several = 0, limited = 0;
  };
  std::map<Text, Counts> kinds;
  for (const Supporter& s : supporters) {
    Counts& counts = kinds[core.view.kind(s.vertex)];
    ++(s.count > 1 ? counts.several : counts.one);
    counts.limited += s.count == 1 && s.limited() ? 1 : 0;
  }
  TableRows rows("kinds", "The same by kind of actor; limited: with one only, and more unseen",
                 {{"kind", Text{}},
                  {"one", Whole{}},
                  {"several", Whole{}},
                  {"limited", Whole{}},
                  {"share_several", double{}}});
  for (const auto& [kind, c] : kinds) {
    rows.add({kind, c.one, c.several, c.limited,
              static_cast<double>(c.several) / static_cast<double>(c.one + c.several)});
  }
  return std::move(rows).take();
}

Table actors_table(const KnowledgeGraph& graph, const TwoMode& core,
                   const std::vector<Supporter>& supporters) {
  TableRows rows("supporters",
                 "Every supporter: how many items (certain: on any reading of dates), how many "
                 "could be seen and how many it could have supported",
                 {{"node", Text{}},
                  {"label", Text{}},
                  {"kind", Text{}},
                  {"country", Text{}},
                  {"supports", Whole{}},
                  {"certain", Whole{}},
                  {"seen", Whole{}},
                  {"could", Whole{}},
                  {"limited", Whole{}},
                  {"items", Text{}}});
  for (const Supporter& s : supporters) {
    const NodeId node = core.node[s.vertex];
    Text items;
    for (const Vertex item : core.view.out(s.vertex))
      items += (items.empty() ? "" : "|") + core.view.key(item);
    rows.add({Text(graph.id(node)), Text(graph.label(node)), Text(graph.kind(node)),
              Text(graph.text(graph.node(node).country)), Whole{s.count}, Whole{s.certain},
              Whole{s.seen}, Whole{s.could}, Whole{s.limited()}, items});
  }
  return std::move(rows).take();
}

// The cheapest removals until those with one only no longer outnumber the others, or again do.
Flip flip_of(const TwoMode& core, std::vector<Supporter> supporters, Whole one, Whole several) {
  const bool mostly_one = one > several;
  std::erase_if(supporters, [&](const Supporter& s) { return s.count != (mostly_one ? 1U : 2U); });
  std::stable_sort(supporters.begin(), supporters.end(),
                   [](const Supporter& a, const Supporter& b) { return a.cheapest < b.cheapest; });
  // Without one of two stances, several loses one and one only gains one.
  const Whole wanted = mostly_one ? one - several : (several - one) / 2 + 1;
  Flip flip;
  if (static_cast<Whole>(supporters.size()) < wanted) {
    flip.says = "No removal of one stance for each actor turns it.";
    return flip;
  }
  for (Whole k = 0; k < wanted; ++k) {
    const Stand& stand = *supporters[static_cast<std::size_t>(k)].cheapest_stand;
    flip.claims.insert(flip.claims.end(), core.claims.begin() + stand.first_claim,
                       core.claims.begin() + stand.last_claim);
  }
  // With more than that many to take from, or all counts at most two, no other removal is cheaper.
  flip.exact = mostly_one;
  flip.says = fmt::format("Without {} claims ({}) those with one only would {} those with several.",
                          flip.claims.size(),
                          mostly_one ? fmt::format("the only ones of {} actors", wanted)
                                     : fmt::format("one of two stances of {} actors", wanted),
                          mostly_one ? "no longer outnumber" : "outnumber");
  return flip;
}

// The verdict against chance: its key is the verdict without numbers.
Stated verdict(const SupportNull& null, Whole several, double upper, double lower, double level,
               const Text& model) {
  const double p = std::min(1.0, 2 * std::min(upper, lower));
  const Text key = p > level                                     ? "what chance gives"
                   : static_cast<double>(several) > null.several ? "more than chance gives"
                                                                 : "fewer than chance gives";
  return {"verdict", key,
          fmt::format("{} ({} expects {:.0f}, p {})", key,
                      model == "bicm" ? "bicm" : "popularity alone", null.several, p_text(p))};
}

std::size_t items_with_a_stance(const TwoMode& view) {
  std::set<NodeId> items;
  for (const Stand& stand : view.stands) {
    if (stand.stance != no_stance) items.insert(stand.item);
  }
  return items.size();
}

void measure(Finding& finding, const std::vector<Supporter>& supporters, const SupportNull& null,
             Whole several, double upper, double lower, double level, const std::stop_token& stop) {
  Whole certain = 0, open = 0;
  for (const Supporter& s : supporters) {
    certain += s.certain > 1 ? 1 : 0;
    open += s.count == 1 && s.limited() ? 1 : 0;
  }
  const auto real = [](Whole n) { return static_cast<double>(n); };
  finding.uncertainty.push_back(
      {"interval", "actors with several", real(several), real(certain), real(several + open),
       fmt::format("Between {} on certain dates alone and {} if every list that could not be seen "
                   "named them.",
                   certain, several + open)});
  const double p = std::min(1.0, 2 * std::min(upper, lower));
  finding.uncertainty.push_back(
      {"p_value", "actors with several, two-sided", p, no_number, no_number,
       fmt::format("{} observed, {:.1f} expected; p {} (two-sided, exact).", several, null.several,
                   p_text(p))});
  const auto tails = statistics::upper_tails(
      null.of_each, static_cast<std::uint32_t>(supporters.size()) + 1, stop);
  std::size_t most = 0;
  while (most < tails.size() && tails[most] > level / 2) ++most;
  const auto lows =
      statistics::lower_tails(null.of_each, static_cast<std::uint32_t>(supporters.size()), stop);
  Whole least = -1;
  while (least + 1 < static_cast<Whole>(lows.size()) &&
         lows[static_cast<std::size_t>(least + 1)] <= level / 2)
    ++least;
  finding.uncertainty.push_back(
      {"power", "what would have been beyond chance", no_number, real(least),
       most > supporters.size() ? no_number : real(static_cast<Whole>(most)),
       most > supporters.size()
           ? fmt::format("{} or fewer would have been beyond chance; no larger number could.",
                         least)
           : fmt::format("{} or fewer, or {} or more, would have been beyond chance.", least,
                         most)});
}

Expected<Finding> find(const Inquiry& inquiry) {
  const auto options = bind<Options>(inquiry.params);
  const KnowledgeGraph& graph = inquiry.graph;
  const TwoMode all = project_two_mode(graph, inquiry.projection);
  const TwoMode core = core_of(all, graph, 1);
  std::vector<Supporter> supporters = supporters_of(core);
  if (supporters.empty()) return cannot_tell("no actor of the view supports any item of it");
  if (core.view.item_count() < 2)
    return cannot_tell("the view has one item, and nobody can support several");
  std::stable_sort(supporters.begin(), supporters.end(),
                   [](const Supporter& a, const Supporter& b) { return a.count > b.count; });
  const bipartite::Incidence table(core.view);
  const std::stop_token& stop = inquiry.context.stop;
  const auto fit = bipartite::fit_bicm(table, stop);
  if (!fit) return fit.error();
  const SupportNull popular =
      under(popularity_chances(core, table, supporters), table.items(), stop);
  const SupportNull model = under(bicm_chances(core, *fit, supporters), table.items(), stop);
  const SupportNull& null = inquiry.null_model == "bicm" ? model : popular;

  Whole one = 0, several = 0, open = 0;
  for (const Supporter& s : supporters) {
    ++(s.count > 1 ? several : one);
    open += s.count == 1 && s.limited() ? 1 : 0;
  }
  const double upper =
      statistics::upper_tail(null.of_each, static_cast<std::uint32_t>(several), stop);
  const double lower =
      statistics::lower_tail(null.of_each, static_cast<std::uint32_t>(several), stop);
  const std::uint32_t most = supporters.front().count;
  std::vector<Text> leaders, leading;
  for (const Supporter& s : supporters) {
    if (s.count != most) continue;
    leaders.emplace_back(graph.label(core.node[s.vertex]));
    leading.emplace_back(graph.id(core.node[s.vertex]));
  }
  std::sort(leading.begin(), leading.end());
  const Stated chance = verdict(null, several, upper, lower, options.level, inquiry.null_model);
  const Text counts = fmt::format("{} of {} support two or more of {} items, nobody more than {}",
                                  several, supporters.size(), items_with_a_stance(all), most);
  Finding finding;
  finding.headline = one > several ? "most support one only" : "one only is no majority";
  finding.slots = {{"supporters", std::to_string(supporters.size())},
                   {"several", std::to_string(several)},
                   {"one", std::to_string(one)},
                   {"most", std::to_string(most)},
                   {"leaders", first_of(leaders, 3, "")},
                   {"against_chance", "That is " + chance.says},
                   {"limited", std::to_string(open)}};
  finding.stated = {chance,
                    {"leaders", fmt::format("{}", fmt::join(leading, "|")),
                     "leaders " + first_of(leaders, 3, "")},
                    {"counts", counts, counts, false}};
  if (inquiry.brief) return finding;
  finding.tables = {distribution_table(supporters, popular, model), kinds_table(core, supporters),
                    actors_table(graph, core, supporters)};
  measure(finding, supporters, null, several, upper, lower, options.level, stop);
  for (const Supporter& s : supporters) {
    const auto claims = claims_behind(core, [&](const Stand& stand) {
      return stand.actor == core.node[s.vertex] && stand.stance == 1;
    });
    finding.claims.insert(finding.claims.end(), claims.begin(), claims.end());
  }
  finding.missing = unseen(graph, core);
  finding.flip = flip_of(core, supporters, one, several);
  return finding;
}

}  // namespace

Part support_counts() {
  return {.id = "support-counts",
          .does =
              "who supports several items and who one only, against what chance gives; who "
              "could have supported more than the lists show",
          .slots = {{"supporters", "actors that support an item of the view"},
                    {"several", "how many of them support two or more"},
                    {"one", "how many support one only"},
                    {"most", "the largest number that one actor supports"},
                    {"leaders", "those that support as many, three by name"},
                    {"against_chance", "whether that is more or fewer than chance gives, with p"},
                    {"limited", "how many of those with one only could have others unseen"}},
          .params = describe<Options>(),
          .null_models = {"popularity", "bicm"},
          .find = find};
}

}  // namespace entente::question
