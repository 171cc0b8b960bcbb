// SPDX-License-Identifier: Apache-2.0
// E-I index: do ties run to other groups or stay inside?
//
//   E-I = (external - internal) / (external + internal),   -1: all inside, 1: all outside
//
// Input    directed or not, directions are forgotten; parallel edges count once, loops and weights
//          do not count. Two-mode: actors, with one tie for each item that two share.
// Options  partition, attribute: where the groups come from. Nodes without a group are not looked
//          at, nor are ties to them.
// Output   `nodes`: of each node; `groups`: of each group, over the ends that its members have, so
//          that an internal tie counts for both; `summary`: the whole, each tie once. The last two
//          with mean, sd, z and p over random deals of the same labels to the nodes. Null without
//          ties.
// Mask     counts what is there.
// Cost     samples x (n + m).
// Method   Krackhardt and Stern (1988), doi:10.2307/2786835
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_groups.hpp"
#include "engine/bipartite/shared_ties.hpp"
#include "engine/statistics/against_draws.hpp"

namespace entente::structure {
namespace {

struct Options : GroupOptions {
  std::int64_t samples = 1000;
  static auto fields() {
    return std::tuple_cat(
        GroupOptions::fields<Options>(),
        std::tuple{integer("samples", &Options::samples, 0, 1e6,
                           "random deals of the labels; the smallest p is 1/(1 + samples)")});
  }
};

struct Counts {
  std::uint64_t internal = 0, external = 0;
  double index() const {
    if (internal + external == 0) return std::numeric_limits<double>::quiet_NaN();
    const auto in = static_cast<double>(internal), out = static_cast<double>(external);
    return (out - in) / (out + in);
  }
};

Counts counts_of(const Ties& ties, const std::vector<std::uint32_t>& group, Vertex v) {
  Counts counts;
  for (const Ties::End& end : ties.out(v)) {
    if (group[end.node] == no_group) continue;
    (group[end.node] == group[v] ? counts.internal : counts.external) += end.ways;
  }
  return counts;
}

// By group, and then the whole, where each tie counts for both of its ends.
std::vector<Counts> all_counts(const Ties& ties, const std::vector<std::uint32_t>& group,
                               std::size_t groups) {
  std::vector<Counts> all(groups + 1);
  for (Vertex v = 0; v < group.size(); ++v) {
    if (group[v] == no_group) continue;
    const Counts counts = counts_of(ties, group, v);
    for (const std::size_t at : {std::size_t{group[v]}, groups}) {
      all[at].internal += counts.internal;
      all[at].external += counts.external;
    }
  }
  return all;
}

// By group and then the whole: the indices in all draws in which there is one.
std::vector<std::vector<double>> draws_of(const Ties& ties, const NodeGroups& groups,
                                          std::size_t samples, const Context& context) {
  std::vector<Vertex> grouped;
  std::vector<std::uint32_t> labels;
  for (Vertex v = 0; v < groups.group.size(); ++v) {
    if (groups.group[v] == no_group) continue;
    grouped.push_back(v);
    labels.push_back(groups.group[v]);
  }
  const std::size_t columns = groups.names.size() + 1;
  std::vector<double> index(samples * columns);
  const Rng rng = context.rng("e-i-index");
  for_chunks(context.loop(samples, 8), [&](std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> dealt, group = groups.group;
    for (std::size_t s = begin; s < end; ++s) {
      context.check_stop();
      dealt = labels;
      rng.split(s).shuffle(dealt);
      for (std::size_t i = 0; i < grouped.size(); ++i) group[grouped[i]] = dealt[i];
      const auto counts = all_counts(ties, group, groups.names.size());
      for (std::size_t c = 0; c < columns; ++c) index[s * columns + c] = counts[c].index();
    }
  });
  std::vector<std::vector<double>> draws(columns);
  for (std::size_t at = 0; at < index.size(); ++at) {
    if (!std::isnan(index[at])) draws[at % columns].push_back(index[at]);
  }
  return draws;
}

// The columns of a table with one row for each index.
struct Tested {
  std::vector<std::int64_t> internal, external;
  std::vector<double> index, mean, sd, z, upper, lower;

