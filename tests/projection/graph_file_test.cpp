// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/graph_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

struct Said {
  const char *from, *until, *recorded;
};

// state.a signed the pact, as often as `claims` says.
KnowledgeGraph signed_pact(const std::vector<Said>& claims) {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  const char* ids[] = {"1", "2", "3"};
  for (std::size_t k = 0; k < claims.size(); ++k) {
    builder.add_claim({.id = ids[k],
                       .subject = "state.a",
                       .relation = "signed",
                       .object = "agreement.pact",
                       .from = claims[k].from,
                       .until = claims[k].until,
                       .recorded = claims[k].recorded,
                       .source = k == 0 ? "src.one" : "src.two"},
                      place);
  }
  return test::built(std::move(builder));
}

std::string cell(const PropertyGraph& file, const char* column, std::size_t edge = 0) {
  return file.edge_attribute(column)->text(edge);
}

}  // namespace

TEST_CASE("each claim is an edge, or each relation", "[projection][graph_file]") {
  const KnowledgeGraph graph =
      signed_pact({{"2018-11-12", "", "2018-11-13"}, {"2018-11-12", "", "2019"}});
  const PropertyGraph claims = knowledge_file(graph, Flavour::claims).file;
  CHECK(claims.node_ids.size() == 6);
  REQUIRE(claims.source.size() == 2);
  CHECK(claims.edge_ids == std::vector<std::string>{"c-1", "c-2"});
  CHECK(cell(claims, "sources", 0) == "src.one");
  CHECK(cell(claims, "sources", 1) == "src.two");

  const PropertyGraph relations = knowledge_file(graph, Flavour::gephi).file;
  REQUIRE(relations.source.size() == 1);
  CHECK(relations.node_ids[relations.source[0]] == "state.a");
  CHECK(relations.node_ids[relations.target[0]] == "agreement.pact");
  CHECK(relations.edge_ids[0] == "c-2");  // recorded last, so it rules
  CHECK(cell(relations, "n_claims") == "2");
  CHECK(cell(relations, "sources") == "src.one|src.two");
  CHECK(cell(relations, "sign") == "1");
  CHECK(cell(relations, "weight") == "1");

  const PropertyGraph bare = knowledge_file(graph, Flavour::bare).file;
  CHECK(bare.node_ids == relations.node_ids);
  CHECK((bare.source == relations.source && bare.target == relations.target));
  CHECK(bare.edge_attributes.empty());
}

TEST_CASE("an edge begins with the earliest day that a claim names", "[projection][graph_file]") {
  const auto begins = [](const std::vector<Said>& claims) {
    return cell(knowledge_file(signed_pact(claims), Flavour::gephi).file, "valid_from");
  };
  CHECK(begins({{"2018-11-12", "", "2019"}, {"2019-01-01", "", "2019"}}) == "2018-11-12");
  CHECK(begins({{"[..2019-09-16]", "", "2019"}, {"2018-11-12", "", "2019"}}) == "2018-11-12");
  CHECK(begins({{"", "", "2019"}, {"2018-11-12", "", "2019"}}) == "2018-11-12");
  CHECK(begins({{"2018-11", "", "2019"}}) == "2018-11-01");
  CHECK(begins({{"[..2019-09-16]", "", "2019"}}) == "2019-09-16");
  CHECK(begins({{"", "", "2019"}}).empty());
}

TEST_CASE("an edge ends with the latest end that a claim states", "[projection][graph_file]") {
  const auto ends = [](const std::vector<Said>& claims) {
    return cell(knowledge_file(signed_pact(claims), Flavour::gephi).file, "valid_to");
  };
  CHECK(ends({{"2018", "", "2019"}}).empty());
  CHECK(ends({{"2018", "2026-01-07", "2026"}}) == "2026-01-06");  // the end is exclusive
  CHECK(ends({{"2018", "", "2019"}, {"2018", "2026-01-07", "2026"}}) == "2026-01-06");
  CHECK(ends({{"2018", "2025-01-01", "2026"}, {"2018", "2026-01-07", "2026"}}) == "2026-01-06");
}

