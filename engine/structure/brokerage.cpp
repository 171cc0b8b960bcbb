// SPDX-License-Identifier: Apache-2.0
// Brokerage: in which role does a node stand between two others that are not joined themselves?
//
//   paths i -> j -> k without i -> k, i != k, by the groups of i, j and k, counted for j:
//   coordinator      all one            representative   i and j one, k another
//   itinerant broker i and k one        gatekeeper       j and k one, i another
//   liaison          all different
//
// Input    directed or not: an undirected tie is two, so each path counts in both directions;
//          parallel edges count once, loops and weights do not count. Two-mode: actors, joined by
//          the items that they share: 4-step paths actor - item - j - item - actor between actors
//          that share no item.
// Options  partition, attribute: where the groups come from. Nodes without a group are not looked
//          at.
// Output   `nodes`: counts by role, and z of each against all ways to deal the same labels to the
//          nodes; mean and sd are exact, nothing is drawn. `summary`: the whole graph.
// Mask     counts what is there: ends that share an unseen item are taken for open.
// Cost     for each j and each i, the ties of i and of j.
// Method   Gould and Fernandez (1989), doi:10.2307/270949; two-mode: Jasny and Lubell (2015),
//          doi:10.1016/j.socnet.2014.11.005; moments: statistics/label_patterns.hpp
// Differs  from sna::brokerage, whose z is for random graphs with the density of the data.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_groups.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/bipartite/shared_ties.hpp"
#include "engine/graph/open_paths.hpp"
#include "engine/statistics/label_patterns.hpp"

namespace entente::structure {
namespace {

struct Options : GroupOptions {
  static auto fields() { return GroupOptions::fields<Options>(); }
};

enum Role : std::size_t { coordinator, itinerant, representative, gatekeeper, liaison, role_count };
constexpr std::array role_names{"coordinator", "itinerant", "representative", "gatekeeper",
                                "liaison"};

template <class Label>
Role role_of(Label i, Label j, Label k) {
  if (i == k) return i == j ? coordinator : itinerant;
  if (i == j) return representative;
  return j == k ? gatekeeper : liaison;
}

// How two paths around one middle can meet: in both ends, either way round, in one of four pairs of
// ends, or in none.
enum Meeting : std::size_t { same, reversed, at_first, at_last, first_last, last_first, apart };
constexpr std::size_t meeting_count = 7;
struct Ends {
  std::size_t nodes;        // different ones, the middle included
  std::size_t first, last;  // of the second path; the first one is 1 -> 0 -> 2
};
constexpr std::array<Ends, meeting_count> meetings{
    {{3, 1, 2}, {3, 2, 1}, {4, 1, 3}, {4, 3, 2}, {4, 3, 1}, {4, 2, 3}, {5, 3, 4}}};

// Of one path, and the covariance of two, under all ways to deal the labels.
struct RoleChances {
  double one = 0;
  std::array<double, meeting_count> covariance{};
};

std::array<RoleChances, role_count> chances_of(const NodeGroups& groups) {
  std::vector<std::uint64_t> sizes(groups.names.size(), 0);
  for (const std::uint32_t group : groups.group) {
    if (group != no_group) ++sizes[group];
  }
  const statistics::LabelPatterns patterns(sizes);
  using Pattern = statistics::LabelPatterns::Pattern;
  std::array<RoleChances, role_count> result;
  for (std::size_t role = 0; role < role_count; ++role) {
    RoleChances& chances = result[role];
    chances.one =
        patterns.chance(3, [&](const Pattern& p) { return role_of(p[1], p[0], p[2]) == role; });
    for (std::size_t m = 0; m < meeting_count; ++m) {
      const Ends& ends = meetings[m];
      const double both = patterns.chance(ends.nodes, [&](const Pattern& p) {
        return role_of(p[1], p[0], p[2]) == role &&
               role_of(p[ends.first], p[0], p[ends.last]) == role;
      });
      chances.covariance[m] = both - chances.one * chances.one;
    }
  }
  return result;
}

struct Brokerage {
  std::array<std::uint64_t, role_count> count{};
  std::uint64_t total = 0;
  std::array<double, meeting_count> pairs{};  // of paths, by how they meet
};

class Counter {
 public:
  Counter(const Ties& ties, const NodeGroups& groups)
      : groups_(&groups),
        paths_(ties),
        grouped_(ties.node_count(), 0),
        from_(ties.node_count(), 0),
        to_(ties.node_count(), 0) {
    for (Vertex v = 0; v < grouped_.size(); ++v) grouped_[v] = groups.group[v] != no_group ? 1 : 0;
  }

