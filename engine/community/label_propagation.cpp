// SPDX-License-Identifier: Apache-2.0
// Groups by what the neighbours say: every node takes the label that most of its neighbours have.
//
// Input    one-mode, directed or not: in- and out-neighbours each count, so one that is both counts
//          twice; parallel edges add; weights only if called strengths, none negative; loops are
//          left out; signs are not looked at.
// Options  convention: `synchronous` starts from the ids of the nodes, moves all nodes at once and
//          gives ties to the smallest label (ids are compared as numbers where all are whole
//          numbers, else as text): CDLP of LDBC Graphalytics. `asynchronous` moves one node after
//          the other in random order, keeps a label that is among the best and else draws one.
//          iterations: rounds; 0 goes on until no label changes, for 100 rounds at most.
// Output   label (the node whose id it is) and group of every node. A node without neighbours keeps
//          its own.
// Cost     O(n + m) per round.
// Method   Raghavan, Albert and Kumara (2007), doi:10.1103/PhysRevE.76.036106; Iosup et al. (2016),
//          doi:10.14778/3007263.3007270.
// Differs  from itself by convention: moved at once, the two sides of a bipartite graph may swap
//          their labels for ever.
#include <algorithm>
#include <numeric>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/number_text.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/grouping.hpp"
#include "engine/graph/weight_to.hpp"

namespace entente::community {
namespace {

struct Options {
  std::string convention = "synchronous";
  std::int64_t iterations = 0;
  static auto fields() {
    return std::tuple{choice("convention", &Options::convention, {"synchronous", "asynchronous"},
                             "all nodes at once, or one after the other in random order"),
                      integer("iterations", &Options::iterations, 0, 1e6,
                              "rounds; 0: until no label changes, 100 at most")};
  }
};

constexpr std::int64_t most_rounds = 100;

// The vertices in the order of their ids: labels are positions in it.
std::vector<Vertex> label_order(const View& view) {
  const std::uint32_t n = view.vertex_count();
  std::vector<Vertex> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::int64_t> number;
  for (Vertex v = 0; v < n; ++v) {
    const auto id = parse_integer(view.key(v));
    if (!id) return order;  // Views are sorted by key
    number.push_back(*id);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](Vertex a, Vertex b) { return number[a] < number[b]; });
  return order;
}

class Propagation {
 public:
  Propagation(const View& view, const Context& context)
      : view_(&view),
        context_(&context),
        order_(label_order(view)),
        label_(view.vertex_count()),
        scratch_([n = view.vertex_count()] { return WeightTo(n); }) {
    for (std::uint32_t k = 0; k < order_.size(); ++k) label_[order_[k]] = k;
  }

  // Each round returns whether a label changed.
  bool all_at_once() {
    std::vector<std::uint32_t> next(label_.size());
    for_chunks(context_->loop(label_.size(), 4096), [&](std::size_t begin, std::size_t end) {
      scratch_.with([&](WeightTo& to) {
        for (std::size_t v = begin; v < end; ++v) {
          look_around(Vertex(v), to);
          next[v] = to.groups().empty() ? label_[v] : smallest_of_best(to);
        }
      });
    });
    const bool changed = next != label_;
    label_ = std::move(next);
    return changed;
  }

  bool one_by_one(Rng& rng) {
    std::vector<Vertex> turn(label_.size());
    std::iota(turn.begin(), turn.end(), 0U);
    rng.shuffle(turn);
    bool changed = false;
    scratch_.with([&](WeightTo& to) {
      std::vector<std::uint32_t> best;
      for (std::size_t k = 0; k < turn.size(); ++k) {
        if (k % 4096 == 0) context_->check_stop();
        const Vertex v = turn[k];
        look_around(v, to);
        best.clear();
        const double least = largest(to) * (1 - 1e-12);
        bool keeps = to.groups().empty();
        for (const std::uint32_t label : to.groups()) {
          if (to[label] < least) continue;
          best.push_back(label);
          keeps = keeps || label == label_[v];
        }
        if (keeps) continue;
        label_[v] = best[rng.below(best.size())];
        changed = true;
      }
    });
    return changed;
  }