TEST_CASE("a relation that held more than once has its spells", "[projection][graph_file]") {
  const auto spells = [](const std::vector<Said>& claims) {
    const PropertyGraph file = knowledge_file(signed_pact(claims), Flavour::gephi).file;
    const Attribute* column = file.edge_attribute("valid_spells");
    return column == nullptr ? "none" : column->text(0);
  };
  CHECK(spells({{"2018-01-01", "2019-01-01", "2019"}, {"2020-01-01", "", "2020"}}) ==
        "2018-01-01/2018-12-31|2020-01-01/");
  CHECK(spells({{"2020", "2021", "2021"}, {"", "2019-01-01", "2020"}}) ==
        "/2018-12-31|2020-01-01/2020-12-31");
  CHECK(spells({{"2018", "2019", "2019"}, {"2019", "2020", "2020"}}) == "none");  // they touch
  CHECK(spells({{"2018", "", "2019"}, {"2019", "2020", "2020"}}) == "none");
  CHECK(spells({{"", "", "2019"}, {"2019", "2020", "2020"}}) == "none");
}

TEST_CASE("a file says when its nodes began and ended, where that is known",
          "[projection][graph_file]") {
  const PropertyGraph without = knowledge_file(signed_pact({}), Flavour::gephi).file;
  CHECK(without.node_attribute("existed_from") == nullptr);
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_node({.id = "state.old",
                    .kind = "state",
                    .label = "Old",
                    .from = "1918-10",
                    .until = "1993-01-01"},
                   place);
  const PropertyGraph file = knowledge_file(test::built(std::move(builder)), Flavour::gephi).file;
  for (std::size_t v = 0; v < file.node_ids.size(); ++v) {
    const bool old = file.node_ids[v] == "state.old";
    CHECK(file.node_attribute("existed_from")->text(v) == (old ? "1918-10-01" : ""));
    CHECK(file.node_attribute("existed_to")->text(v) == (old ? "1992-12-31" : ""));
  }
}

TEST_CASE("the claims that a file shows are its edges of flavour claims",
          "[projection][graph_file]") {
  const KnowledgeGraph graph = signed_pact({{"2018", "", "2018"}, {"2018", "", "2020"}});
  Projection projection;
  projection.known_by = parse_date("2019")->last;
  const DataSetFile file = knowledge_file(graph, Flavour::claims, projection);
  const auto claims = shown_claims(graph, projection, file.node);
  REQUIRE(claims.size() == 1);
  CHECK("c-" + std::string(graph.text(graph.claim(claims[0]).id)) == file.file.edge_ids.at(0));
  CHECK(shown_claims(graph, projection, {}).empty());
}

TEST_CASE("a two-mode file has a roll call once, with the answer as sign",
          "[projection][graph_file]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  const char* state[] = {"state.a", "state.b"};
  const char* value[] = {"yes", "no"};
  const char* id[] = {"1", "2"};
  for (int k = 0; k < 2; ++k) {
    builder.add_claim({.id = id[k],
                       .subject = state[k],
                       .relation = "voted",
                       .object = "vote.one",
                       .value = value[k],
                       .from = "2017",
                       .recorded = "2017",
                       .source = "src.one"},
                      place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  const DataSetFile made = two_mode_file(graph, project_two_mode(graph, states_projection()));
  REQUIRE(made.file.source.size() == 2);
  CHECK(made.file.target[0] == made.file.target[1]);
  CHECK(made.file.node_ids[made.file.target[0]] == "vote.one");
  CHECK(cell(made.file, "sign", 0) == "1");
  CHECK(cell(made.file, "sign", 1) == "-1");
  for (std::size_t n = 0; n < made.node.size(); ++n) {
    const bool item = graph.schema().role(graph.kind(made.node[n])) == Role::item;
    CHECK(made.file.node_attribute("bipartite")->text(n) == (item ? "1" : "0"));
  }
}
