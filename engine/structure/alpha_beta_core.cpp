// SPDX-License-Identifier: Apache-2.0
// (alpha, beta)-core: the largest part of a two-mode graph in which every actor has at least alpha
// items and every item at least beta actors.
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   `nodes`: 1 for those in the core, else 0; `summary`: its size; with `index` also
//          `index`: for each node the largest pairs (alpha, beta) whose core it is in. It is in
//          that of (a, b), both from 1, just where one of its rows has alpha >= a and beta >= b.
// Mask     degrees use the cells that are there.
// Cost     O(n + m); with `index` O(m delta), delta the largest d with a (d, d)-core.
// Method   take away what is too small, again and again. Of every core alpha or beta is at most
//          delta, so that the index fixes either at 1..delta and raises the other one.
//          Liu et al. (2019), doi:10.1145/3308558.3313522

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/bipartite/overlaps.hpp"

namespace entente::structure {
namespace {

using bipartite::Incidence;
using bipartite::Mode;
using bipartite::SideOf;

struct Options {
  std::int64_t alpha = 2;
  std::int64_t beta = 2;
  bool index = false;
  static auto fields() {
    return std::tuple{
        integer("alpha", &Options::alpha, 1, 4294967295.0, "items that an actor has, at least"),
        integer("beta", &Options::beta, 1, 4294967295.0, "actors that an item has, at least"),
        flag("index", &Options::index, "also the largest alpha and beta of each node")};
  }
};

// The nodes of one side keep at least `fixed` neighbours while the number asked of the other side
// rises from 1: the largest number at which each node is still there. 0: it is in no such core.
struct Levels {
  std::vector<std::uint32_t> own, other;
};

class Peel {
 public:
  Peel(const SideOf& side, std::uint32_t fixed) : side_(side), fixed_(fixed) {
    levels_.own.assign(side.size(), 0);
    levels_.other.assign(side.other_size(), 0);
    for (std::uint32_t u = 0; u < side.size(); ++u) {
      own_degree_.push_back(static_cast<std::uint32_t>(side.joined(u).size()));
    }
    std::uint32_t most = 0;
    for (std::uint32_t l = 0; l < side.other_size(); ++l) {
      other_degree_.push_back(static_cast<std::uint32_t>(side.members(l).size()));
      most = std::max(most, other_degree_.back());
    }
    own_gone_.assign(side.size(), 0);
    other_gone_.assign(side.other_size(), 0);
    by_degree_.resize(std::size_t{most} + 1);
    for (std::uint32_t l = 0; l < side.other_size(); ++l) by_degree_[other_degree_[l]].push_back(l);
    for (std::uint32_t u = 0; u < side.size(); ++u) {
      if (own_degree_[u] < fixed_) take_own(u, 0);
    }
    for (std::uint32_t level = 0; level <= most; ++level) {
      // What falls to this degree or below while others go joins the list at hand.
      for (std::size_t k = 0; k < by_degree_[level].size(); ++k) {
        take_other(by_degree_[level][k], level);
      }
    }
  }
  Levels levels() && { return std::move(levels_); }

 private:
  void take_own(std::uint32_t u, std::uint32_t level) {
    own_gone_[u] = 1;
    levels_.own[u] = level;
    for (const std::uint32_t l : side_.joined(u)) {
      if (other_gone_[l] != 0) continue;
      const std::uint32_t degree = --other_degree_[l];
      by_degree_[std::max(degree, level)].push_back(l);
    }
  }
  void take_other(std::uint32_t l, std::uint32_t level) {
    if (other_gone_[l] != 0) return;  // it was listed again when its degree fell
    other_gone_[l] = 1;
    levels_.other[l] = level;
    for (const std::uint32_t u : side_.members(l)) {
      if (own_gone_[u] == 0 && --own_degree_[u] < fixed_) take_own(u, level);
    }
  }

