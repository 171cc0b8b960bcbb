// SPDX-License-Identifier: Apache-2.0
// A builder with a small schema and a few nodes and sources, to which a test adds its rows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/model/builder.hpp"

namespace entente::test {

// A row that stands nowhere but in a test: line 7, and each column is its own file.
class NoPlace final : public RowPlace {
 public:
  Position at(std::string_view column) const override { return {std::string(column), 7, 1}; }
  std::uint32_t line() const noexcept override { return 7; }
};

inline Schema tiny_schema() {
  Schema schema;
  schema.kinds = {{"state", Role::actor},
                  {"company", Role::actor},
                  {"agreement", Role::item},
                  {"vote", Role::item},
                  {"topic", Role::around}};
  RelationKind signing{{"state", "company"}, {"agreement"}, Aspect::support, 1, {}};
  RelationKind vote{{"state"}, {"vote"}, Aspect::vote, no_stance, {}};
  vote.stance_of_value = {{"yes", Stance{1}}, {"abstain", Stance{0}}, {"no", Stance{-1}}};
  schema.relations = {{"signed", signing}, {"ratified", signing}, {"voted", vote}};
  schema.relations["declined"] = {{}, {"agreement"}, Aspect::support, 0, {}};
  schema.relations["criticised"] = {{}, {}, Aspect::opinion, -1, {}};
  RelationKind silent{{}, {}, Aspect::support, no_stance, {}};
  silent.makes_eligible = true;
  schema.relations["invited"] = silent;
  silent.makes_eligible = false;
  silent.says_absent = true;
  schema.relations["not-signed"] = silent;
  return schema;
}

// Nodes state.a, state.b, company.c, agreement.pact, vote.one, topic.rivers; sources src.one,
// src.two.
inline KnowledgeGraphBuilder tiny_builder() {
  KnowledgeGraphBuilder builder("tiny", tiny_schema());
  const NoPlace place;
  for (const auto& [id, kind] :
       std::vector<std::pair<const char*, const char*>>{{"vote.one", "vote"},
                                                        {"state.a", "state"},
                                                        {"state.b", "state"},
                                                        {"company.c", "company"},
                                                        {"agreement.pact", "agreement"},
                                                        {"topic.rivers", "topic"}}) {
    builder.add_node({.id = id, .kind = kind, .label = id}, place);
  }
  builder.add_source({.id = "src.two", .title = "Two"}, place);
  builder.add_source({.id = "src.one", .title = "One"}, place);
  return builder;
}

inline KnowledgeGraph built(KnowledgeGraphBuilder builder) {
  auto graph = std::move(builder).build();
  if (!graph) throw std::runtime_error(to_text(graph.error().at(0)));
  return *std::move(graph);
}

}  // namespace entente::test
