// SPDX-License-Identifier: Apache-2.0
// Part camps: are there camps, how many, and how sure is that.
//
// Barber's best partition of actors with at least two stances; against fdsm tables with the same
// sums, mask and roll calls; its stability where items are drawn again; how many of the restarts
// come as near, and to how many different partitions (study/coalitions.hpp). A camp is a coalition
// whose own share of the modularity is beyond chance, too.
//
// Flip      the stances that add most to the modularity are taken away, first things first, until
//           the best division is another one (an adjusted Rand index below 0.8); how many, is found
//           by halving.
#include <fmt/format.h>

#include <algorithm>

#include "engine/bipartite/barber.hpp"
#include "engine/question/amounts.hpp"
#include "engine/question/evidence.hpp"
#include "engine/question/other_choices.hpp"
#include "engine/question/part.hpp"
#include "engine/question/without.hpp"
#include "engine/study/agreement.hpp"
#include "engine/study/coalition_cells.hpp"
#include "engine/study/table_rows.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using bipartite::Incidence;
using Text = std::string;
using Whole = std::int64_t;

struct Options {
  double level = 0.05;
  static auto fields() {
    return std::tuple{
        real("level", &Options::level, 0, 1, "largest p of the division, and of a camp")};
  }
};

bool is_camp(const Coalitions& found, const Coalition& coalition, double level) {
  return found.p_value <= level && coalition.p_value <= level;
}

Table camps_table(const TwoMode& core, const Words& words, const Coalitions& found, double level) {
  TableRows rows(
      "coalitions",
      "Coalitions of the best division; camp: 1 where its own share of the modularity is "
      "beyond chance, too",
      {{"coalition", Whole{}},
       {"label", Text{}},
       {"camp", Whole{}},
       {"size", Whole{}},
       {"stability", double{}},
       {"p_value", double{}},
       {"share_of_modularity", double{}},
       {"binding_items", Text{}},
       {"typical_members", Text{}}});
  for (std::size_t c = 0; c < found.coalitions.size(); ++c) {
    const Coalition& coalition = found.coalitions[c];
    const CoalitionCells cells = coalition_cells(words, core, coalition);
    rows.add({static_cast<Whole>(c + 1), cells.label, Whole{is_camp(found, coalition, level)},
              static_cast<Whole>(coalition.members.size()), coalition.stability, coalition.p_value,
              coalition.share_of_modularity, cells.binding_items, cells.typical_members});
  }
  return std::move(rows).take();
}

Table members_table(const KnowledgeGraph& graph, const TwoMode& core, const Coalitions& found) {
  TableRows rows(
      "members", "Every actor with two stances, its coalition, and how firmly it belongs",
      {{"node", Text{}}, {"label", Text{}}, {"coalition", Whole{}}, {"confidence", double{}}});
  for (Vertex v = 0; v < core.view.actor_count(); ++v) {
    rows.add({core.view.key(v), Text(graph.label(core.node[v])), Whole{found.of_actor[v]} + 1,
              found.confidence[v]});
  }
  return std::move(rows).take();
}

Table test_table(const Coalitions& found) {
  TableRows rows("test", "The division against tables with the same sums, mask and roll calls",
                 {{"modularity", double{}},
                  {"null_mean", double{}},
                  {"null_sd", double{}},
                  {"z", double{}},
                  {"p_value", double{}},
                  {"draws", Whole{}},
                  {"restarts", Whole{}},
                  {"share_near_best", double{}},
                  {"near_best_partitions", Whole{}}});
  rows.add({found.modularity, found.null_mean, found.null_sd, found.z, found.p_value,
            Whole{found.draws}, Whole{found.restarts}, found.share_near_best,
            static_cast<Whole>(found.near_best_partitions)});
  return std::move(rows).take();
}