  Brokerage of(Vertex j) {
    Brokerage result;
    if (grouped_[j] == 0) return result;
    double equal = 0, turned = 0;
    paths_.around(j, grouped_, [&](const OpenPaths::Path& path) {
      const auto& group = groups_->group;
      result.count[role_of(group[path.first], group[j], group[path.last])] += path.ways;
      result.total += path.ways;
      const auto ways = static_cast<double>(path.ways);
      equal += ways * ways;
      turned += ways * static_cast<double>(path.ways_back);
      add(from_, path.first, ways);
      add(to_, path.last, ways);
    });
    double one_first = 0, one_last = 0, first_is_last = 0;
    for (const Vertex v : touched_) {
      one_first += from_[v] * from_[v];
      one_last += to_[v] * to_[v];
      first_is_last += from_[v] * to_[v];
      from_[v] = to_[v] = 0;
    }
    touched_.clear();
    auto& pairs = result.pairs;
    pairs[same] = equal;
    pairs[reversed] = turned;
    pairs[at_first] = one_first - equal;
    pairs[at_last] = one_last - equal;
    pairs[first_last] = pairs[last_first] = first_is_last - turned;
    const auto all = static_cast<double>(result.total);
    pairs[apart] = all * all - (one_first + one_last + 2 * first_is_last - equal - turned);
    return result;
  }

 private:
  void add(std::vector<double>& sums, Vertex v, double ways) {
    if (from_[v] == 0 && to_[v] == 0) touched_.push_back(v);
    sums[v] += ways;
  }

