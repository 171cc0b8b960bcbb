// SPDX-License-Identifier: Apache-2.0
// Which nodes have the same ties to the same others: structural equivalence.
//
//   over third parties k, neither of the two:
//   euclid       sqrt( sum_k (W_ik - W_jk)^2 + (W_ki - W_kj)^2 )      0: equivalent
//   hamming      how many of these numbers differ                    0: equivalent
//   correlation  Pearson's, over the same numbers                    1: equivalent
//   concor       correlations of the columns of [W; W^T], of their correlations, and so on until
//                all are +1 or -1: two groups; each split again as often as `splits` says
//
// Input    one-mode, directed or not (undirected: W_ik alone, each third party once); parallel
// edges
//          add; loops belong to no third party; weights only if called strengths. Two-mode: rows of
//          actors, or columns of items, 0 or 1, of endorsements.
// Options  convention: auto is euclid, and correlation where the graph is two-mode.
//          side: whose profiles are compared in a two-mode graph.
// Output   one row for each pair; concor: the group of each node. A correlation is null where one
//          of the two profiles does not vary.
// Mask     two-mode: positions that are known for both; concor refuses.
// Cost     O(n (n + m)); concor O(n^3) per round.
// Method   Lorrain and White (1971), doi:10.1080/0022250X.1971.9989788; Burt (1976),
//          doi:10.1093/sf/55.1.93; concor: Breiger, Boorman and Arabie (1975),
//          doi:10.1016/0022-2496(75)90028-0
// Differs  from profiles that hold the two nodes' ties to each other, by which the ends of an edge
//          never are equivalent.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/overlaps.hpp"
#include "engine/structure/concor.hpp"
#include "engine/structure/profiles.hpp"

