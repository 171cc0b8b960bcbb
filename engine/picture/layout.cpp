// SPDX-License-Identifier: Apache-2.0
// Where each node stands in a picture: ForceAtlas2, or actors and items on two lines.
//
//   push   scaling m_v m_u / d, m_v = 1 + degree        pull   w d, lin_log: w log(1 + d)
//   gravity towards the middle   gravity m_v, strong: gravity m_v r
//
// Input    one- or two-mode, directed or not: an edge pulls both ends; parallel edges each; loops
// do
//          not; edges of sign 0 or -1 do not either, so near means agreeing; weights only if called
//          strengths, none negative. layered: two-mode; every edge counts once, whatever its sign.
// Options  size and partition dress the nodes: areas by a value, colours by group, the largest
// group
//          first. no_overlap keeps nodes of these sizes apart.
// Output   node, x, y; size, r, g, b where they are asked for; edge_length, the root mean square of
//          the lengths of the edges that pull over that of all distances: below 1 where neighbours
//          are nearer than strangers; whether the nodes came to rest, or how many edges cross.
// Cost     O(n log n + m) per step; by default 500 steps up to 40,000 nodes, and 200 for 100,000.
// Method   graph/force_atlas.hpp, bipartite/two_lines.hpp. Places depend on keys and the seed.
// Differs  from the paper's continuous version: starts from the picture of a coarser graph; parts
//          that nothing joins are packed side by side.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_groups.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/node_values.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/palette.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/two_lines.hpp"
#include "engine/graph/force_atlas.hpp"