  const SideOf& side_;
  std::uint32_t fixed_;
  Levels levels_;
  std::vector<std::uint32_t> own_degree_, other_degree_;
  std::vector<std::uint8_t> own_gone_, other_gone_;
  std::vector<std::vector<std::uint32_t>> by_degree_;  // of the other side; may be out of date
};

// By vertex: the largest number that the other side may be asked for where `mode` keeps `fixed`.
std::vector<std::uint32_t> largest(const Incidence& table, Mode mode, std::uint32_t fixed) {
  const SideOf side(table, mode);
  Levels levels = Peel(side, fixed).levels();
  auto& first = mode == Mode::actor ? levels.own : levels.other;
  const auto& second = mode == Mode::actor ? levels.other : levels.own;
  first.insert(first.end(), second.begin(), second.end());
  return std::move(first);
}

Table core_summary(const Incidence& table, const std::vector<std::int64_t>& inside) {
  std::int64_t actors = 0, items = 0, edges = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    actors += inside[i];
    for (const std::uint32_t j : table.row(i)) edges += inside[i] & inside[table.actors() + j];
  }
  for (std::uint32_t j = 0; j < table.items(); ++j) items += inside[table.actors() + j];
  return {"summary",
          "Size of the core",
          {{"actors", "nodes", "in the core", std::vector<std::int64_t>{actors}},
           {"items", "nodes", "in the core", std::vector<std::int64_t>{items}},
           {"edges", "edges", "between them", std::vector<std::int64_t>{edges}}}};
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Those that no other pair exceeds in both, by rising alpha.
Pairs corners(Pairs pairs) {
  std::sort(pairs.rbegin(), pairs.rend());
  Pairs kept;
  for (const auto& pair : pairs) {
    if (kept.empty() || pair.second > kept.back().second) kept.push_back(pair);
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

Table core_index(const Incidence& table, const Context& context) {
  std::vector<Pairs> pairs(std::size_t{table.actors()} + table.items());
  for (std::uint32_t d = 1;; ++d) {
    context.check_stop();
    const auto beta = largest(table, Mode::actor, d), alpha = largest(table, Mode::item, d);
    bool some = false;
    for (std::size_t v = 0; v < pairs.size(); ++v) {
      some |= beta[v] >= d;
      if (beta[v] > 0) pairs[v].emplace_back(d, beta[v]);
      if (alpha[v] > 0) pairs[v].emplace_back(alpha[v], d);
    }
    if (!some) break;
  }
  std::vector<Vertex> node;
  std::vector<std::int64_t> alpha, beta;
  for (Vertex v = 0; v < pairs.size(); ++v) {
    for (const auto& [a, b] : corners(std::move(pairs[v]))) {
      node.push_back(v);
      alpha.push_back(a);
      beta.push_back(b);
    }
  }
  return {"index",
          "Largest cores of each node",
          {{"node", "", "key of the node", std::move(node)},
           {"alpha", "items", "of each actor in the core, at least", std::move(alpha)},
           {"beta", "actors", "of each item in the core, at least", std::move(beta)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const Incidence table(view);
  std::vector<std::int64_t> inside;
  for (const auto beta : largest(table, Mode::actor, static_cast<std::uint32_t>(options.alpha))) {
    inside.push_back(beta >= options.beta ? 1 : 0);
  }
  Outcome outcome;
  outcome.tables.push_back(node_table(
      view, "Nodes of the core", {{"alpha_beta_core", "", "1 for those in the core", inside}}));
  outcome.tables.push_back(core_summary(table, inside));
  if (options.index) outcome.tables.push_back(core_index(table, context));
  return outcome;
}

}  // namespace

Analysis alpha_beta_core() {
  return {.method = {.id = "alpha-beta-core",
                     .title = "(alpha, beta)-core",
                     .formula = "the largest part in which every actor has at least alpha items "
                                "and every item at least beta actors",
                     .convention = "parallel edges count once; with index also the largest pairs "
                                   "(alpha, beta) of each node: it is in the core of (a, b) just "
                                   "where one of its rows has alpha >= a and beta >= b",
                     .cost = "O(n + m); with index O(m delta), delta the largest d with a (d, "
                             "d)-core",
                     .citations = {{"B. Liu, L. Yuan, X. Lin, L. Qin, W. Zhang and J. Zhou (2019), "
                                    "Efficient (alpha, beta)-core computation: an index-based "
                                    "approach, The World Wide Web Conference",
                                    "10.1145/3308558.3313522"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::structure
