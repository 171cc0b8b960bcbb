// SPDX-License-Identifier: Apache-2.0
// Part shared-items: which items of the view share more supporters than chance gives.
//
// Every pair of items is tested (upper tail, exact) and corrected for all pairs (Benjamini and
// Hochberg): rowcond keeps how many supporters each item has and draws them by how active they are;
// cells that could not be seen are left out. Actors with fewer stances than
// `least_stances` are, too: with one stance nobody can be shared.
//
// Flip      of the pair that leads: supporters that it shares are taken from one of the two items,
//           the one that fewer claims stand behind, until the pair is not beyond chance any more;
//           how many, is found by halving.
#include <fmt/format.h>

#include <algorithm>

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/bipartite/bicm_pairs.hpp"
#include "engine/bipartite/hypergeometric_pairs.hpp"
#include "engine/bipartite/pair_test.hpp"
#include "engine/question/evidence.hpp"
#include "engine/question/part.hpp"
#include "engine/question/without.hpp"
#include "engine/study/table_rows.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using bipartite::Incidence;
using bipartite::Mode;
using bipartite::PairTest;
using bipartite::PairTests;
using Text = std::string;
using Whole = std::int64_t;

// Of an exact law, in operations and numbers kept: some seconds, some hundred megabytes.
constexpr double largest_cost = 3e9, largest_cells = 3e7;

struct Options {
  double level = 0.05;
  std::int64_t least_stances = 2;
  static auto fields() {
    return std::tuple{
        real("level", &Options::level, 0, 1, "largest q that is called beyond chance"),
        integer("least_stances", &Options::least_stances, 1, 1000,
                "actors with fewer stances in the view are left out")};
  }
};

// The pairs under a null model, the least likely first. What rowcond cannot afford bicm tests.
struct Tested {
  PairTests tests;
  Text model;
};
Expected<Tested> tested(const Inquiry& inquiry, const TwoMode& core, double level) {
  const Context& context = inquiry.context;
  const Incidence table(core.view);
  Tested result{{}, inquiry.null_model};
  const auto test = [&](const bipartite::PairNull& null) {
    result.tests = bipartite::test_pairs(
        table, null,
        {.list_all = true, .level = level, .threads = context.threads, .stop = context.stop});
  };
  if (result.model == "rowcond") {
    const auto odds = bipartite::fit_row_odds(table.turned(), context.threads, context.stop);
    if (!odds) return odds.error();
    const auto model = bipartite::row_pairs(table, Mode::item, *odds);
    if (model.cost <= largest_cost && model.cells <= largest_cells) {
      test(model.null);
    } else {
      result.model = "bicm";
    }
  }
  if (result.model == "hypergeometric")
    test(bipartite::hypergeometric_pairs(table, Mode::item).null);
  if (result.model == "bicm") {
    const auto fit = bipartite::fit_bicm(table, context.stop);
    if (!fit) return fit.error();
    test(bipartite::bicm_pairs(*fit, Mode::item));
  }
  std::stable_sort(result.tests.pairs.begin(), result.tests.pairs.end(),
                   [](const PairTest& a, const PairTest& b) {
                     return a.p_value != b.p_value ? a.p_value < b.p_value
                                                   : a.observed > b.observed;
                   });
  return result;
}

NodeId item_node(const TwoMode& core, std::uint32_t item) {
  return core.node[core.view.actor_count() + item];
}

Text pair_name(const TwoMode& core, const PairTest& pair) {
  const std::uint32_t n = core.view.actor_count();
  return core.view.key(n + pair.a) + "+" + core.view.key(n + pair.b);
}

std::vector<std::uint32_t> sharing(const Incidence& table, const PairTest& pair) {
  std::vector<std::uint32_t> actors;
  for (const std::uint32_t actor : table.column(pair.a)) {
    if (table.has(actor, pair.b)) actors.push_back(actor);
  }
  return actors;
}

std::uint32_t seen_both(const Incidence& table, const PairTest& pair) {
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i)
    count += table.known(i, pair.a) && table.known(i, pair.b) ? 1 : 0;
  return count;
}

