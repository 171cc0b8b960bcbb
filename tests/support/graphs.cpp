// SPDX-License-Identifier: Apache-2.0
#include "tests/support/graphs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "engine/base/random.hpp"

namespace entente::test {
namespace {

EdgeList numbered(std::uint32_t n, bool directed) {
  EdgeList list;
  list.directed = directed;
  for (std::uint32_t v = 0; v < n; ++v) {
    const std::string digits = std::to_string(v);
    list.keys.push_back("v" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits);
  }
  return list;
}

const Analysis& analysis_of(std::string_view id) {
  const Analysis* analysis = find_analysis(id);
  if (analysis == nullptr) throw std::invalid_argument("no analysis " + std::string(id));
  return *analysis;
}

const Table& table_of(const Result& result, std::string_view name) {
  for (const Table& table : result.tables) {
    if (name.empty() || table.name == name) return table;
  }
  throw std::invalid_argument("no table " + std::string(name));
}

}  // namespace

View graph(std::uint32_t n, const std::vector<std::pair<Vertex, Vertex>>& edges, bool directed) {
  EdgeList list = numbered(n, directed);
  for (const auto& [s, t] : edges) {
    list.source.push_back(s);
    list.target.push_back(t);
  }
  return View(std::move(list));
}

View weighted_graph(std::uint32_t n, const std::vector<WeightedEdge>& edges, WeightRole role,
                    bool directed) {
  EdgeList list = numbered(n, directed);
  list.weight_role = role;
  for (const auto& edge : edges) {
    list.source.push_back(edge.source);
    list.target.push_back(edge.target);
    list.weight.push_back(edge.weight);
  }
  return View(std::move(list));
}

View random_graph(std::uint32_t n, std::uint32_t edges, std::uint64_t seed, bool directed,
                  WeightRole role) {
  Rng rng(seed);
  std::vector<WeightedEdge> list;
  for (std::uint32_t e = 0; e < edges; ++e) {
    const auto source = static_cast<Vertex>(rng.below(n));
    const auto target = static_cast<Vertex>(rng.below(n));
    list.push_back({source, target, static_cast<double>(1 + rng.below(24)) / 8});
  }
  return weighted_graph(n, list, role, directed);
}

View relabelled(const View& view, const std::vector<Vertex>& new_place) {
  EdgeList list = numbered(view.vertex_count(), view.directed());
  list.weight_role = view.weight_role();
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    list.source.push_back(new_place[view.source(e)]);
    list.target.push_back(new_place[view.target(e)]);
    list.weight.push_back(view.weight(e));
  }
  return View(std::move(list));
}

std::vector<Vertex> shuffled(std::uint32_t n, std::uint64_t seed) {
  std::vector<Vertex> places(n);
  std::iota(places.begin(), places.end(), 0U);
  Rng(seed).shuffle(places);
  return places;
}

View path(std::uint32_t n, bool directed) {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex v = 1; v < n; ++v) edges.emplace_back(v - 1, v);
  return graph(n, edges, directed);
}

View cycle(std::uint32_t n, bool directed) {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex v = 0; v < n; ++v) edges.emplace_back(v, (v + 1) % n);
  return graph(n, edges, directed);
}

View complete(std::uint32_t n) {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex u = 0; u < n; ++u) {
    for (Vertex v = u + 1; v < n; ++v) edges.emplace_back(u, v);
  }
  return graph(n, edges);
}

View star(std::uint32_t leaves) {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex v = 1; v <= leaves; ++v) edges.emplace_back(0, v);
  return graph(leaves + 1, edges);
}

View krackhardt_kite() {
  return graph(10, {{0, 1},
                    {0, 2},
                    {0, 3},
                    {0, 5},
                    {1, 3},
                    {1, 4},
                    {1, 6},
                    {2, 3},
                    {2, 5},
                    {3, 4},
                    {3, 5},
                    {3, 6},
                    {4, 6},
                    {5, 6},
                    {5, 7},
                    {6, 7},
                    {7, 8},
                    {8, 9}});
}