  const NodeGroups* groups_;
  OpenPaths paths_;
  std::vector<std::uint8_t> grouped_;
  std::vector<double> from_, to_;  // by node, paths around j that begin or end there
  std::vector<Vertex> touched_;
};

// NaN where every deal of the labels gives the same count.
double z_of(const Brokerage& node, std::size_t role, const RoleChances& chances) {
  const double mean = static_cast<double>(node.total) * chances.one;
  double variance = 0;
  for (std::size_t m = 0; m < meeting_count; ++m) {
    variance += node.pairs[m] * chances.covariance[m];
  }
  constexpr double rounding = 1e-12;
  if (!(variance > rounding * mean * mean) || mean == 0) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  return (static_cast<double>(node.count[role]) - mean) / std::sqrt(variance);
}

std::vector<Brokerage> count_all(const Ties& ties, const NodeGroups& groups,
                                 const Context& context) {
  std::vector<Brokerage> nodes(ties.node_count());
  for_chunks(context.loop(nodes.size(), std::max<std::size_t>(1, nodes.size() / 64)),
             [&](std::size_t begin, std::size_t end) {
               Counter counter(ties, groups);
               for (std::size_t j = begin; j < end; ++j) {
                 context.check_stop();
                 nodes[j] = counter.of(static_cast<Vertex>(j));
               }
             });
  return nodes;
}

Table nodes_table(const std::vector<Brokerage>& nodes, const NodeGroups& groups,
                  const std::array<RoleChances, role_count>& chances, bool& undefined) {
  std::vector<Vertex> node;
  std::vector<std::string> group;
  std::vector<std::int64_t> total;
  std::array<std::vector<std::int64_t>, role_count> count;
  std::array<std::vector<double>, role_count> z;
  for (Vertex v = 0; v < nodes.size(); ++v) {
    node.push_back(v);
    group.push_back(groups.group[v] == no_group ? "" : groups.names[groups.group[v]]);
    total.push_back(static_cast<std::int64_t>(nodes[v].total));
    for (std::size_t role = 0; role < role_count; ++role) {
      count[role].push_back(static_cast<std::int64_t>(nodes[v].count[role]));
      z[role].push_back(z_of(nodes[v], role, chances[role]));
      undefined |= std::isnan(z[role].back());
    }
  }
  Table table{"nodes",
              "Brokerage of each node by role",
              {{"node", "", "key of the node", std::move(node)},
               {"group", "", "of the node", std::move(group)}}};
  for (std::size_t role = 0; role < role_count; ++role) {
    table.columns.push_back({role_names[role], "paths", "in this role", std::move(count[role])});
  }
  table.columns.push_back({"total", "paths", "in any role", std::move(total)});
  for (std::size_t role = 0; role < role_count; ++role) {
    table.columns.push_back({"z_" + std::string(role_names[role]), "",
                             "(count - mean) / sd over all deals of the labels",
                             std::move(z[role])});
  }
  return table;
}

Table summary_table(const std::vector<Brokerage>& nodes,
                    const std::array<RoleChances, role_count>& chances) {
  std::vector<std::string> role;
  std::vector<std::int64_t> paths;
  std::vector<double> mean;
  std::uint64_t total = 0;
  for (const Brokerage& node : nodes) total += node.total;
  for (std::size_t r = 0; r < role_count; ++r) {
    std::uint64_t count = 0;
    for (const Brokerage& node : nodes) count += node.count[r];
    role.emplace_back(role_names[r]);
    paths.push_back(static_cast<std::int64_t>(count));
    mean.push_back(static_cast<double>(total) * chances[r].one);
  }
  return {"summary",
          "Brokerage in the whole graph",
          {{"role", "", "", std::move(role)},
           {"paths", "paths", "in this role", std::move(paths)},
           {"mean", "paths", "over all deals of the labels", std::move(mean)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const std::uint32_t count = view.two_mode() ? view.actor_count() : view.vertex_count();
  const auto groups = node_groups(view, count, options);
  if (!groups) return groups.error();
  const Ties ties = view.two_mode() ? bipartite::shared_ties(bipartite::Incidence(view),
                                                             context.threads, context.stop)
                                    : ties_of(view);
  const auto nodes = count_all(ties, *groups, context);
  const auto chances = chances_of(*groups);
  Outcome outcome;
  bool undefined = false;
  outcome.tables.push_back(nodes_table(nodes, *groups, chances, undefined));
  outcome.tables.push_back(summary_table(nodes, chances));
  outcome.notes.push_back(note("S121", "groups: " + groups->origin + ", " +
                                           std::to_string(groups->names.size()) + " of them"));
  if (groups->without > 0) {
    outcome.notes.push_back(
        note("S122", std::to_string(groups->without) + " nodes without a group are not looked at"));
  }
  if (undefined) {
    outcome.notes.push_back(
        note("S123", "z is undefined where every deal of the labels gives the same count"));
  }
  if (view.mask() != nullptr) {
    outcome.notes.push_back(note(
        "S124", "ends that may share an item which could not be seen are taken for not joined"));
  }
  return outcome;
}

}  // namespace

Analysis brokerage() {
  return {
      .method = {.id = "brokerage",
                 .title = "Brokerage roles (Gould and Fernandez)",
                 .formula = "paths i -> j -> k without i -> k, by the groups of i, j, k: "
                            "coordinator AAA, itinerant BAB, representative AAB, gatekeeper BAA, "
                            "liaison ABC (the middle letter is j's)",
                 .convention = "raw counts; an undirected path counts in both directions; "
                               "two-mode: paths actor - item - actor - item - actor between "
                               "actors that share no item; z over all ways to deal the same "
                               "labels to the nodes, exactly",
                 .cost = "sum over j and its neighbours i of (ties of i + ties of j)",
                 .citations = {{"R. V. Gould and R. M. Fernandez (1989), Structures of mediation: "
                                "a formal approach to brokerage in transaction networks, "
                                "Sociological Methodology 19",
                                "10.2307/270949"},
                               {"L. Jasny and M. Lubell (2015), Two-mode brokerage in policy "
                                "networks, Social Networks 41",
                                "10.1016/j.socnet.2014.11.005"}}},
      .needs = {.endorsements = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::structure