Table pairs_table(const TwoMode& core, const Words& words, const Incidence& table,
                  const PairTests& tests) {
  TableRows rows(
      "pairs",
      "Pairs of items: supporters that they share, and how many chance gives; seen_both: "
      "actors whose stance on both could be seen",
      {{"a", Text{}},
       {"b", Text{}},
       {"a_label", Text{}},
       {"b_label", Text{}},
       {"shared", Whole{}},
       {"expected", double{}},
       {"seen_both", Whole{}},
       {"p_value", double{}},
       {"q_value", double{}}});
  const std::uint32_t n = core.view.actor_count();
  for (const PairTest& pair : tests.pairs) {
    rows.add({core.view.key(n + pair.a), core.view.key(n + pair.b), words.item(core, pair.a),
              words.item(core, pair.b), Whole{pair.observed}, pair.expected,
              Whole{seen_both(table, pair)}, pair.p_value, pair.q_value});
  }
  return std::move(rows).take();
}

Text pair_words(const TwoMode& core, const Words& words, const PairTest& pair) {
  return fmt::format("{} and {} ({} shared, {:.1f} expected, q {})", words.item(core, pair.a),
                     words.item(core, pair.b), pair.observed, pair.expected, p_text(pair.q_value));
}

// Whether the pair is beyond chance without these claims.
Expected<bool> beyond_chance_without(const Inquiry& inquiry, const Options& options,
                                     const Text& name, const std::vector<ClaimId>& claims) {
  const TwoMode core = core_of(project_two_mode(inquiry.graph, without(inquiry, claims).projection),
                               inquiry.graph, static_cast<std::uint32_t>(options.least_stances));
  if (core.view.item_count() < 2) return false;
  const auto tests = tested(inquiry, core, options.level);
  if (!tests) return tests.error();
  return std::any_of(tests->tests.pairs.begin(), tests->tests.pairs.end(),
                     [&](const PairTest& pair) {
                       return pair.q_value <= options.level && pair_name(core, pair) == name;
                     });
}

