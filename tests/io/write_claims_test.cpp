// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_claims.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/io/json.hpp"
#include "engine/io/read_data_set.hpp"

using namespace entente;

namespace {

io::DataSet tiny() {
  auto data = io::read_data_set(ENTENTE_SOURCE_DIR "/tests/data/tiny");
  if (!data) FAIL(to_text(data.error().front()));
  return *std::move(data);
}

std::string written(const KnowledgeGraph& graph, io::RdfSyntax syntax, std::size_t claim_count) {
  std::vector<NodeId> nodes;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) nodes.push_back(NodeId{n});
  std::vector<ClaimId> claims;
  for (std::uint32_t c = 0; c < claim_count; ++c) claims.push_back(ClaimId{c});
  std::string text;
  io::write_claims(graph, {.nodes = nodes, .claims = claims}, syntax,
                   [&](std::string_view piece) { text += piece; });
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a claim is a statement with its source and dates", "[io][write_claims]") {
  const io::DataSet data = tiny();
  const std::string text = written(data.graph, io::RdfSyntax::turtle, data.graph.claims().size());
  CHECK(contains(text,
                 "\nclaim:c01 a rdf:Statement, prov:Entity ;\n  rdf:subject node:state.arden ;\n"
                 "  rdf:predicate relation:signed ;\n  rdf:object node:agreement.river-pact ;\n"
                 "  term:stance \"1\"^^xsd:integer ;\n"
                 "  term:validFrom \"2016-03-01\"^^xsd:date ;\n"
                 "  term:recorded \"2018-06-30\"^^xsd:date ;\n"
                 "  prov:hadPrimarySource source:src.depositary ;\n"
                 "  term:locator \"line 1\" ;\n  term:status \"asserted\" .\n"));
  CHECK(contains(text, "term:validFrom \"2017\"^^xsd:gYear"));
  CHECK(contains(text, "\nnode:state.arden a kind:state ;\n  rdfs:label \"Arden\""));
  CHECK(contains(text, "@prefix node: <urn:entente:tiny:node:> .\n"));
}

TEST_CASE("only the sources of the claims are written", "[io][write_claims]") {
  const io::DataSet data = tiny();
  CHECK_FALSE(contains(written(data.graph, io::RdfSyntax::turtle, 0), "\nsource:"));
  CHECK(contains(written(data.graph, io::RdfSyntax::turtle, 1), "\nsource:"));
}

TEST_CASE("JSON-LD is JSON with the same subjects", "[io][write_claims]") {
  const io::DataSet data = tiny();
  const std::size_t claims = data.graph.claims().size();
  const auto document = io::parse_json(written(data.graph, io::RdfSyntax::json_ld, claims), "x");
  REQUIRE(document);
  const io::JsonValue* graph = document->root.find("@graph");
  REQUIRE(graph != nullptr);
  CHECK(graph->array()->size() == data.graph.nodes().size() + data.graph.sources().size() + claims);
}
