// SPDX-License-Identifier: Apache-2.0
// Assortativity: do edges join nodes that are alike?
//
//   nominal   r = (sum_g e_gg - sum_g a_g b_g) / (1 - sum_g a_g b_g), e_gh the share of edges from
//             group g to group h, a_g and b_h its row and column sums
//   numeric   Pearson's correlation of the values at the two ends of each edge
//
// Input    one-mode, directed or not: an undirected edge counts in both directions; parallel edges
//          each, loops too; weights do not count.
// Options  attribute: a property of the nodes, or degree (the default); scale: as numbers or as
//          names (auto: numbers where all values are, but for group and kind); partition: groups
//          from a file; source_degree, target_degree: which degrees of a digraph.
// Output   `assortativity`: one row, null where the ends do not vary; its standard error by leaving
//          out one edge at a time, sqrt(sum (r - r_without)^2). Nominal: `mixing`, the shares e_gh.
// Cost     O(n + m).
// Method   Newman (2003), doi:10.1103/PhysRevE.67.026126
// Differs  from networkx where there are loops: there a loop of an undirected graph counts in one
//          direction alone. From graph-tool in the standard error of names, and of numbers in
//          undirected graphs, which there is not that of leaving out an edge.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_groups.hpp"
#include "engine/base/number_text.hpp"
#include "engine/base/sum.hpp"

namespace entente::structure {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Options : GroupOptions {
  std::string scale = "auto", source_degree = "out", target_degree = "in";
  static auto fields() {
    return std::tuple{
        entente::attribute<Options>("attribute", &Options::attribute,
                                    "property of the nodes: kind, group, ... (default: degree)"),
        choice("scale", &Options::scale, {"auto", "nominal", "numeric"},
               "whether values are names or numbers"),
        file<Options>("partition", &Options::partition, "node,group", "the group of every node"),
        choice("source_degree", &Options::source_degree, {"out", "in", "total"},
               "of the node that an edge of a digraph leaves"),
        choice("target_degree", &Options::target_degree, {"in", "out", "total"},
               "of the node that it enters")};
  }
};

struct Answer {
  std::string attribute, scale;
  double r = undefined, standard_error = undefined;
  std::size_t edges = 0, left_out = 0;
};

double jackknife(const std::vector<double>& without, double r) {
  Sum squares;
  for (const double each : without) squares += (each - r) * (each - r);
  return std::sqrt(squares.value());  // NaN where r is undefined without some edge
}

// Sums over directed edges, of values shifted by their mean so that little cancels.
struct Moments {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

  void add(double from, double to, double times) {
    n += times;
    x += times * from;
    y += times * to;
    xx += times * from * from;
    yy += times * to * to;
    xy += times * from * to;
  }
  double correlation() const {
    const double var_x = xx / n - x / n * (x / n), var_y = yy / n - y / n * (y / n);
    constexpr double rounding = 1e-13;
    if (!(var_x > rounding * xx / n) || !(var_y > rounding * yy / n)) return undefined;
    return std::clamp((xy / n - x / n * (y / n)) / std::sqrt(var_x * var_y), -1.0, 1.0);
  }
};

// Values at the ends of each edge that has both.
using Ends = std::vector<std::pair<double, double>>;

void correlate(const Ends& ends, bool directed, Answer& answer) {
  answer.edges = ends.size();
  if (ends.empty()) return;
  Sum all;
  for (const auto& [from, to] : ends) {
    all += from;
    all += to;
  }
  const double shift = all.value() / (2 * static_cast<double>(ends.size()));
  const auto add = [&](Moments& moments, const std::pair<double, double>& edge, double times) {
    moments.add(edge.first - shift, edge.second - shift, times);
    if (!directed) moments.add(edge.second - shift, edge.first - shift, times);
  };
  Moments moments;
  for (const auto& edge : ends) add(moments, edge, 1);
  answer.r = moments.correlation();
  std::vector<double> without;
  for (const auto& edge : ends) {
    Moments rest = moments;
    add(rest, edge, -1);
    without.push_back(rest.correlation());
  }
  answer.standard_error = jackknife(without, answer.r);
}

struct Mixing {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> edges;  // by group and group
  std::vector<std::uint64_t> from, to;
  std::uint64_t all = 0, inside = 0;
};

// r of `all` directed edges, `inside` of them within a group, and sum_g (a_g b_g) all^2.
double nominal(double all, double inside, double products) {
  const double chance = products / (all * all);
  if (all <= 0 || chance >= 1) return undefined;  // exact: products is all^2 with one group
  return (inside / all - chance) / (1 - chance);
}

Mixing mix(const View& view, const NodeGroups& groups, Answer& answer) {
  const std::size_t count = groups.names.size();
  Mixing mixing{{}, std::vector<std::uint64_t>(count, 0), std::vector<std::uint64_t>(count, 0)};
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    ++mixing.edges[{from, to}];
    ++mixing.from[from];
    ++mixing.to[to];
    ++mixing.all;
    mixing.inside += from == to ? 1 : 0;
  };
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const std::uint32_t g = groups.group[view.source(e)], h = groups.group[view.target(e)];
    if (g == no_group || h == no_group) {
      ++answer.left_out;
      continue;
    }
    ++answer.edges;
    add(g, h);
    if (!view.directed()) add(h, g);
  }
  return mixing;
}