void measure(Finding& finding, const TwoMode& core, const Words& words, const Coalitions& found,
             double level) {
  finding.uncertainty.push_back(
      {"p_value", "the division", found.p_value, no_number, no_number,
       fmt::format("Modularity {:.3f}, {:.3f} in {} tables with the same sums; p {}.",
                   found.modularity, found.null_mean, found.draws, p_text(found.p_value))});
  finding.uncertainty.push_back({"interval", "modularity by chance", found.modularity,
                                 found.null_mean - 1.96 * found.null_sd,
                                 found.null_mean + 1.96 * found.null_sd,
                                 fmt::format("By chance {:.3f} to {:.3f} in 95 of 100 tables.",
                                             found.null_mean - 1.96 * found.null_sd,
                                             found.null_mean + 1.96 * found.null_sd)});
  for (const Coalition& coalition : found.coalitions) {
    if (!is_camp(found, coalition, level)) continue;
    double low = 1, high = 0;
    for (const std::uint32_t i : coalition.members) {
      low = std::min(low, found.confidence[i]);
      high = std::max(high, found.confidence[i]);
    }
    finding.uncertainty.push_back(
        {"stability", words.members(core, coalition), coalition.stability, low, high,
         fmt::format("{} of {}: members stay together in {} of cases where items are drawn again "
                     "({} replicates; the least firm {}); p {}.",
                     words.members(core, coalition), coalition.members.size(),
                     percent(coalition.stability), found.replicates, percent(low),
                     p_text(coalition.p_value))});
  }
  finding.uncertainty.push_back(
      {"stability", "the optimum", found.share_near_best, no_number, no_number,
       fmt::format("{} of {} restarts came within 1e-6 of the best, in {} different partition{}.",
                   percent(found.share_near_best), found.restarts, found.near_best_partitions,
                   found.near_best_partitions == 1 ? "" : "s")});
  const double smallest = 1.0 / (1.0 + found.draws);
  const bool few = core.view.item_count() < 8;
  finding.uncertainty.push_back(
      {"power", "smallest p that could be found", smallest, no_number, no_number,
       fmt::format("{} tables of chance cannot give a p below {}.{}", found.draws, p_text(smallest),
                   few ? fmt::format(" With {} items there is too little for stability.",
                                     core.view.item_count())
                       : "")});
}

// The stances inside groups by what they add to the modularity, the most first.
std::vector<std::vector<ClaimId>> carrying(const TwoMode& core, const Coalitions& found) {
  const Incidence table(core.view);
  const bipartite::Expectation e = bipartite::expectation(table);
  struct Cell {
    double excess;
    std::uint32_t stand;
  };
  std::vector<Cell> cells;
  for (const Coalition& coalition : found.coalitions) {
    for (const std::uint32_t i : coalition.members) {
      for (const std::uint32_t edge : core.view.out_edges(i)) {
        const std::uint32_t item = core.view.target(edge) - core.view.actor_count();
        if (std::find(coalition.items.begin(), coalition.items.end(), item) ==
            coalition.items.end())
          continue;
        cells.push_back({1 - e.row[i] * e.column[item], core.view.evidence(edge)});
      }
    }
  }
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
    return a.excess != b.excess ? a.excess > b.excess : a.stand < b.stand;
  });
  std::vector<std::vector<ClaimId>> pieces;
  for (const Cell& cell : cells) {
    const Stand& stand = core.stands[cell.stand];
    pieces.emplace_back(core.claims.begin() + stand.first_claim,
                        core.claims.begin() + stand.last_claim);
  }
  return pieces;
}

// The groups of actors by their nodes in the best division of a view; none where it is too small.
std::map<NodeId, std::uint32_t> division(const Inquiry& inquiry) {
  const TwoMode core = core_of(project_two_mode(inquiry.graph, inquiry.projection), inquiry.graph);
  std::map<NodeId, std::uint32_t> groups;
  if (core.view.actor_count() < 3 || core.view.item_count() < 2) return groups;
  CoalitionOptions untested = coalition_amounts(inquiry.context.effort, true);
  untested.draws = untested.replicates = 0;
  untested.restarts = std::min(untested.restarts, 4U);
  const Coalitions found = find_coalitions(Incidence(core.view), untested, inquiry.context);
  for (Vertex v = 0; v < core.view.actor_count(); ++v) groups[core.node[v]] = found.of_actor[v];
  return groups;
}

Expected<Flip> flip_of(const Inquiry& inquiry, const TwoMode& core, const Coalitions& coalitions,
                       const Finding& finding) {
  const auto pieces = carrying(core, coalitions);
  const auto found = fewest(pieces, [&](const std::vector<ClaimId>& claims) -> Expected<bool> {
    inquiry.context.check_stop();
    return !(agreement(finding.groups, division(without(inquiry, claims))).value_or(no_number) >=
             0.8);
  });
  if (!found) return found.error();
  Flip flip;
  flip.claims = *found;
  flip.says = flip.claims.empty()
                  ? Text("No removal of what carries it turns it.")
                  : fmt::format(
                        "Without {} of its {} claims, those that carry most of it, the "
                        "division would be another one (adjusted Rand index below 0.8).",
                        flip.claims.size(), core.claims.size());
  return flip;
}

