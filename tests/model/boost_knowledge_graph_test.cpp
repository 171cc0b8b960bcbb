// SPDX-License-Identifier: Apache-2.0
#include "engine/model/boost_knowledge_graph.hpp"

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<KnowledgeGraph>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<KnowledgeGraph, NodeId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<KnowledgeGraph, boost_knowledge::Edge,
                                                          boost::edge_index_t>));

namespace {

// a and c signed the pact, a voted no, b ratified the pact.
KnowledgeGraph graph_of_four_claims() {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  const auto add = [&](const char* id, const char* subject, const char* relation,
                       const char* object, const char* value = "") {
    builder.add_claim({.id = id,
                       .subject = subject,
                       .relation = relation,
                       .object = object,
                       .value = value,
                       .from = "2018-11",
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  };
  add("1", "state.a", "signed", "agreement.pact");
  add("2", "company.c", "signed", "agreement.pact");
  add("3", "state.a", "voted", "vote.one", "no");
  add("4", "state.b", "ratified", "agreement.pact");
  return test::built(std::move(builder));
}

}  // namespace

TEST_CASE("a knowledge graph under Boost's names has its nodes and claims", "[model][boost]") {
  const KnowledgeGraph graph = graph_of_four_claims();
  CHECK(num_vertices(graph) == 6);
  CHECK(num_edges(graph) == 4);
  const NodeId a = *graph.find("state.a"), pact = *graph.find("agreement.pact");
  std::set<std::string> objects, subjects;
  for (auto [e, end] = out_edges(a, graph); e != end; ++e) {
    CHECK(source(*e, graph) == a);
    objects.emplace(graph.id(target(*e, graph)));
  }
  CHECK(objects == std::set<std::string>{"agreement.pact", "vote.one"});
  for (auto [e, end] = in_edges(pact, graph); e != end; ++e) {
    CHECK(target(*e, graph) == pact);
    subjects.emplace(graph.id(source(*e, graph)));
  }
  CHECK(subjects == std::set<std::string>{"company.c", "state.a", "state.b"});
  CHECK(in_degree(pact, graph) == 3);
  CHECK(out_degree(pact, graph) == 0);
  CHECK(degree(a, graph) == 2);
}

TEST_CASE("property maps give label, kind, stance and date", "[model][boost]") {
  const KnowledgeGraph graph = graph_of_four_claims();
  const NodeId a = *graph.find("state.a");
  CHECK(get(boost::vertex_name, graph, a) == "state.a");
  CHECK(get(boost_knowledge::KindMap{&graph}, a) == "state");
  std::map<std::string, int> stances;
  for (auto [e, end] = edges(graph); e != end; ++e) {
    stances[std::string(graph.id(target(*e, graph)))] +=
        get(boost_knowledge::StanceMap{&graph}, *e);
    CHECK(to_text(get(boost_knowledge::DateMap{&graph}, *e)) == "2018-11");
  }
  CHECK(stances == std::map<std::string, int>{{"agreement.pact", 3}, {"vote.one", -1}});
}

TEST_CASE("Boost's searches run on the knowledge graph", "[model][boost]") {
  const KnowledgeGraph graph = graph_of_four_claims();
  const NodeId a = *graph.find("state.a");
  std::vector<boost::default_color_type> colors(num_vertices(graph));
  const auto color =
      boost::make_iterator_property_map(colors.begin(), get(boost::vertex_index, graph));
  boost::queue<NodeId> queue;
  boost::breadth_first_visit(graph, a, queue, boost::bfs_visitor<>(), color);
  std::set<std::string> reached;
  for (auto [v, end] = vertices(graph); v != end; ++v) {
    if (colors[index(*v)] != boost::white_color) reached.emplace(graph.id(*v));
  }
  CHECK(reached == std::set<std::string>{"agreement.pact", "state.a", "vote.one"});
  std::vector<int> component(num_vertices(graph));
  const int count = boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)),
      boost::vertex_index_map(get(boost::vertex_index, graph)));
  CHECK(count == 6);  // nobody is claimed about in a circle
}