void compare_groups(const View& view, const NodeGroups& groups, const Mixing& mixing,
                    Answer& answer) {
  Sum sum;
  for (std::size_t g = 0; g < mixing.from.size(); ++g) {
    sum += static_cast<double>(mixing.from[g]) * static_cast<double>(mixing.to[g]);
  }
  const double products = sum.value();
  const auto all = static_cast<double>(mixing.all), inside = static_cast<double>(mixing.inside);
  answer.r = nominal(all, inside, products);
  std::vector<double> without;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const std::uint32_t g = groups.group[view.source(e)], h = groups.group[view.target(e)];
    if (g == no_group || h == no_group) continue;
    const double same = g == h ? 1 : 0, copies = view.directed() ? 1 : 2;
    // What the products lose when each sum loses the ends of this edge.
    const auto end = [&](const std::vector<std::uint64_t>& sums, std::uint32_t at) {
      return static_cast<double>(sums[at]);
    };
    const double lost = view.directed()
                            ? end(mixing.to, g) + end(mixing.from, h) - same
                            : 2 * end(mixing.from, g) + 2 * end(mixing.from, h) - 2 - 2 * same;
    without.push_back(nominal(all - copies, inside - copies * same, products - lost));
  }
  answer.standard_error = jackknife(without, answer.r);
}

Table mixing_table(const NodeGroups& groups, const Mixing& mixing) {
  std::vector<std::string> from, to;
  std::vector<double> share;
  for (const auto& [groups_joined, edges] : mixing.edges) {
    from.push_back(groups.names[groups_joined.first]);
    to.push_back(groups.names[groups_joined.second]);
    share.push_back(static_cast<double>(edges) / static_cast<double>(mixing.all));
  }
  return {"mixing",
          "Shares of the edges between groups, an undirected one half in each direction",
          {{"source_group", "", "", std::move(from)},
           {"target_group", "", "", std::move(to)},
           {"share", "", "of all edges", std::move(share)}}};
}

double degree(const View& view, Vertex v, const std::string& which) {
  const auto out = static_cast<double>(view.out(v).size());
  if (view.directed()) {
    const auto in = static_cast<double>(view.in(v).size());
    return which == "out" ? out : which == "in" ? in : in + out;
  }
  const auto loops = std::count(view.out(v).begin(), view.out(v).end(), v);
  return out + static_cast<double>(loops);  // a loop has both ends here
}

void compare_degrees(const View& view, const Options& options, Answer& answer) {
  std::vector<double> source, target;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    source.push_back(degree(view, v, options.source_degree));
    target.push_back(degree(view, v, options.target_degree));
  }
  Ends ends;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    ends.emplace_back(source[view.source(e)], target[view.target(e)]);
  }
  answer.attribute = "degree";
  answer.scale = "numeric";
  correlate(ends, view.directed(), answer);
}

