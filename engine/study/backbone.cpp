// SPDX-License-Identifier: Apache-2.0
#include "engine/study/backbone.hpp"

#include "engine/base/number_text.hpp"
#include "engine/bipartite/bicm_pairs.hpp"
#include "engine/bipartite/row_pairs.hpp"
#include "engine/projection/graph_file.hpp"

namespace entente {

namespace {

struct Tested {
  bipartite::PairTests tests;
  std::string null_model;
};

// rowcond; bicm, which is more careful, where its law would be too large or its fit fails.
Expected<Tested> test_all(const bipartite::Incidence& table, const Context& context) {
  const bipartite::PairTestOptions options{.threads = context.threads, .stop = context.stop};
  if (const auto odds = bipartite::fit_row_odds(table, context.threads, context.stop)) {
    const auto model = bipartite::row_pairs(table, bipartite::Mode::actor, *odds);
    if (!bipartite::too_costly(model)) {
      return Tested{bipartite::test_pairs(table, model.null, options), "rowcond"};
    }
  }
  const auto fit = bipartite::fit_bicm(table, context.stop);
  if (!fit) return fit.error();
  return Tested{bipartite::test_pairs(table, bipartite::bicm_pairs(*fit), options), "bicm"};
}

}  // namespace

Expected<Backbone> find_backbone(const bipartite::Incidence& table, const Context& context) {
  auto tested = test_all(table, context);
  if (!tested) return tested.error();
  Backbone backbone;
  backbone.null_model = std::move(tested->null_model);
  backbone.tested = tested->tests.tested;
  backbone.attainable = tested->tests.attainable;
  for (const bipartite::PairTest& pair : tested->tests.pairs) {
    if (pair.q_value <= 0.05) backbone.pairs.push_back(pair);
  }
  return backbone;
}

PropertyGraph backbone_file(const KnowledgeGraph& graph, const TwoMode& core,
                            const Backbone& backbone) {
  PropertyGraph file;
  file.title = graph.name() + ": backbone of " + to_text(core.projection);
  std::vector<NodeId> nodes(core.node.begin(), core.node.begin() + core.view.actor_count());
  for (const NodeId node : nodes) file.node_ids.emplace_back(graph.id(node));
  std::vector<double> weight, expected, p_value, q_value;
  std::vector<std::int64_t> observed;
  for (const bipartite::PairTest& edge : backbone.pairs) {
    file.source.push_back(edge.a);
    file.target.push_back(edge.b);
    weight.push_back(edge.observed);
    observed.push_back(edge.observed);
    expected.push_back(edge.expected);
    p_value.push_back(edge.p_value);
    q_value.push_back(edge.q_value);
  }
  file.edge_attributes.push_back({"weight", std::move(weight), {}});
  file.edge_attributes.push_back({"observed", std::move(observed), {}});
  file.edge_attributes.push_back({"expected", std::move(expected), {}});
  file.edge_attributes.push_back({"p_value", std::move(p_value), {}});
  file.edge_attributes.push_back({"q_value", std::move(q_value), {}});
  add_node_columns(file, graph, nodes);
  file.facts.emplace_back("test", backbone.null_model +
                                      ", exact upper tail of each pair's shared items; "
                                      "Benjamini-Hochberg 0.05");
  file.facts.emplace_back("pairs_tested", number_text(static_cast<std::int64_t>(backbone.tested)));
  file.facts.emplace_back("pairs_that_could_pass",
                          number_text(static_cast<std::int64_t>(backbone.attainable)));
  file.facts.emplace_back("pairs_kept",
                          number_text(static_cast<std::int64_t>(backbone.pairs.size())));
  return file;
}

}  // namespace entente
