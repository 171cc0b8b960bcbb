// SPDX-License-Identifier: Apache-2.0
#include "engine/study/dossier.hpp"
#include "engine/study/table_rows.hpp"

namespace entente {
namespace {

const char* held_word(Held held) {
  constexpr const char* words[] = {"no", "possibly", "yes"};
  return words[static_cast<std::size_t>(held)];
}

}  // namespace

Table claims_table(const KnowledgeGraph& graph, const Dossier& dossier) {
  TableRows rows("claims", "Every claim, what becomes of it, and where it is made",
                 {{"claim", std::string{}},         {"subject", std::string{}},
                  {"subject_label", std::string{}}, {"relation", std::string{}},
                  {"object", std::string{}},        {"object_label", std::string{}},
                  {"value", std::string{}},         {"stance", std::int64_t{}},
                  {"from", std::string{}},          {"until", std::string{}},
                  {"held", std::string{}},          {"recorded", std::string{}},
                  {"status", std::string{}},        {"standing", std::string{}},
                  {"replaces", std::string{}},      {"replaced_by", std::string{}},
                  {"source", std::string{}},        {"source_title", std::string{}},
                  {"source_date", std::string{}},   {"locator", std::string{}},
                  {"url", std::string{}},           {"note", std::string{}}});
  const auto id_of = [&](ClaimId claim) { return std::string(graph.text(graph.claim(claim).id)); };
  for (const DossierGroup& group : dossier.groups) {
    for (const DossierEntry& entry : group.entries) {
      const Claim& claim = graph.claim(entry.claim);
      const Source& source = graph.source(claim.source);
      const auto text = [&](Text t) { return std::string(graph.text(t)); };
      rows.add({id_of(entry.claim),
                std::string(graph.id(claim.subject)),
                std::string(graph.label(claim.subject)),
                text(claim.verb),
                std::string(graph.id(claim.object)),
                std::string(graph.label(claim.object)),
                text(claim.value),
                claim.stance == no_stance ? no_integer : std::int64_t{claim.stance},
                to_text(claim.from),
                to_text(claim.until),
                std::string(held_word(entry.held)),
                to_text(claim.recorded),
                std::string(word(entry.status)),
                std::string(word(entry.standing)),
                claim.replaces == no_claim ? std::string() : id_of(claim.replaces),
                entry.replaced_by ? id_of(*entry.replaced_by) : std::string(),
                text(source.id),
                text(source.title),
                text(source.date),
                text(claim.locator),
                text(source.url),
                text(claim.note)});
    }
  }
  return std::move(rows).take();
}

}  // namespace entente
