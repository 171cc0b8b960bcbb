// SPDX-License-Identifier: Apache-2.0
#include "engine/io/rdf_writer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace entente;
using io::RdfSyntax;
using io::RdfTerm;

namespace {

std::string written(RdfSyntax syntax) {
  std::string text;
  const io::Sink sink = [&](std::string_view piece) { text += piece; };
  io::RdfWriter writer(syntax, {{"a", "urn:a:"}}, sink);
  writer.begin("a:x.", {"a:Thing"});
  writer.add_text("a:says", "\"\\\n\x01\xC3\xA9");
  writer.add_text("a:says", "more");
  writer.add_text("a:says", "");
  writer.add("a:day", {RdfTerm::Kind::literal, "2018", "a:year"});
  writer.add("a:page", {RdfTerm::Kind::iri, "https://example.org/"});
  writer.end();
  writer.begin("a:y", {"a:Thing", "a:Other"});
  writer.end();
  writer.finish();
  return text;
}

}  // namespace

TEST_CASE("Turtle escapes what it must", "[io][rdf_writer]") {
  CHECK(written(RdfSyntax::turtle) ==
        "@prefix a: <urn:a:> .\n\n<urn:a:x.> a a:Thing ;\n"
        "  a:says \"\\\"\\\\\\n\\u0001\xC3\xA9\", \"more\" ;\n  a:day \"2018\"^^a:year ;\n"
        "  a:page <https://example.org/> .\n\na:y a a:Thing, a:Other .\n");
}

TEST_CASE("JSON-LD says the same", "[io][rdf_writer]") {
  CHECK(written(RdfSyntax::json_ld) ==
        "{\"@context\":{\"a\":\"urn:a:\"},\"@graph\":[{\"@id\":\"a:x.\",\"@type\":[\"a:Thing\"],"
        "\"a:says\":[\"\\\"\\\\\\n\\u0001\xC3\xA9\",\"more\"],"
        "\"a:day\":[{\"@value\":\"2018\",\"@type\":\"a:year\"}],"
        "\"a:page\":[{\"@id\":\"https://example.org/\"}]},"
        "{\"@id\":\"a:y\",\"@type\":[\"a:Thing\",\"a:Other\"]}]}\n");
}

TEST_CASE("names and addresses are checked", "[io][rdf_writer]") {
  CHECK(io::rdf_local("state.fra-1_x") == "state.fra-1_x");
  CHECK(io::rdf_local("a b/\xC3\xA9") == "a%20b%2F%C3%A9");
  CHECK(io::is_iri("https://example.org/a?x=1&y=2"));
  for (const char* wrong : {"example.org", "https://a b", "https://a<b>", ":x", "", "http://a\\b"})
    CHECK_FALSE(io::is_iri(wrong));
}
