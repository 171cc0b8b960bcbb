// SPDX-License-Identifier: Apache-2.0
// How alike the stances of each two actors are, and how united the actors are on each item.
//
// Over the items on which both of a pair took a stance x, y in {1, 0, -1}, n of them:
//   agreement_share  identical stances / n
//   lijphart         (identical + half of those where one abstained) / n  =  1 - sum |x - y| / (2n)
//   s                1 - 2 sum |x - y| / (n d_max), d_max = 2
//   scott_pi         1 - D_o / D_e, D_o the mean |x - y|, D_e its mean over two draws from the
//                    stances of both, pooled
//   cohen_kappa      the same with one draw from the stances of each
// Of Y for, A abstained and N against, over those who took a stance on an item:
//   rice             |Y - N| / (Y + N)
//   agreement_index  (max - (Y + A + N - max) / 2) / (Y + A + N), max the largest of the three
//
// Input    two-mode; signs as stance_table.hpp reads them, so that silence and absence are no
//          stance; directions and weights are not looked at.
// Output   pairs that share an item; items; with a partition, groups by item and their means.
// Mask     a cell that could not be seen is no stance.
// Null     pi and kappa where chance alone would agree always (D_e = 0); rice without Y and N.
// Cost     O(sum of the squared numbers of stances on the items).
// Method   Hage (2011), doi:10.1093/pan/mpr023; Hix, Noury and Roland (2005),
//          doi:10.1017/S0007123405000128; Lijphart (1963); Signorino and Ritter (1999); Rice (1925)
#include <algorithm>
#include <array>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/stance/cohesion.hpp"
#include "engine/stance/stance_table.hpp"

namespace entente::stance {
namespace {

constexpr double null = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t most_pairs = std::uint64_t{1} << 25;  // 2 GiB of scores

struct Options {
  bool roll_calls_only = false;
  std::int64_t min_shared = 1;
  FileTable partition;
  static auto fields() {
    return std::tuple{flag("roll_calls_only", &Options::roll_calls_only,
                           "leave out items on which nobody could have abstained or said no"),
                      integer("min_shared", &Options::min_shared, 1, 1e9,
                              "leave out pairs with stances on fewer items in common"),
                      file("partition", &Options::partition, "node,group",
                           "groups of actors: how united each of them is on each item")};
  }
};

using Counts = std::array<std::uint32_t, 9>;  // by (x + 1) * 3 + (y + 1)

struct Scores {
  std::uint32_t other = 0;  // the second actor
  Counts counts{};
};

// The pairs of one actor with the actors after it that share an item with it.
std::vector<Scores> pairs_of(const StanceTable& table, std::uint32_t actor, bool all_items,
                             std::uint32_t min_shared) {
  std::vector<std::uint32_t> place(table.of_actor.size() - actor, 0);  // 0: not met
  std::vector<Scores> met;
  for (const Stand& own : table.of_actor[actor]) {
    if (!all_items && table.is_roll_call[own.other] == 0) continue;
    const auto& others = table.on_column[own.other];
    auto next = std::upper_bound(others.begin(), others.end(), actor,
                                 [](std::uint32_t a, const Stand& s) { return a < s.other; });
    for (; next != others.end(); ++next) {
      std::uint32_t& at = place[next->other - actor];
      if (at == 0) {
        met.push_back({next->other, {}});
        at = static_cast<std::uint32_t>(met.size());
      }
      ++met[at - 1].counts[std::size_t((own.stance + 1) * 3 + next->stance + 1)];
    }
  }
  std::erase_if(met, [&](const Scores& pair) {
    std::uint32_t shared = 0;
    for (const std::uint32_t n : pair.counts) shared += n;
    return shared < min_shared;
  });
  std::sort(met.begin(), met.end(),
            [](const Scores& a, const Scores& b) { return a.other < b.other; });
  return met;
}

// sum over pairs of stances of p(x) q(y) |x - y|, times the two totals: exact in integers.
double distance(const std::array<double, 3>& p, const std::array<double, 3>& q) {
  return p[0] * q[1] + p[1] * q[0] + p[1] * q[2] + p[2] * q[1] + 2 * (p[0] * q[2] + p[2] * q[0]);
}

struct PairTable {
  std::vector<Vertex> a, b;
  std::vector<std::int64_t> shared;
  std::vector<double> agreement, lijphart, s, pi, kappa;
  std::uint64_t without_pi = 0, without_kappa = 0;

  void add(Vertex first, const Scores& pair) {
    std::array<double, 3> of_a{}, of_b{}, both{};
    double n = 0, same = 0, apart = 0;
    for (std::size_t x = 0; x < 3; ++x) {
      for (std::size_t y = 0; y < 3; ++y) {
        const double count = pair.counts[x * 3 + y];
        n += count;
        of_a[x] += count;
        of_b[y] += count;
        same += x == y ? count : 0;
        apart += count * double(x > y ? x - y : y - x);
      }
    }
    for (std::size_t x = 0; x < 3; ++x) both[x] = of_a[x] + of_b[x];
    const double pooled = distance(both, both) / 4, own = distance(of_a, of_b);
    a.push_back(first);
    b.push_back(pair.other);
    shared.push_back(static_cast<std::int64_t>(n));
    agreement.push_back(same / n);
    lijphart.push_back(1 - apart / (2 * n));
    s.push_back(1 - apart / n);
    pi.push_back(pooled == 0 ? null : 1 - apart * n / pooled);
    kappa.push_back(own == 0 ? null : 1 - apart * n / own);
    without_pi += pooled == 0 ? 1 : 0;
    without_kappa += own == 0 ? 1 : 0;
  }

