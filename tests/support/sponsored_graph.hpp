// SPDX-License-Identifier: Apache-2.0
// Two resolutions: vote.one of 2017-06-01 was voted on, vote.text of 2018-06-01 has sponsors alone.
// state.a sponsored both and voted yes, state.b sponsored vote.one and abstained, state.c sponsored
// vote.one and did not vote, state.d voted no. company.c takes part in programme.list and nothing
// else, company.e signed the pact.
#pragma once

#include "tests/support/tiny_graph.hpp"

namespace entente::test {

inline KnowledgeGraph sponsored_graph() {
  Schema schema = tiny_schema();
  schema.kinds["programme"] = Role::around;
  schema.relations["sponsored"] = {{"state"}, {"agreement", "vote"}, Aspect::support, 1, {}};
  schema.relations["participant"] = {{}, {"programme"}, Aspect::none, no_stance, {}};
  KnowledgeGraphBuilder builder("sponsored", schema);
  const NoPlace place;
  for (const char* state : {"state.a", "state.b", "state.c", "state.d"})
    builder.add_node({.id = state, .kind = "state", .label = state}, place);
  for (const char* company : {"company.c", "company.e"})
    builder.add_node({.id = company, .kind = "company", .label = company}, place);
  builder.add_node({.id = "agreement.pact", .kind = "agreement", .label = "Pact"}, place);
  builder.add_node({.id = "programme.list", .kind = "programme", .label = "List"}, place);
  builder.add_node({.id = "vote.one", .kind = "vote", .label = "One", .from = "2017-06-01"}, place);
  builder.add_node({.id = "vote.text", .kind = "vote", .label = "Text", .from = "2018-06-01"},
                   place);
  builder.add_source({.id = "src.one", .title = "One"}, place);
  struct Said {
    const char *id, *subject, *relation, *object, *value, *from;
  };
  for (const Said& said :
       std::initializer_list<Said>{{"1", "state.a", "sponsored", "vote.one", "", "[..2017-06-01]"},
                                   {"2", "state.a", "voted", "vote.one", "yes", "2017-06-01"},
                                   {"3", "state.b", "sponsored", "vote.one", "", "[..2017-06-01]"},
                                   {"4", "state.b", "voted", "vote.one", "abstain", "2017-06-01"},
                                   {"5", "state.c", "sponsored", "vote.one", "", "[..2017-06-01]"},
                                   {"6", "state.d", "voted", "vote.one", "no", "2017-06-01"},
                                   {"7", "state.a", "sponsored", "vote.text", "", "[..2018-06-01]"},
                                   {"8", "company.c", "participant", "programme.list", "", "2016"},
                                   {"9", "company.e", "signed", "agreement.pact", "", "2016"}}) {
    builder.add_claim({.id = said.id,
                       .subject = said.subject,
                       .relation = said.relation,
                       .object = said.object,
                       .value = said.value,
                       .from = said.from,
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  }
  return built(std::move(builder));
}

}  // namespace entente::test