namespace entente::structure {
namespace {

constexpr std::uint32_t most_nodes = 4000, most_nodes_of_concor = 1000;

struct Options {
  std::string convention = "auto", side = "actor";
  std::int64_t splits = 1;
  static auto fields() {
    return std::tuple{
        choice("convention", &Options::convention,
               {"auto", "euclid", "hamming", "correlation", "concor"},
               "how profiles are compared; auto: euclid, two-mode correlation"),
        choice("side", &Options::side, {"actor", "item"}, "whose profiles, two-mode only"),
        integer("splits", &Options::splits, 1, 10, "concor: how often every group is split")};
  }
};

// The nodes that are compared: consecutive vertices from `first`.
struct Compared {
  Vertex first = 0;
  std::uint32_t count = 0;
};

Compared compared(const View& view, const Options& options) {
  if (!view.two_mode()) return {0, view.vertex_count()};
  if (options.side == "actor") return {0, view.actor_count()};
  return {view.actor_count(), view.item_count()};
}

Comparison comparison_of(const std::string& convention, bool two_mode) {
  if (convention == "hamming") return Comparison::hamming;
  if (convention == "euclid") return Comparison::euclid;
  if (convention == "correlation" || two_mode) return Comparison::correlation;
  return Comparison::euclid;
}

Profiles profiles_of(const View& view, const Options& options) {
  if (!view.two_mode()) return Profiles(view);
  return Profiles(bipartite::Incidence(view),
                  options.side == "actor" ? bipartite::Mode::actor : bipartite::Mode::item);
}

Outcome compare_pairs(const View& view, const Options& options, const Context& context) {
  const Compared nodes = compared(view, options);
  const Profiles profiles = profiles_of(view, options);
  const Comparison comparison = comparison_of(options.convention, view.two_mode());
  const std::size_t n = nodes.count, count = n < 2 ? 0 : n * (n - 1) / 2;
  std::vector<Vertex> a(count), b(count);
  std::vector<double> value(count);
  for_chunks(context.loop(n, 16), [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      context.check_stop();
      std::size_t at = i * n - i * (i + 1) / 2;
      for (std::size_t j = i + 1; j < n; ++j, ++at) {
        a[at] = nodes.first + Vertex(i);
        b[at] = nodes.first + Vertex(j);
        value[at] = profiles.compare(std::uint32_t(i), std::uint32_t(j), comparison);
      }
    }
  });
  Outcome outcome;
  const bool undefined =
      std::any_of(value.begin(), value.end(), [](double x) { return std::isnan(x); });
  const char* help = comparison == Comparison::correlation ? "correlation, 1: equivalent"
                     : comparison == Comparison::hamming   ? "numbers that differ, 0: equivalent"
                                                           : "distance, 0: equivalent";
  outcome.tables.push_back({"pairs",
                            "How equivalent each pair is",
                            {{"a", "", "", std::move(a)},
                             {"b", "", "", std::move(b)},
                             {"equivalence", "", help, std::move(value)}}});
  if (undefined) {
    outcome.notes.push_back(
        note("S181", "a correlation is null where one of the two profiles does not vary"));
  }
  return outcome;
}

Expected<Outcome> split_groups(const View& view, const Options& options, const Context& context) {
  const Compared nodes = compared(view, options);
  if (view.mask() != nullptr) {
    return error("S182", "concor needs every cell, and some could not be seen",
                 "compare pairs: --convention correlation leaves such cells out");
  }
  const auto found =
      concor(profiles_of(view, options), static_cast<std::uint32_t>(options.splits), context.stop);
  std::vector<Vertex> node;
  std::vector<std::int64_t> group;
  bool alike = false;
  for (std::uint32_t i = 0; i < nodes.count; ++i) {
    node.push_back(nodes.first + i);
    const bool placed = found[i] != not_placed;
    group.push_back(placed ? std::int64_t{found[i]} + 1 : no_integer);
    alike = alike || !placed;
  }
  Outcome outcome;
  outcome.tables.push_back(
      {"nodes",
       "Groups by iterated correlations",
       {{"node", "", "key of the node", std::move(node)},
        {"group", "", "in the order of their first nodes", std::move(group)}}});
  outcome.notes.push_back(note("S183",
                               "groups by iterated correlations may change much with a single tie",
                               "a block model says how many groups the data can prove"));
  if (alike) {
    outcome.notes.push_back(
        note("S184", "nodes whose profile does not vary have no correlation and no group"));
  }
  return outcome;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const bool splitting = options.convention == "concor";
  const std::uint32_t most = splitting ? most_nodes_of_concor : most_nodes;
  if (compared(view, options).count > most) {
    return error("S185",
                 fmt::format("{} nodes are more than {}", compared(view, options).count, most),
                 "all pairs are compared: take a part of the graph");
  }
  if (splitting) return split_groups(view, options, context);
  return compare_pairs(view, options, context);
}

}  // namespace

Analysis equivalence() {
  return {
      .method = {.id = "equivalence",
                 .title = "Structural equivalence",
                 .formula = "over third parties k: euclid sqrt(sum (W_ik - W_jk)^2 + (W_ki - "
                            "W_kj)^2); hamming: how many differ; correlation: Pearson's; concor: "
                            "iterated correlations of the columns of [W; W^T]",
                 .convention = "the two nodes' own positions are left out; undirected: W_ik "
                               "alone; euclid, for two-mode graphs the correlation of rows; "
                               "concor is unstable and an option only",
                 .cost = "O(n (n + m)); concor O(n^3) per round",
                 .citations = {{"F. Lorrain and H. C. White (1971), Structural equivalence of "
                                "individuals in social networks, Journal of Mathematical "
                                "Sociology 1",
                                "10.1080/0022250X.1971.9989788"},
                               {"R. S. Burt (1976), Positions in networks, Social Forces 55",
                                "10.1093/sf/55.1.93"},
                               {"R. L. Breiger, S. A. Boorman and P. Arabie (1975), An algorithm "
                                "for clustering relational data, Journal of Mathematical "
                                "Psychology 12",
                                "10.1016/0022-2496(75)90028-0"}}},
      .needs = {.endorsements = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::structure