Expected<Flip> flip_of(const Inquiry& inquiry, const Options& options, const TwoMode& core,
                       const Words& words, const Incidence& table, const PairTest& lead) {
  Flip flip;
  if (lead.q_value > options.level) {
    flip.says = "No pair is beyond chance, so no removal makes that another finding.";
    return flip;
  }
  std::vector<std::vector<ClaimId>> of_actor;
  for (const std::uint32_t actor : sharing(table, lead)) {
    auto on_a = claims_behind(core, core.node[actor], item_node(core, lead.a));
    auto on_b = claims_behind(core, core.node[actor], item_node(core, lead.b));
    of_actor.push_back(on_a.size() <= on_b.size() ? std::move(on_a) : std::move(on_b));
  }
  std::stable_sort(of_actor.begin(), of_actor.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const auto found = fewest(of_actor, [&](const std::vector<ClaimId>& claims) -> Expected<bool> {
    auto beyond = beyond_chance_without(inquiry, options, pair_name(core, lead), claims);
    if (!beyond) return beyond.error();
    return !*beyond;
  });
  if (!found) return found.error();
  flip.claims = *found;
  flip.says = fmt::format(
      "Without {} of the claims behind what {} and {} share, that pair would "
      "not be beyond chance.",
      flip.claims.size(), words.item(core, lead.a), words.item(core, lead.b));
  return flip;
}

void measure(Finding& finding, const TwoMode& core, const Incidence& table, const PairTests& tests,
             double level, const Text& lead_words, std::size_t unseen_pairs) {
  const PairTest& lead = tests.pairs.front();
  double certain = 0;
  for (const std::uint32_t actor : sharing(table, lead)) {
    bool both = true;
    for (const std::uint32_t edge : core.view.out_edges(actor)) {
      const Vertex item = core.view.target(edge) - core.view.actor_count();
      if (item == lead.a || item == lead.b)
        both = both && !core.stands[core.view.evidence(edge)].only_possible;
    }
    certain += both ? 1 : 0;
  }
  finding.uncertainty = {
      {"interval", "supporters shared by the pair that leads", double(lead.observed), certain,
       double(lead.observed),
       fmt::format("{:.0f} of the {} shared are certain whatever the reading of dates.", certain,
                   lead.observed)},
      {"p_value", "pair that leads", lead.p_value, no_number, no_number,
       fmt::format("p {} of {} (exact, upper tail).", p_text(lead.p_value), lead_words)},
      {"q_value", "pair that leads", lead.q_value, no_number, no_number,
       fmt::format("q {} after correction for all {} pairs (Benjamini and Hochberg).",
                   p_text(lead.q_value), tests.tested)},
      {"power", "pairs that could have been beyond chance", double(tests.attainable), 0,
       double(tests.tested),
       fmt::format(
           "{} of {} pairs could have been beyond chance (q <= {}), had they shared as many "
           "as their sizes allow; of {} nobody could be seen on both.",
           tests.attainable, tests.tested, level, unseen_pairs)}};
}

Expected<Finding> find(const Inquiry& inquiry) {
  const auto options = bind<Options>(inquiry.params);
  const TwoMode core = core_of(project_two_mode(inquiry.graph, inquiry.projection), inquiry.graph,
                               static_cast<std::uint32_t>(options.least_stances));
  if (core.view.actor_count() < 3 || core.view.item_count() < 2) {
    return cannot_tell(
        fmt::format("{} actors with at least {} stances on {} items are too few to compare items",
                    core.view.actor_count(), options.least_stances, core.view.item_count()));
  }
  if (const auto problem = too_large(core)) return *problem;
  const Words words(inquiry.graph);
  const Incidence table(core.view);
  const auto result = tested(inquiry, core, options.level);
  if (!result) return result.error();
  const PairTests* const tests = &result->tests;
  if (tests->pairs.empty()) return cannot_tell("the view has no two items that can be compared");

  Finding finding;
  std::vector<Text> leading;
  std::size_t significant = 0, unseen_pairs = 0;
  for (const PairTest& pair : tests->pairs) {
    unseen_pairs += seen_both(table, pair) == 0 ? 1 : 0;
    if (pair.q_value > options.level) continue;
    ++significant;
    finding.named.push_back(pair_name(core, pair));
    if (leading.size() < 3) leading.push_back(pair_words(core, words, pair));
  }
  std::sort(finding.named.begin(), finding.named.end());
  finding.headline = significant > 0 ? "some pairs are beyond chance" : "no pair is beyond chance";
  const PairTest& lead = tests->pairs.front();
  finding.slots = {{"pairs", std::to_string(tests->tested)},
                   {"significant", significant == 0 ? "none" : std::to_string(significant)},
                   {"attainable", std::to_string(tests->attainable)},
                   {"leading", significant > 0 ? "first of all " + join(leading)
                                               : "nearest comes " + pair_words(core, words, lead)},
                   {"compared", std::to_string(core.view.actor_count())},
                   {"model", result->model}};
  std::vector<Text> first;  // as named, and which of them leads
  for (std::size_t k = 0; k < leading.size(); ++k)
    first.push_back(pair_name(core, tests->pairs[k]));
  std::sort(first.begin(), first.end());
  if (significant > 0) first.push_back("leads: " + pair_name(core, lead));
  const Text counts = fmt::format("{} of {} pairs beyond chance, {} could have been",
                                  finding.slots["significant"], tests->tested, tests->attainable);
  finding.stated = {{"leading", fmt::format("{}", fmt::join(first, "|")), finding.slots["leading"]},
                    {"counts", counts, counts, false}};
  if (inquiry.brief) return finding;
  finding.tables = {pairs_table(core, words, table, *tests)};
  measure(finding, core, table, *tests, options.level, pair_words(core, words, lead), unseen_pairs);
  for (const PairTest& pair : tests->pairs) {
    if (pair.q_value > options.level && &pair != &lead) break;
    for (const std::uint32_t actor : sharing(table, pair)) {
      for (const std::uint32_t item : {pair.a, pair.b}) {
        const auto claims = claims_behind(core, core.node[actor], item_node(core, item));
        finding.claims.insert(finding.claims.end(), claims.begin(), claims.end());
      }
    }
  }
  finding.missing = unseen(inquiry.graph, core);
  if (result->model != inquiry.null_model)
    finding.missing.emplace_back(
        "rowcond would take too long on a view of this size: bicm, which finds "
        "fewer pairs, was taken instead");
  auto flip = flip_of(inquiry, options, core, words, table, lead);
  if (!flip) return flip.error();
  finding.flip = *std::move(flip);
  return finding;
}

}  // namespace

Part shared_items() {
  return {.id = "shared-items",
          .does = "which items share more supporters than chance gives, pair by pair",
          .slots = {{"pairs", "how many pairs of items were tested"},
                    {"significant", "how many are beyond chance, or none"},
                    {"attainable", "how many could have been, had they shared all they can"},
                    {"leading", "the first three beyond chance, or the pair that comes nearest"},
                    {"compared", "how many actors with enough stances the test looks at"},
                    {"model", "the null model: bicm where rowcond would take too long"}},
          .params = describe<Options>(),
          .null_models = {"rowcond", "bicm", "hypergeometric"},
          .find = find};
}

}  // namespace entente::question