  Table table() && {
    return {"pairs",
            "How alike the stances of two actors are",
            {{"a", "", "key of the first", std::move(a)},
             {"b", "", "key of the second", std::move(b)},
             {"shared_items", "", "on which both took a stance", std::move(shared)},
             {"agreement_share", "", "identical stances among them", std::move(agreement)},
             {"lijphart", "", "an abstention against a yes or no counts half", std::move(lijphart)},
             {"s", "", "1 - 2 sum |x - y| / (n d_max)", std::move(s)},
             {"scott_pi", "", "corrected for chance by pooled shares", std::move(pi)},
             {"cohen_kappa", "", "corrected for chance by own shares", std::move(kappa)}}};
  }
};

std::uint64_t bound_on_pairs(const StanceTable& table) {
  std::uint64_t actors = 0, meetings = 0;
  for (const auto& stands : table.of_actor) actors += stands.empty() ? 0 : 1;
  for (const auto& stands : table.on_column) meetings += stands.size() * (stands.size() + 1) / 2;
  return std::min(actors * (actors + 1) / 2, meetings);
}

Diagnostics notes_on(const StanceTable& table, const Options& options, const PairTable& pairs) {
  Diagnostics notes;
  if (table.contradictions > 0) {
    notes.push_back(warning("A331", std::to_string(table.contradictions) +
                                        " cells hold stances that contradict each other and count "
                                        "as no stance"));
  }
  std::uint64_t one_sided = 0;
  for (std::size_t c = 0; c < table.column_name.size(); ++c) {
    one_sided += table.is_roll_call[c] == 0 && !table.on_column[c].empty() ? 1 : 0;
  }
  if (one_sided > 0 && !options.roll_calls_only) {
    notes.push_back(note("A332",
                         "on " + std::to_string(one_sided) + " of " +
                             std::to_string(table.column_name.size()) +
                             " items nobody could disagree: only support is stated there",
                         "--roll-calls-only leaves them out"));
  }
  if (pairs.without_kappa > 0) {
    notes.push_back(note("A333", std::to_string(pairs.without_pi) + " pairs have no scott_pi and " +
                                     std::to_string(pairs.without_kappa) +
                                     " no cohen_kappa: both always took the same stance, as chance "
                                     "would have it, too"));
  }
  return notes;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const StanceTable table = stance_table(view);
  if (const std::uint64_t pairs = bound_on_pairs(table); pairs > most_pairs) {
    return error("A330",
                 "up to " + std::to_string(pairs) + " pairs of actors share an item, at most " +
                     std::to_string(most_pairs) + " can be scored",
                 "keep fewer actors or items");
  }
  ActorGroups groups;
  if (options.partition) {
    auto read = actor_groups(view, options.partition);
    if (!read) return read.error();
    groups = *std::move(read);
  }
  const bool all_items = !options.roll_calls_only;
  std::vector<std::vector<Scores>> found(view.actor_count());
  for_chunks(context.loop(found.size()), [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      found[i] = pairs_of(table, static_cast<std::uint32_t>(i), all_items,
                          static_cast<std::uint32_t>(options.min_shared));
    }
  });
  PairTable pairs;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const Scores& pair : found[i]) pairs.add(static_cast<Vertex>(i), pair);
    found[i] = {};
  }
  Outcome outcome;
  outcome.notes = notes_on(table, options, pairs);
  outcome.tables.push_back(std::move(pairs).table());
  add_cohesion(table, all_items, outcome);
  if (options.partition) add_cohesion_of_groups(table, all_items, groups, outcome);
  return outcome;
}

}  // namespace

Analysis agreement_scores() {
  return {
      .method = {.id = "agreement-scores",
                 .title = "Agreement of stances",
                 .formula = "agreement_share identical/n; lijphart 1 - sum |x - y|/(2n); s 1 - 2 "
                            "sum |x - y|/(n d_max); scott_pi and cohen_kappa 1 - D_o/D_e; rice "
                            "|Y - N|/(Y + N); agreement_index (max - (Y + A + N - max)/2)/(Y + A "
                            "+ N)",
                 .convention = "over items on which both took a stance (1 for, 0 abstained, -1 "
                               "against): silence and absence are no stance; two abstentions are "
                               "identical; d_max = 2; linear weights with abstention half way; pi "
                               "by the pooled shares of both, kappa by the shares of each; null "
                               "where chance alone would always agree",
                 .cost = "O(sum of the squared numbers of stances on the items)",
                 .citations = {{"F. M. Hage (2011), Choice or circumstance? Adjusting measures of "
                                "foreign policy similarity for chance agreement, Political "
                                "Analysis 19",
                                "10.1093/pan/mpr023"},
                               {"S. Hix, A. Noury and G. Roland (2005), Power to the parties: "
                                "cohesion and competition in the European Parliament, 1979-2001, "
                                "British Journal of Political Science 35",
                                "10.1017/S0007123405000128"},
                               {"A. Lijphart (1963), The analysis of bloc voting in the General "
                                "Assembly: a critique and a proposal, American Political Science "
                                "Review 57",
                                ""},
                               {"C. S. Signorino and J. M. Ritter (1999), Tau-b or not tau-b: "
                                "measuring the similarity of foreign policy positions, "
                                "International Studies Quarterly 43",
                                ""},
                               {"S. A. Rice (1925), The behavior of legislative groups, Political "
                                "Science Quarterly 40",
                                ""}}},
      .needs = {.two_mode = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::stance
