// SPDX-License-Identifier: Apache-2.0
// A data set in which two blocs of states stand against each other.
#pragma once

#include <string>
#include <vector>

#include "tests/support/tiny_graph.hpp"

namespace entente::test {

// Twelve states in two blocs of six that answer each of `votes` roll calls in opposite ways; all of
// the west but one signed the pact, that one and one of the east are said to have declined it.
inline KnowledgeGraph two_blocs(int votes) {
  const NoPlace place;
  auto builder = tiny_builder();
  std::vector<std::string> names, ids;
  names.reserve(40);
  ids.reserve(400);
  const auto say = [&](const std::string& subject, const char* relation, const std::string& object,
                       const char* value = "") {
    ids.push_back(std::to_string(ids.size()));
    builder.add_claim({.id = ids.back(),
                       .subject = subject,
                       .relation = relation,
                       .object = object,
                       .value = value,
                       .from = "2017",
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  };
  for (int v = 0; v < votes; ++v) {
    names.push_back("vote.v" + std::to_string(v));
    builder.add_node({.id = names.back(), .kind = "vote", .label = names.back()}, place);
  }
  for (const char bloc : {'e', 'w'}) {
    for (int k = 0; k < 6; ++k) {
      names.push_back(std::string("state.") + bloc + std::to_string(k));
      const std::string state = names.back();
      builder.add_node({.id = state, .kind = "state", .label = state}, place);
      for (int v = 0; v < votes; ++v)
        say(state, "voted", "vote.v" + std::to_string(v), bloc == 'w' ? "no" : "yes");
      if (bloc == 'w' || k == 0) say(state, k == 0 ? "declined" : "signed", "agreement.pact");
    }
  }
  return built(std::move(builder));
}

}  // namespace entente::test
