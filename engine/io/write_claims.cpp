// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_claims.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"

namespace entente::io {
namespace {

using Kind = RdfTerm::Kind;

RdfPrefixes prefixes_of(const KnowledgeGraph& graph) {
  const std::string own = "urn:entente:" + rdf_local(graph.name()) + ":";
  return {{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
          {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"},
          {"prov", "http://www.w3.org/ns/prov#"},
          {"dcterms", "http://purl.org/dc/terms/"},
          {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},
          {"term", "urn:entente:term:"},
          {"kind", own + "kind:"},
          {"relation", own + "relation:"},
          {"node", own + "node:"},
          {"source", own + "source:"},
          {"claim", own + "claim:"}};
}

// A date as precise as it is given.
RdfTerm date(std::string text) {
  constexpr std::size_t year = 4, month = 7, day = 10;
  const bool plain = text.find_first_not_of("0123456789-") == text.npos;
  const char* type = !plain                 ? ""
                     : text.size() == day   ? "xsd:date"
                     : text.size() == month ? "xsd:gYearMonth"
                     : text.size() == year  ? "xsd:gYear"
                                            : "";
  return {Kind::literal, std::move(text), type};
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, RdfSyntax syntax, const Sink& sink)
      : graph_(graph), rdf_(syntax, prefixes_of(graph), sink) {}
  ExportReport write(const ClaimSelection& selection);

 private:
  std::string name(const char* prefix, Text text) const {
    return std::string(prefix) + ':' + rdf_local(graph_.text(text));
  }
  void text(const char* property, Text text) { rdf_.add_text(property, graph_.text(text)); }
  void span(const char* property, DateSpan span) {
    if (!span.blank()) rdf_.add(property, date(to_text(span)));
  }
  // A page by its address; what is no address is a text.
  void page(const char* property, Text text) {
    const std::string address(graph_.text(text));
    if (address.empty()) return;
    rdf_.add(property, {is_iri(address) ? Kind::iri : Kind::literal, address});
  }
  void node(NodeId id);
  void source(const Source& source);
  void claim(const Claim& claim);

  const KnowledgeGraph& graph_;
  RdfWriter rdf_;
};

void Writer::node(NodeId id) {
  const Node& node = graph_.node(id);
  rdf_.begin(name("node", node.id), {name("kind", node.kind)});
  text("rdfs:label", node.label);
  for (const std::string& alias : split_list(graph_.text(node.aliases)))
    rdf_.add_text("skos:altLabel", alias);
  text("term:country", node.country);
  text("term:category", node.category);
  if (const std::string_view item = graph_.text(node.wikidata); !item.empty()) {
    rdf_.add("skos:exactMatch", {Kind::iri, "http://www.wikidata.org/entity/" + rdf_local(item)});
  }
  page("foaf:homepage", node.website);
  span("term:existedFrom", node.from);
  span("term:existedUntil", node.until);
  text("rdfs:comment", node.note);
  rdf_.end();
}

void Writer::source(const Source& source) {
  rdf_.begin(name("source", source.id), {"prov:Entity"});
  text("dcterms:title", source.title);
  text("dcterms:creator", source.author);
  text("dcterms:publisher", source.publisher);
  if (const std::string_view day = graph_.text(source.date); !day.empty())
    rdf_.add("dcterms:date", date(std::string(day)));
  page("foaf:page", source.url);
  if (const std::string_view day = graph_.text(source.retrieved); !day.empty())
    rdf_.add("term:retrieved", date(std::string(day)));
  text("dcterms:rights", source.licence);
  rdf_.end();
}

void Writer::claim(const Claim& claim) {
  rdf_.begin(name("claim", claim.id), {"rdf:Statement", "prov:Entity"});
  rdf_.add("rdf:subject", {Kind::name, name("node", graph_.node(claim.subject).id)});
  rdf_.add("rdf:predicate", {Kind::name, name("relation", claim.verb)});
  rdf_.add("rdf:object", {Kind::name, name("node", graph_.node(claim.object).id)});
  text("term:value", claim.value);
  if (claim.stance != no_stance) {
    rdf_.add("term:stance",
             {Kind::literal, number_text(std::int64_t{claim.stance}), "xsd:integer"});
  }
  span("term:validFrom", claim.from);
  span("term:validUntil", claim.until);
  span("term:recorded", claim.recorded);
  rdf_.add("prov:hadPrimarySource", {Kind::name, name("source", graph_.source(claim.source).id)});
  text("term:locator", claim.locator);
  rdf_.add_text("term:status", word(claim.status));
  if (claim.replaces != no_claim)
    rdf_.add("prov:wasRevisionOf", {Kind::name, name("claim", graph_.claim(claim.replaces).id)});
  text("rdfs:comment", claim.note);
  rdf_.end();
}

ExportReport Writer::write(const ClaimSelection& selection) {
  ExportReport report;
  report.nodes = selection.nodes.size();
  report.edges = selection.claims.size();
  for (const NodeId id : selection.nodes) node(id);
  std::vector<SourceId> sources;
  for (const ClaimId id : selection.claims) sources.push_back(graph_.claim(id).source);
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  for (const SourceId id : sources) source(graph_.source(id));
  for (const ClaimId id : selection.claims) claim(graph_.claim(id));
  rdf_.finish();
  report.replaced_characters = rdf_.replaced_characters();
  return report;
}

}  // namespace

ExportReport write_claims(const KnowledgeGraph& graph, const ClaimSelection& selection,
                          RdfSyntax syntax, const Sink& sink) {
  return Writer(graph, syntax, sink).write(selection);
}

}  // namespace entente::io
