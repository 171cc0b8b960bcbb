// SPDX-License-Identifier: Apache-2.0
// Link scores: how likely two nodes that are not joined would be, by what they have in common.
//
//   adamic_adar              sum over common neighbours z of 1 / ln k_z
//   resource_allocation      sum over common neighbours z of 1 / k_z
//   jaccard                  common / (k_a + k_b - common)
//   preferential_attachment  k_a k_b
//
// Input    read as a simple undirected graph: no directions, loops, parallel edges or weights.
// Output   one row per pair that is not joined and has a common neighbour; with `all_pairs` also
//          those without one, whose first three scores are 0. Refused where there would be more
//          rows than `max_pairs`: a node with a million neighbours alone makes 5e11.
// Cost     the sum of the squared degrees; with `all_pairs` also the number of pairs.
// Method   Liben-Nowell and Kleinberg (2007), doi:10.1002/asi.20591

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>

#include "engine/analysis/analysis.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/neighbours.hpp"

namespace entente::structure {
namespace {

struct Options {
  bool all_pairs = false;
  std::int64_t max_pairs = 20'000'000;
  static auto fields() {
    return std::tuple{
        flag("all_pairs", &Options::all_pairs, "also pairs without a common neighbour"),
        integer("max_pairs", &Options::max_pairs, 1, 1e12, "refuse to list more pairs")};
  }
};

struct Scores {
  Vertex a, b;
  std::int64_t common;
  double adamic_adar, resource_allocation;
};

// What a node shares with each later one; one object serves many nodes.
class Common {
 public:
  explicit Common(const Neighbours& graph)
      : graph_(&graph),
        common_(graph.vertex_count(), 0),
        adamic_adar_(graph.vertex_count(), 0),
        resource_allocation_(graph.vertex_count(), 0) {}

  void add_pairs(Vertex a, bool all, std::vector<Scores>& pairs) {
    for (const Vertex z : graph_->of(a)) {
      const auto row = graph_->of(z);
      const auto k = static_cast<double>(row.size());
      for (auto b = std::upper_bound(row.begin(), row.end(), a); b != row.end(); ++b) {
        if (common_[*b]++ == 0) later_.push_back(*b);
        adamic_adar_[*b] += 1 / std::log(k);  // z has the neighbours a and b: k is at least 2
        resource_allocation_[*b] += 1 / k;
      }
    }
    if (all) {
      for (Vertex b = a + 1; b < common_.size(); ++b) add(a, b, pairs);
    } else {
      std::sort(later_.begin(), later_.end());
      for (const Vertex b : later_) add(a, b, pairs);
    }
    for (const Vertex b : later_) common_[b] = 0, adamic_adar_[b] = resource_allocation_[b] = 0;
    later_.clear();
  }

 private:
  void add(Vertex a, Vertex b, std::vector<Scores>& pairs) const {
    const auto row = graph_->of(a);
    if (std::binary_search(row.begin(), row.end(), b)) return;
    pairs.push_back({a, b, common_[b], adamic_adar_[b], resource_allocation_[b]});
  }

  const Neighbours* graph_;
  std::vector<std::int64_t> common_;
  std::vector<double> adamic_adar_, resource_allocation_;
  std::vector<Vertex> later_;
};

// Nothing where there are more than the options allow.
std::optional<std::vector<Scores>> scores_of(const Neighbours& graph, const Options& options,
                                             const Context& context) {
  constexpr std::size_t chunk = 64;
  std::vector<std::vector<Scores>> parts((graph.vertex_count() + chunk - 1) / chunk);
  const auto most = static_cast<std::uint64_t>(options.max_pairs);
  std::atomic<std::uint64_t> found = 0;
  ScratchPool<Common> pool([&] { return Common(graph); });
  for_chunks(context.loop(graph.vertex_count(), chunk), [&](std::size_t begin, std::size_t end) {
    pool.with([&](Common& common) {
      for (auto a = static_cast<Vertex>(begin); a < end; ++a) {
        context.check_stop();
        auto& part = parts[begin / chunk];
        const std::size_t before = part.size();
        common.add_pairs(a, options.all_pairs, part);
        found += part.size() - before;
        if (found > most) return;
      }
    });
  });
  if (found > most) return std::nullopt;
  std::vector<Scores> pairs;
  for (const auto& part : parts) pairs.insert(pairs.end(), part.begin(), part.end());
  return pairs;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const Neighbours graph(view, Side::either);
  const auto options = bind<Options>(params);
  const auto pairs = scores_of(graph, options, context);
  if (!pairs) {
    return error("S156",
                 "there are more than " + std::to_string(options.max_pairs) + " pairs to list",
                 "raise --max-pairs, or ask of a part of the graph");
  }
  std::vector<Vertex> a, b;
  std::vector<double> adamic_adar, resource_allocation, jaccard;
  std::vector<std::int64_t> attachment, common;
  for (const Scores& pair : *pairs) {
    const auto k_a = static_cast<std::int64_t>(graph.of(pair.a).size());
    const auto k_b = static_cast<std::int64_t>(graph.of(pair.b).size());
    const std::int64_t either = k_a + k_b - pair.common;
    a.push_back(pair.a);
    b.push_back(pair.b);
    adamic_adar.push_back(pair.adamic_adar);
    resource_allocation.push_back(pair.resource_allocation);
    jaccard.push_back(either == 0 ? 0
                                  : static_cast<double>(pair.common) / static_cast<double>(either));
    attachment.push_back(k_a * k_b);
    common.push_back(pair.common);
  }
  return Outcome{
      {{"pairs",
        "Pairs that are not joined",
        {{"a", "", "one node", std::move(a)},
         {"b", "", "the other node", std::move(b)},
         {"adamic_adar", "", "sum of 1/ln k over common neighbours", std::move(adamic_adar)},
         {"resource_allocation", "", "sum of 1/k", std::move(resource_allocation)},
         {"jaccard", "", "share of their neighbours that are common", std::move(jaccard)},
         {"preferential_attachment", "", "product of their degrees", std::move(attachment)},
         {"common_neighbors", "nodes", "how many", std::move(common)}}}},
      {}};
}

}  // namespace

Analysis link_scores() {
  return {
      .method = {.id = "link-scores",
                 .title = "Scores of missing links",
                 .formula = "over common neighbours z: adamic_adar sum 1/ln k_z, "
                            "resource_allocation sum 1/k_z; jaccard common/(k_a + k_b - common), "
                            "preferential_attachment k_a k_b",
                 .convention = "on the simple undirected version; pairs that are not joined and "
                               "have a common neighbour, all others with all_pairs",
                 .cost = "the sum of the squared degrees; with all_pairs the number of pairs",
                 .citations = {{"D. Liben-Nowell and J. Kleinberg (2007), The link-prediction "
                                "problem for social networks, Journal of the American Society for "
                                "Information Science and Technology 58",
                                "10.1002/asi.20591"},
                               {"L. A. Adamic and E. Adar (2003), Friends and neighbors on the "
                                "Web, Social Networks 25",
                                "10.1016/S0378-8733(03)00009-1"},
                               {"T. Zhou, L. Lue and Y.-C. Zhang (2009), Predicting missing links "
                                "via local information, European Physical Journal B 71",
                                "10.1140/epjb/e2009-00335-8"}}},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::structure
