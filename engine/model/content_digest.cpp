// SPDX-License-Identifier: Apache-2.0
#include "engine/model/content_digest.hpp"

#include <initializer_list>
#include <type_traits>

#include "engine/base/digest.hpp"

namespace entente {
namespace {

// Collects fields, each text after its length, and hands them on in large pieces.
class Fields {
 public:
  Fields& add(std::string_view text) {
    add(static_cast<std::int32_t>(text.size()));
    buffer_ += text;
    if (buffer_.size() >= 1U << 16) flush();
    return *this;
  }
  Fields& add(DateSpan span) { return add(span.first.number).add(span.last.number); }
  Fields& add(std::int32_t value) {
    const auto bits = static_cast<std::uint32_t>(value);
    const char bytes[4] = {static_cast<char>(bits), static_cast<char>(bits >> 8),
                           static_cast<char>(bits >> 16), static_cast<char>(bits >> 24)};
    buffer_.append(bytes, 4);
    return *this;
  }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration> Fields& add(Enumeration value) {
    return add(static_cast<std::int32_t>(value));
  }
  std::string hex() {
    flush();
    return digest_.hex();
  }

 private:
  void flush() {
    digest_.add(buffer_);
    buffer_.clear();
  }
  Digest digest_;
  std::string buffer_;
};

void add_schema(Fields& fields, const Schema& schema) {
  fields.add(static_cast<std::int32_t>(schema.kinds.size()));
  for (const auto& [kind, role] : schema.kinds) fields.add(kind).add(role);
  fields.add(static_cast<std::int32_t>(schema.relations.size()));
  for (const auto& [name, relation] : schema.relations) {
    fields.add(name).add(relation.aspect).add(static_cast<std::int32_t>(relation.default_stance));
    fields.add((relation.says_absent ? 1 : 0) + (relation.makes_eligible ? 2 : 0) +
               (relation.one_value ? 4 : 0));
  }
}

}  // namespace

std::string content_digest(const KnowledgeGraph& graph) {
  Fields fields;
  const auto texts = [&](std::initializer_list<Text> list) {
    for (const Text text : list) fields.add(graph.text(text));
  };
  const auto count = [&](std::size_t size) { fields.add(static_cast<std::int32_t>(size)); };
  add_schema(fields, graph.schema());
  count(graph.nodes().size());
  for (const Node& node : graph.nodes()) {
    texts({node.id, node.kind, node.label, node.country, node.category, node.aliases, node.wikidata,
           node.website, node.note});
    fields.add(node.from).add(node.until);
  }
  count(graph.sources().size());
  for (const Source& source : graph.sources()) {
    texts({source.id, source.title, source.author, source.publisher, source.url, source.licence,
           source.date, source.retrieved});
  }
  count(graph.claims().size());
  for (const Claim& claim : graph.claims()) {
    fields.add(graph.id(claim.subject)).add(graph.id(claim.object));
    texts({claim.id, claim.verb, claim.value, claim.locator, claim.note,
           graph.source(claim.source).id});
    fields.add(claim.from).add(claim.until).add(claim.recorded);
    fields.add(static_cast<std::int32_t>(claim.stance)).add(claim.status);
    fields.add(claim.replaces == no_claim ? std::string_view()
                                          : graph.text(graph.claim(claim.replaces).id));
  }
  count(graph.eligibility().size());
  for (const Eligibility& row : graph.eligibility()) {
    fields.add(graph.id(row.object)).add(row.actor ? graph.id(*row.actor) : std::string_view());
    texts({row.actor_kind, row.why});
    fields.add(row.from).add(row.until).add(row.coverage);
  }
  count(graph.same_as().size());
  for (const SameAs& decision : graph.same_as()) {
    texts({decision.name, decision.list, decision.why});
    fields.add(graph.id(decision.node)).add(decision.same ? 1 : 0);
  }
  return fields.hex();
}

}  // namespace entente
