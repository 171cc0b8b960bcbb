// SPDX-License-Identifier: Apache-2.0
// A small result with one column of each type and with absent cells: what every face has to show.
#pragma once

#include <limits>

#include "engine/analysis/result.hpp"

namespace entente::test {

// a - b, b - c; c is labelled "Cote, \"C\"" with its circumflex.
inline Result small_result() {
  EdgeList edges;
  edges.keys = {"a", "b", "c"};
  edges.labels = {"a", "b", "C\xc3\xb4te, \"C\""};
  edges.source = {0, 1};
  edges.target = {1, 2};
  Result result;
  result.view = View(std::move(edges));
  result.method = {.id = "two-words",
                   .title = "Two words",
                   .formula = "",
                   .convention = "",
                   .cost = "",
                   .citations = {{"Brandes (2001)", "10.1080/0022250X.2001.9990249"}}};
  result.params = {{"damping", 0.1},
                   {"steps", std::int64_t{3}},
                   {"normalized", true},
                   {"convention", std::string("wf")},
                   {"partition", Value{}}};
  result.params["partition"] = std::shared_ptr<const NodeTable>();
  result.input_digest = "d1";
  result.nodes = 3;
  result.edges = 2;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  result.tables = {{"scores",
                    "Scores of the nodes",
                    {{"node", "", "", std::vector<Vertex>{0, 1, 2}},
                     {"two_words", "share", "", std::vector<double>{0.1, nan, 2.0 / 3}},
                     {"count", "", "", std::vector<std::int64_t>{1, no_integer, 30}},
                     {"why", "", "", std::vector<std::string>{"", "a, b", "said \"no\""}}}},
                   {"summary", "", {{"rounds", "", "", std::vector<std::int64_t>{7}}}}};
  result.notes = {note("T101", "b has no score", "it has no neighbour")};
  return result;
}

}  // namespace entente::test