// By group; empty where some name is no number.
std::vector<double> numbers_of(const NodeGroups& groups) {
  std::vector<double> numbers;
  for (const std::string& name : groups.names) {
    const auto number = parse_double(name);
    if (!number || !std::isfinite(*number)) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

void compare_numbers(const View& view, const NodeGroups& groups, const std::vector<double>& numbers,
                     Answer& answer) {
  Ends ends;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const std::uint32_t g = groups.group[view.source(e)], h = groups.group[view.target(e)];
    if (g == no_group || h == no_group) {
      ++answer.left_out;
    } else {
      ends.emplace_back(numbers[g], numbers[h]);
    }
  }
  answer.scale = "numeric";
  correlate(ends, view.directed(), answer);
}

Table answer_table(const Answer& answer) {
  const auto whole = [](std::size_t count) {
    return std::vector{static_cast<std::int64_t>(count)};
  };
  return {
      "assortativity",
      "Assortativity of the graph",
      {{"attribute", "", "of the nodes", std::vector{answer.attribute}},
       {"scale", "", "nominal or numeric", std::vector{answer.scale}},
       {"assortativity", "", "-1 to 1; 1: edges join like with like", std::vector{answer.r}},
       {"standard_error", "", "leaving out one edge at a time", std::vector{answer.standard_error}},
       {"edges", "edges", "with a value at both ends", whole(answer.edges)},
       {"left_out", "edges", "without", whole(answer.left_out)}}};
}

Diagnostics notes_of(const Answer& answer) {
  Diagnostics notes;
  if (std::isnan(answer.r)) {
    notes.push_back(note("S131", "undefined: the ends of the edges do not vary"));
  } else if (std::isnan(answer.standard_error)) {
    notes.push_back(
        note("S132", "the standard error is undefined: without some edge the ends do not vary"));
  }
  return notes;
}

Expected<Outcome> run(const View& view, const Params& params, const Context&) {
  const auto options = bind<Options>(params);
  Answer answer;
  if (!options.partition && (options.attribute.empty() || options.attribute == "degree")) {
    compare_degrees(view, options, answer);
    return Outcome{{answer_table(answer)}, notes_of(answer)};
  }
  const auto groups = node_groups(view, view.vertex_count(), options);
  if (!groups) return groups.error();
  answer.attribute = groups->origin;
  const auto numbers = numbers_of(*groups);
  const bool are_names = options.partition || groups->origin == "group" || groups->origin == "kind";
  if (options.scale == "numeric" && numbers.size() != groups->names.size()) {
    return error("S133", "not all values of '" + groups->origin + "' are numbers",
                 "--scale nominal compares names");
  }
  if (options.scale == "numeric" || (options.scale == "auto" && !are_names && !numbers.empty())) {
    compare_numbers(view, *groups, numbers, answer);
    return Outcome{{answer_table(answer)}, notes_of(answer)};
  }
  answer.scale = "nominal";
  const Mixing mixing = mix(view, *groups, answer);
  compare_groups(view, *groups, mixing, answer);
  return Outcome{{answer_table(answer), mixing_table(*groups, mixing)}, notes_of(answer)};
}

}  // namespace

Analysis assortativity() {
  return {.method = {.id = "assortativity",
                     .title = "Assortativity",
                     .formula = "nominal (sum e_gg - sum a_g b_g) / (1 - sum a_g b_g); numeric: "
                                "Pearson over both directions of each edge",
                     .convention = "degree where no attribute is named, of a digraph out-degree "
                                   "of the source and in-degree of the target; parallel edges and "
                                   "loops count each; null where the ends do not vary",
                     .cost = "O(n + m)",
                     .citations = {{"M. E. J. Newman (2003), Mixing patterns in networks, "
                                    "Physical Review E 67",
                                    "10.1103/PhysRevE.67.026126"}}},
          .needs = {.one_mode = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::structure