  const std::vector<std::uint32_t>& labels() const noexcept { return label_; }
  // The node whose id was the label of each node.
  std::vector<Vertex> origins() const {
    std::vector<Vertex> origin;
    for (const std::uint32_t label : label_) origin.push_back(order_[label]);
    return origin;
  }

 private:
  void look_around(Vertex v, WeightTo& to) const {
    to.clear();
    const auto add = [&](std::span<const Vertex> others, std::span<const std::uint32_t> edges) {
      for (std::size_t k = 0; k < others.size(); ++k) {
        if (others[k] != v) to.add(label_[others[k]], view_->strength(edges[k]));
      }
    };
    add(view_->out(v), view_->out_edges(v));
    if (view_->directed()) add(view_->in(v), view_->in_edges(v));
  }
  static double largest(const WeightTo& to) {
    double most = 0;
    for (const std::uint32_t label : to.groups()) most = std::max(most, to[label]);
    return most;
  }
  static std::uint32_t smallest_of_best(const WeightTo& to) {
    const double least = largest(to) * (1 - 1e-12);  // sums of weights in another order
    std::uint32_t smallest = 0xffffffff;
    for (const std::uint32_t label : to.groups()) {
      if (to[label] >= least) smallest = std::min(smallest, label);
    }
    return smallest;
  }

  const View* view_;
  const Context* context_;
  std::vector<Vertex> order_;
  std::vector<std::uint32_t> label_;  // by vertex, a position in order_
  ScratchPool<WeightTo> scratch_;
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const bool synchronous = options.convention == "synchronous";
  const std::int64_t most = options.iterations > 0 ? options.iterations : most_rounds;
  Propagation propagation(view, context);
  std::int64_t rounds = 0;
  bool settled = false;
  Rng rng = context.rng("label-propagation");
  while (!settled && rounds < most) {
    context.check_stop();
    settled = !(synchronous ? propagation.all_at_once() : propagation.one_by_one(rng));
    ++rounds;
    context.report("rounds", double(rounds), double(most));
  }
  auto numbers = group_numbers(view, propagation.labels());
  const std::int64_t groups =
      numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  Outcome outcome;
  outcome.tables.push_back(
      node_table(view, "Labels after the last round",
                 {{"label", "", "the node whose id it is", propagation.origins()},
                  {"group", "", "1 is the largest", std::move(numbers)}}));
  outcome.tables.push_back({"summary",
                            "How it ended",
                            {{"groups", "", "", std::vector{groups}},
                             {"iterations", "rounds", "that were made", std::vector{rounds}},
                             {"settled", "", "1 where the last round changed no label",
                              std::vector<std::int64_t>{settled ? 1 : 0}}}});
  if (!settled && options.iterations == 0) {
    outcome.notes.push_back(
        note("A364", "labels still change after 100 rounds",
             synchronous ? "neighbours may be swapping theirs: --convention asynchronous" : ""));
  }
  return outcome;
}

}  // namespace

Analysis label_propagation() {
  return {
      .method = {.id = "label-propagation",
                 .title = "Label propagation",
                 .formula = "label(v) <- the label that the neighbours of v have most",
                 .convention =
                     "synchronous, from the ids, ties to the smallest label (Graphalytics "
                     "CDLP) by default; in- and out-neighbours each count; loops are "
                     "left out; asynchronous: random order, ties at random",
                 .cost = "O(n + m) per round",
                 .citations = {{"U. N. Raghavan, R. Albert and S. Kumara (2007), Near linear time "
                                "algorithm to detect community structures in large-scale "
                                "networks, Physical Review E 76",
                                "10.1103/PhysRevE.76.036106"},
                               {"A. Iosup et al. (2016), LDBC Graphalytics: a benchmark for "
                                "large-scale graph analysis on parallel and distributed "
                                "platforms, PVLDB 9",
                                "10.14778/3007263.3007270"}}},
      .needs = {.one_mode = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