  void add(const Counts& counts, std::uint64_t ends, const std::vector<double>& draws) {
    const auto at = statistics::against_draws(counts.index(), draws);
    const bool tested = !draws.empty() && !std::isnan(counts.index());
    const double none = std::numeric_limits<double>::quiet_NaN();
    internal.push_back(static_cast<std::int64_t>(counts.internal / ends));
    external.push_back(static_cast<std::int64_t>(counts.external / ends));
    index.push_back(counts.index());
    mean.push_back(draws.empty() ? none : at.mean);
    sd.push_back(draws.empty() ? none : at.sd);
    z.push_back(tested ? at.z : none);
    upper.push_back(tested ? at.p_upper : none);
    lower.push_back(tested ? at.p_lower : none);
  }
  bool undefined() const {
    const auto nan = [](double x) { return std::isnan(x); };
    return std::any_of(z.begin(), z.end(), nan) || std::any_of(index.begin(), index.end(), nan);
  }
  void move_to(Table& table) && {
    const auto column = [&](const char* name, const char* help, auto& cells) {
      table.columns.push_back({name, "", help, std::move(cells)});
    };
    column("internal", "ties inside the group", internal);
    column("external", "ties to other groups", external);
    column("e_i_index", "(external - internal) / (external + internal)", index);
    column("mean", "over the deals of the labels", mean);
    column("sd", "over the deals of the labels", sd);
    column("z", "(e_i_index - mean) / sd", z);
    column("p_upper", "chance of as much or more, so of as open a group", upper);
    column("p_lower", "chance of as much or less, so of as closed a group", lower);
  }
};

Table nodes_table(const Ties& ties, const NodeGroups& groups, bool& undefined) {
  std::vector<Vertex> node;
  std::vector<std::string> name;
  std::vector<std::int64_t> internal, external;
  std::vector<double> index;
  for (Vertex v = 0; v < ties.node_count(); ++v) {
    const std::uint32_t group = groups.group[v];
    const Counts counts = group == no_group ? Counts{} : counts_of(ties, groups.group, v);
    node.push_back(v);
    name.push_back(group == no_group ? "" : groups.names[group]);
    internal.push_back(static_cast<std::int64_t>(counts.internal));
    external.push_back(static_cast<std::int64_t>(counts.external));
    index.push_back(counts.index());
    undefined |= std::isnan(index.back());
  }
  return {"nodes",
          "E-I index of each node",
          {{"node", "", "key of the node", std::move(node)},
           {"group", "", "of the node", std::move(name)},
           {"internal", "", "ties inside the group", std::move(internal)},
           {"external", "", "ties to other groups", std::move(external)},
           {"e_i_index", "", "(external - internal) / (external + internal)", std::move(index)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const std::uint32_t count = view.two_mode() ? view.actor_count() : view.vertex_count();
  auto groups = node_groups(view, count, options);
  if (!groups) return groups.error();
  groups->group.resize(count);
  const Ties ties = view.two_mode() ? bipartite::shared_ties(bipartite::Incidence(view),
                                                             context.threads, context.stop)
                                    : ties_of(view, Side::either);
  const auto draws = draws_of(ties, *groups, static_cast<std::size_t>(options.samples), context);
  const auto counts = all_counts(ties, groups->group, groups->names.size());
  std::vector<std::int64_t> sizes(groups->names.size(), 0);
  for (const std::uint32_t group : groups->group) {
    if (group != no_group) ++sizes[group];
  }
  Outcome outcome;
  bool undefined = false;
  outcome.tables.push_back(nodes_table(ties, *groups, undefined));
  Tested by_group, whole;
  for (std::size_t g = 0; g < groups->names.size(); ++g) by_group.add(counts[g], 1, draws[g]);
  whole.add(counts.back(), 2, draws.back());
  undefined |= by_group.undefined() || whole.undefined();
  Table of_groups{"groups",
                  "E-I index of each group, over the ends of its members' ties",
                  {{"group", "", "its name", groups->names},
                   {"size", "nodes", "in the group", std::move(sizes)}}};
  std::move(by_group).move_to(of_groups);
  Table summary{"summary", "E-I index of the whole, each tie once", {}};
  std::move(whole).move_to(summary);
  outcome.tables.push_back(std::move(of_groups));
  outcome.tables.push_back(std::move(summary));
  outcome.notes.push_back(note("S111", "groups: " + groups->origin + ", " +
                                           std::to_string(groups->names.size()) + " of them"));
  if (groups->without > 0) {
    outcome.notes.push_back(note("S112", std::to_string(groups->without) +
                                             " nodes without a group, and ties to them, are not "
                                             "looked at"));
  }
  if (undefined) {
    outcome.notes.push_back(
        note("S113", "the index is undefined without ties, and z where the deals do not differ"));
  }
  return outcome;
}

}  // namespace

Analysis e_i_index() {
  return {.method = {.id = "e-i-index",
                     .title = "E-I index",
                     .formula = "(external - internal) / (external + internal)",
                     .convention = "a tie in either direction counts once; groups count the ends "
                                   "of their members; p and z over random deals of the same "
                                   "labels; two-mode: one tie for each item that two actors share",
                     .cost = "samples x (n + m)",
                     .citations = {{"D. Krackhardt and R. N. Stern (1988), Informal networks and "
                                    "organizational crises: an experimental simulation, Social "
                                    "Psychology Quarterly 51",
                                    "10.2307/2786835"}}},
          .needs = {.endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::structure