View zachary() {
  return graph(
      34, {{0, 1},   {0, 2},   {0, 3},   {0, 4},   {0, 5},   {0, 6},   {0, 7},   {0, 8},   {0, 10},
           {0, 11},  {0, 12},  {0, 13},  {0, 17},  {0, 19},  {0, 21},  {0, 31},  {1, 2},   {1, 3},
           {1, 7},   {1, 13},  {1, 17},  {1, 19},  {1, 21},  {1, 30},  {2, 3},   {2, 7},   {2, 8},
           {2, 9},   {2, 13},  {2, 27},  {2, 28},  {2, 32},  {3, 7},   {3, 12},  {3, 13},  {4, 6},
           {4, 10},  {5, 6},   {5, 10},  {5, 16},  {6, 16},  {8, 30},  {8, 32},  {8, 33},  {9, 33},
           {13, 33}, {14, 32}, {14, 33}, {15, 32}, {15, 33}, {18, 32}, {18, 33}, {19, 33}, {20, 32},
           {20, 33}, {22, 32}, {22, 33}, {23, 25}, {23, 27}, {23, 29}, {23, 32}, {23, 33}, {24, 25},
           {24, 27}, {24, 31}, {25, 31}, {26, 29}, {26, 33}, {27, 33}, {28, 31}, {28, 33}, {29, 32},
           {29, 33}, {30, 32}, {30, 33}, {31, 32}, {31, 33}, {32, 33}});
}

View florentine_families() {
  EdgeList list;
  list.keys = {"Acciaiuoli", "Albizzi",  "Barbadori",    "Bischeri", "Castellani",
               "Ginori",     "Guadagni", "Lamberteschi", "Medici",   "Pazzi",
               "Peruzzi",    "Ridolfi",  "Salviati",     "Strozzi",  "Tornabuoni"};
  const std::vector<std::pair<Vertex, Vertex>> marriages{
      {0, 8},  {1, 5}, {1, 6},  {1, 8},  {2, 4},  {2, 8},  {3, 6},  {3, 10},  {3, 13},  {4, 10},
      {4, 13}, {6, 7}, {6, 14}, {8, 11}, {8, 12}, {8, 14}, {9, 12}, {10, 13}, {11, 13}, {11, 14}};
  for (const auto& [s, t] : marriages) {
    list.source.push_back(s);
    list.target.push_back(t);
  }
  return View(std::move(list));
}

Result run_analysis(std::string_view id, const View& view, const Params& params, unsigned threads) {
  Context context;
  context.threads = threads;
  auto result = run(analysis_of(id), view, params, context);
  if (!result) throw std::runtime_error(to_text(result.error().front()));
  return *std::move(result);
}

Diagnostics failure(std::string_view id, const View& view, const Params& params) {
  const auto result = run(analysis_of(id), view, params, Context{});
  if (result) throw std::runtime_error(std::string(id) + " succeeded");
  return result.error();
}

std::vector<double> column(const Result& result, std::string_view name, std::string_view table) {
  for (const Column& c : table_of(result, table).columns) {
    if (c.name != name) continue;
    if (const auto* reals = std::get_if<std::vector<double>>(&c.cells)) return *reals;
    std::vector<double> values;
    if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&c.cells)) {
      for (const auto i : *whole) values.push_back(static_cast<double>(i));
    } else if (const auto* vertices = std::get_if<std::vector<Vertex>>(&c.cells)) {
      values.assign(vertices->begin(), vertices->end());
    }
    return values;
  }
  throw std::invalid_argument("no column " + std::string(name));
}

bool has_note(const Result& result, std::string_view code) {
  return std::any_of(result.notes.begin(), result.notes.end(),
                     [&](const Diagnostic& d) { return d.code == code; });
}

double max_gap(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double gap = std::abs(a[i] - b[i]);
    if (!(gap <= largest)) largest = gap;  // NaN, too
  }
  return largest;
}

}  // namespace entente::test
