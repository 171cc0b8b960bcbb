// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/check_projection.hpp"

#include <algorithm>
#include <set>

#include "engine/base/suggest.hpp"

namespace entente {
namespace {

void check(const std::vector<std::string>& words, const std::set<std::string>& known,
           const char* code, const std::string& what, Diagnostics& problems) {
  const std::vector<std::string> candidates(known.begin(), known.end());
  for (const std::string& word : words) {
    if (known.contains(word)) continue;
    problems.push_back(error(code, "the data set has no " + what + " '" + word + "'",
                             did_you_mean(word, candidates)));
  }
}

}  // namespace

Diagnostics problems_of(const Projection& projection, const KnowledgeGraph& graph) {
  std::set<std::string> kinds, items, countries, sources;
  for (const auto& [kind, role] : graph.schema().kinds) {
    if (role == Role::actor) kinds.insert(kind);
  }
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const auto role = graph.schema().role(graph.kind(NodeId{n}));
    if (role == Role::item) items.emplace(graph.id(NodeId{n}));
    if (role == Role::actor) countries.emplace(graph.text(graph.node(NodeId{n}).country));
  }
  for (const Source& source : graph.sources()) sources.emplace(graph.text(source.id));
  Diagnostics problems;
  check(projection.actor_kinds, kinds, "Q101", "kind of actor", problems);
  check(projection.items, items, "Q102", "item", problems);
  check(projection.countries, countries, "Q103", "country", problems);
  check(projection.without, sources, "Q104", "source", problems);
  return problems;
}

}  // namespace entente