namespace entente::picture {
namespace {

struct Options {
  std::string convention = "forceatlas2";
  std::int64_t iterations = 0;
  double scaling = 2, gravity = 1, theta = 1, tolerance = 0;
  bool strong_gravity = false, lin_log = false, no_overlap = false;
  FileTable size, partition;
  std::string attribute;
  static auto fields() {
    return std::tuple{
        choice("convention", &Options::convention, {"forceatlas2", "layered"},
               "forces, or actors on one line and items on another with few crossings"),
        integer("iterations", &Options::iterations, 0, 1e6,
                "steps; 0: 500 up to 40,000 nodes, then fewer, 100 at least"),
        real("scaling", &Options::scaling, 1e-6, 1e6, "how strongly nodes push each other"),
        real("gravity", &Options::gravity, 0, 1e6, "how strongly the middle pulls"),
        flag("strong_gravity", &Options::strong_gravity, "gravity grows with the distance"),
        flag("lin_log", &Options::lin_log, "edges pull by log(1 + d): denser clusters"),
        flag("no_overlap", &Options::no_overlap, "sizes count: nodes do not cover each other"),
        real("theta", &Options::theta, 0, 2,
             "how coarsely far nodes are seen; 0: exactly, as always up to 200 nodes"),
        real("tolerance", &Options::tolerance, 0, 1e3,
             "of swinging; 0: 0.1, 1 from 5,000 nodes on, 10 from 50,000 on"),
        file("size", &Options::size, "node,value", "areas of the nodes are as these values"),
        file("partition", &Options::partition, "node,group", "colours of the nodes, by group"),
        entente::attribute("attribute", &Options::attribute,
                           "colours by this property of the nodes: kind, country, ...")};
  }
};

constexpr double smallest = 4, largest = 20, spacing = 10;

// Radii: areas grow with the values, above the smallest.
Expected<std::vector<double>> sizes(const View& view, const Options& options) {
  if (!options.size) {
    return std::vector<double>(options.no_overlap ? view.vertex_count() : 0, smallest);
  }
  auto values = node_values(view, *options.size, {.low = 0});
  if (!values) return values;
  const double most = values->empty() ? 0 : *std::max_element(values->begin(), values->end());
  for (double& value : *values) {
    value = smallest + (most > 0 ? (largest - smallest) * std::sqrt(value / most) : 0);
  }
  return values;
}

std::vector<Column> color_columns(const NodeGroups& groups) {
  std::vector<std::size_t> members(groups.names.size(), 0);
  for (const std::uint32_t group : groups.group) {
    if (group != no_group) ++members[group];
  }
  std::vector<std::uint32_t> order(members.size()), rank(members.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return members[a] > members[b]; });
  for (std::uint32_t k = 0; k < order.size(); ++k) rank[order[k]] = k;
  std::vector<std::vector<std::int64_t>> channels(3);
  for (const std::uint32_t group : groups.group) {
    const Rgb color = group_color(group == no_group ? no_group : rank[group]);
    for (std::size_t k = 0; k < 3; ++k) channels[k].push_back(color[k]);
  }
  return {{"r", "", "red, 0 to 255", std::move(channels[0])},
          {"g", "", "green", std::move(channels[1])},
          {"b", "", "blue", std::move(channels[2])}};
}

// NaN where there is nothing to compare.
double edge_length(const View& view, const std::vector<Point>& places) {
  Sum edges, x, y, squares;
  double count = 0;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Point &a = places[view.source(e)], &b = places[view.target(e)];
    if (view.source(e) == view.target(e) || view.sign(e) <= 0) continue;
    edges += (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
    ++count;
  }
  for (const Point& p : places) {
    x += p.x;
    y += p.y;
    squares += p.x * p.x + p.y * p.y;
  }
  const auto n = double(places.size());
  const double pairs =
      2 * (n * squares.value() - x.value() * x.value() - y.value() * y.value()) / (n * (n - 1));
  if (count == 0 || !(pairs > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::sqrt(edges.value() / count / pairs);
}

struct Picture {
  std::vector<Point> places;
  std::vector<Column> summary;
};

Picture by_forces(const View& view, const Options& options, const std::vector<double>& size,
                  const Context& context) {
  ForceAtlas atlas = force_atlas(
      view, context.rng("layout"),
      {.scaling = options.scaling,
       .gravity = options.gravity,
       .strong_gravity = options.strong_gravity,
       .lin_log = options.lin_log,
       .theta = options.theta,
       .tolerance = options.tolerance,
       .radius = options.no_overlap ? size : std::vector<double>(),
       .steps = static_cast<std::uint32_t>(options.iterations),
       .threads = context.threads,
       .stop = context.stop,
       .progress = [&](double done, double total) { context.report("steps", done, total); }});
  return {std::move(atlas.places),
          {{"iterations", "steps", "with the largest part",
            std::vector{static_cast<std::int64_t>(atlas.steps)}},
           {"settled", "", "1 where every part came to rest before",
            std::vector<std::int64_t>{atlas.settled ? 1 : 0}}}};
}

Picture by_lines(const View& view, const std::vector<double>& size, const Context& context) {
  const bipartite::TwoLines lines = bipartite::two_lines(bipartite::Incidence(view), context.stop);
  const double widest = size.empty() ? 0 : *std::max_element(size.begin(), size.end());
  const std::size_t most = std::max(lines.actors.size(), lines.items.size());
  const double width = std::max(spacing, 2.5 * widest) * double(most);
  Picture picture{std::vector<Point>(view.vertex_count()), {}};
  const auto set = [&](const std::vector<std::uint32_t>& order, Vertex first, double y) {
    for (std::size_t k = 0; k < order.size(); ++k) {
      picture.places[first + order[k]] = {((double(k) + 0.5) / double(order.size()) - 0.5) * width,
                                          y};
    }
  };
  const double half = std::max(2 * spacing, width / 6);
  set(lines.actors, 0, half);
  set(lines.items, view.actor_count(), -half);
  picture.summary = {
      {"crossings", "", "of edges", std::vector{static_cast<std::int64_t>(lines.crossings)}},
      {"crossings_by_key", "", "if both lines were sorted by key",
       std::vector{static_cast<std::int64_t>(lines.crossings_by_number)}}};
  return picture;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const bool layered = options.convention == "layered";
  if (layered && !view.two_mode()) {
    return error("A370", "the layered convention needs a two-mode graph (actors and items)",
                 "use --convention forceatlas2, or mark the vertices with mode = actor or item");
  }
  auto size = sizes(view, options);
  if (!size) return size.error();
  std::vector<Column> colors;
  if (options.partition || !options.attribute.empty()) {
    const auto groups =
        node_groups(view, view.vertex_count(),
                    {.partition = options.partition, .attribute = options.attribute});
    if (!groups) return groups.error();
    colors = color_columns(*groups);
  }
  Picture picture =
      layered ? by_lines(view, *size, context) : by_forces(view, options, *size, context);

  std::vector<double> x, y;
  for (const Point& p : picture.places) {
    x.push_back(p.x);
    y.push_back(p.y);
  }
  std::vector<Column> columns{{"x", "", "to the right", std::move(x)},
                              {"y", "", "upwards", std::move(y)}};
  if (!size->empty()) columns.push_back({"size", "", "radius of the node", *std::move(size)});
  std::move(colors.begin(), colors.end(), std::back_inserter(columns));
  const double ratio = edge_length(view, picture.places);
  picture.summary.push_back(
      {"edge_length", "", "root mean square of edges over that of all pairs", std::vector{ratio}});
  Outcome outcome;
  outcome.tables.push_back(node_table(view, "Where each node stands", std::move(columns)));
  outcome.tables.push_back({"summary", "How the picture ended", std::move(picture.summary)});
  if (std::isnan(ratio)) {
    outcome.notes.push_back(
        note("A371", "edge_length is unknown: no edge joins two nodes that stand apart"));
  }
  return outcome;
}

}  // namespace

Analysis layout() {
  return {
      .method =
          {.id = "layout",
           .title = "Positions for a picture (ForceAtlas2, or two lines)",
           .formula = "push scaling m_v m_u / d, m_v = 1 + degree; pull w d, with lin_log w log(1 "
                      "+ d); gravity m_v gravity, strong: m_v gravity r; layered: neighbours' "
                      "mean places",
           .convention =
               "starts from a coarser graph; parts that nothing joins are packed side by side; "
               "places depend on keys and the seed, the same bits on any number of threads; edges "
               "of sign 0 or -1 do not pull; up to 200 nodes without approximation",
           .cost = "O(n log n + m) per step; by default 500 steps up to 40,000 nodes, 200 for "
                   "100,000, 100 at least",
           .citations = {{"M. Jacomy, T. Venturini, S. Heymann and M. Bastian (2014), ForceAtlas2, "
                          "a continuous graph layout algorithm for handy network visualization "
                          "designed for the Gephi software, PLoS ONE 9",
                          "10.1371/journal.pone.0098679"},
                         {"J. Barnes and P. Hut (1986), A hierarchical O(N log N) "
                          "force-calculation algorithm, Nature 324",
                          "10.1038/324446a0"},
                         {"C. Walshaw (2003), A multilevel algorithm for force-directed "
                          "graph-drawing, Journal of Graph Algorithms and Applications 7",
                          "10.7155/jgaa.00070"},
                         {"K. Sugiyama, S. Tagawa and M. Toda (1981), Methods for visual "
                          "understanding of hierarchical system structures, IEEE Transactions on "
                          "Systems, Man, and Cybernetics 11",
                          "10.1109/TSMC.1981.4308636"}}},
      .needs = {.strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::picture