Expected<Finding> find(const Inquiry& inquiry) {
  const auto options = bind<Options>(inquiry.params);
  const TwoMode core = core_of(project_two_mode(inquiry.graph, inquiry.projection), inquiry.graph);
  if (core.view.actor_count() < 3 || core.view.item_count() < 2) {
    return cannot_tell(
        fmt::format("{} actors with two stances on {} items are too few to divide into camps",
                    core.view.actor_count(), core.view.item_count()));
  }
  if (const auto problem = too_large(core)) return *problem;
  const Words words(inquiry.graph);
  const Coalitions found =
      find_coalitions(Incidence(core.view),
                      coalition_amounts(inquiry.context.effort, inquiry.brief), inquiry.context);
  Finding finding;
  std::vector<Text> camps;
  double stability = 0;
  std::size_t members = 0, others = 0;
  for (const Coalition& coalition : found.coalitions) {
    if (!is_camp(found, coalition, options.level)) {
      others += coalition.members.size();
      continue;
    }
    const Text binds = words.binding(core, coalition, 2);
    camps.push_back(words.members(core, coalition) + (binds.empty() ? "" : " (" + binds + ")"));
    stability += coalition.stability * static_cast<double>(coalition.members.size());
    members += coalition.members.size();
  }
  for (Vertex v = 0; v < core.view.actor_count() && !camps.empty(); ++v)
    finding.groups[core.node[v]] = found.of_actor[v];
  finding.headline = fmt::format("{} camps", camps.size());
  finding.slots = {
      {"count", camps.empty() ? "no" : std::to_string(camps.size())},
      {"camps", camps.empty() ? Text() : fmt::format("{}", fmt::join(camps, "; against "))},
      {"p_value", p_text(found.p_value)},
      {"stability", camps.empty() || inquiry.brief
                        ? Text("not measured")
                        : percent(stability / static_cast<double>(members))},
      {"others", std::to_string(others)},
      {"near_best", fmt::format("{} near-best partition{}", found.near_best_partitions,
                                found.near_best_partitions == 1 ? "" : "s")},
      {"divided", std::to_string(core.view.actor_count())}};
  finding.slots["verdict"] =
      camps.empty() ? fmt::format("no camps beyond chance (p {})", p_text(found.p_value))
                    : fmt::format("{} camp{} beyond chance (p {}): {}", camps.size(),
                                  camps.size() == 1 ? "" : "s", p_text(found.p_value),
                                  finding.slots["camps"]);
  const Text counts = fmt::format("{} divided, {} of them in no camp firmer than chance",
                                  core.view.actor_count(), others);
  finding.stated = {{"camps", finding.slots["camps"], finding.slots["camps"], false},
                    {"counts", counts, counts, false}};
  if (inquiry.brief) return finding;
  finding.tables = {camps_table(core, words, found, options.level),
                    members_table(inquiry.graph, core, found), test_table(found)};
  measure(finding, core, words, found, options.level);
  for (const Coalition& coalition : found.coalitions) {
    if (!is_camp(found, coalition, options.level)) continue;
    for (std::size_t k = 0; k < coalition.binding.size() && k < 3; ++k) {
      const NodeId item = core.node[core.view.actor_count() + coalition.binding[k].item];
      for (const std::uint32_t member : coalition.members) {
        const auto claims = claims_behind(core, core.node[member], item);
        finding.claims.insert(finding.claims.end(), claims.begin(), claims.end());
      }
    }
  }
  finding.missing = unseen(inquiry.graph, core);
  if (camps.empty()) {
    finding.flip.says = "There are no camps, so no removal makes that another finding.";
    return finding;
  }
  auto flip = flip_of(inquiry, core, found, finding);
  if (!flip) return flip.error();
  finding.flip = *std::move(flip);
  return finding;
}

}  // namespace

Part camps() {
  return {.id = "camps",
          .does = "whether actors fall into camps, how many, how firm each is, and what binds it",
          .slots = {{"count", "how many camps, or no"},
                    {"verdict", "how many camps, p, and each of them; or that there are none"},
                    {"camps", "each by its most typical members and what binds it"},
                    {"p_value", "of the division"},
                    {"stability", "mean over the members of camps where items are drawn again"},
                    {"others", "actors in coalitions that are no firmer than chance"},
                    {"near_best", "how many partitions come as near to the best"},
                    {"divided", "actors with at least two stances"}},
          .params = describe<Options>(),
          .null_models = {"fdsm"},
          .find = find};
}

}  // namespace entente::question
