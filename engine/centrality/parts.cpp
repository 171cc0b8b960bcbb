// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/parts.hpp"

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/incremental_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include "engine/graph/boost_graph.hpp"

namespace entente::centrality {
namespace {

struct HasStrength {
  const View* view = nullptr;
  bool operator()(const boost_graph::Edge& e) const { return view->strength(e.index) > 0; }
};

Parts with_members(std::vector<Vertex> of, std::size_t count) {
  Parts parts{std::move(of), std::vector<std::vector<Vertex>>(count)};
  for (Vertex v = 0; v < parts.of.size(); ++v) parts.members[parts.of[v]].push_back(v);
  return parts;
}

}  // namespace

Parts strong_parts(const View& view) {
  const boost::filtered_graph graph(view, HasStrength{&view});
  std::vector<Vertex> mark(view.vertex_count());
  const auto count = static_cast<std::size_t>(boost::strong_components(
      graph, boost::make_iterator_property_map(mark.begin(), get(boost::vertex_index, view))));
  return with_members(std::move(mark), count);
}

Parts weak_parts(const View& view) {
  const auto index = get(boost::vertex_index, view);
  std::vector<Vertex> rank(view.vertex_count()), parent(view.vertex_count());
  boost::disjoint_sets sets(boost::make_iterator_property_map(rank.begin(), index),
                            boost::make_iterator_property_map(parent.begin(), index));
  const boost::filtered_graph graph(view, HasStrength{&view});
  boost::initialize_incremental_components(graph, sets);
  boost::incremental_components(graph, sets);
  std::vector<Vertex> name(view.vertex_count(), no_item), mark(view.vertex_count());
  Vertex count = 0;
  for (Vertex v = 0; v < mark.size(); ++v) {
    Vertex& at = name[sets.find_set(v)];
    if (at == no_item) at = count++;
    mark[v] = at;
  }
  return with_members(std::move(mark), count);
}

}  // namespace entente::centrality
