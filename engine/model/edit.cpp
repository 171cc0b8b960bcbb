// SPDX-License-Identifier: Apache-2.0
#include "engine/model/edit.hpp"

#include <set>

#include "engine/model/builder.hpp"

namespace entente {
namespace {

const char* coverage_word(Coverage coverage) {
  constexpr const char* words[] = {"complete", "partial", "named"};
  return words[static_cast<std::size_t>(coverage)];
}

std::string stance_text(Stance stance) {
  return stance == no_stance ? std::string() : std::to_string(int{stance});
}

// Rows that were good stay good; those that are added are called by their place in the edit.
class Place final : public RowPlace {
 public:
  explicit Place(std::uint32_t line, const char* what = "") : line_(line), what_(what) {}
  Position at(std::string_view) const override { return {what_, line_, 0}; }
  std::uint32_t line() const noexcept override { return line_; }

 private:
  std::uint32_t line_;
  const char* what_;
};

class Copy {
 public:
  Copy(const KnowledgeGraph& graph, const Edit& edit)
      : graph_(graph),
        edit_(edit),
        gone_(edit.removed.begin(), edit.removed.end()),
        builder_(graph.name(), graph.schema()) {}

  Expected<KnowledgeGraph> make() && {
    for (std::uint32_t n = 0; n < graph_.nodes().size(); ++n) {
      if (!gone_.contains(NodeId{n})) add(graph_.node(NodeId{n}));
    }
    for (const Source& source : graph_.sources()) add(source);
    for (const Claim& claim : graph_.claims()) {
      if (!gone_.contains(claim.subject) && !gone_.contains(claim.object)) add(claim);
    }
    for (const Eligibility& row : graph_.eligibility()) {
      const bool about_gone = row.actor && gone_.contains(*row.actor);
      if (!gone_.contains(row.object) && !about_gone) add(row);
    }
    for (const SameAs& decision : graph_.same_as()) {
      if (gone_.contains(decision.node)) continue;
      builder_.add_same_as({.name = text(decision.name),
                            .list = text(decision.list),
                            .node = graph_.id(decision.node),
                            .decided = decision.same ? "same" : "different",
                            .why = text(decision.why)},
                           Place(0));
    }
    add_made_up();
    return std::move(builder_).build();
  }

 private:
  std::string_view text(Text handle) const { return graph_.text(handle); }

  void add(const Node& node) {
    const std::string from = to_text(node.from), until = to_text(node.until);
    builder_.add_node({.id = text(node.id),
                       .kind = text(node.kind),
                       .label = text(node.label),
                       .country = text(node.country),
                       .category = text(node.category),
                       .aliases = text(node.aliases),
                       .wikidata = text(node.wikidata),
                       .website = text(node.website),
                       .from = from,
                       .until = until,
                       .note = text(node.note)},
                      Place(0));
  }

  void add(const Source& source) {
    builder_.add_source({.id = text(source.id),
                         .title = text(source.title),
                         .author = text(source.author),
                         .publisher = text(source.publisher),
                         .date = text(source.date),
                         .url = text(source.url),
                         .retrieved = text(source.retrieved),
                         .licence = text(source.licence)},
                        Place(0));
  }

  void add(const Claim& claim) {
    const std::string from = to_text(claim.from), until = to_text(claim.until),
                      recorded = to_text(claim.recorded), stance = stance_text(claim.stance);
    std::string_view replaces;
    if (claim.replaces != no_claim) {
      const Claim& other = graph_.claim(claim.replaces);
      if (!gone_.contains(other.subject) && !gone_.contains(other.object))
        replaces = text(other.id);
    }
    builder_.add_claim({.id = text(claim.id),
                        .subject = graph_.id(claim.subject),
                        .relation = text(claim.verb),
                        .object = graph_.id(claim.object),
                        .value = text(claim.value),
                        .stance = stance,
                        .from = from,
                        .until = until,
                        .recorded = recorded,
                        .source = text(graph_.source(claim.source).id),
                        .locator = text(claim.locator),
                        .status = word(claim.status),
                        .replaces = replaces,
                        .note = text(claim.note)},
                       Place(claim.line));
  }

  void add(const Eligibility& row) {
    const std::string from = to_text(row.from), until = to_text(row.until);
    builder_.add_eligibility({.object = graph_.id(row.object),
                              .actor_kind = text(row.actor_kind),
                              .actor = row.actor ? graph_.id(*row.actor) : std::string_view(),
                              .from = from,
                              .until = until,
                              .coverage = coverage_word(row.coverage),
                              .why = text(row.why)},
                             Place(0));
  }

  void add_made_up() {
    if (edit_.added.empty()) return;
    builder_.add_source({.id = "src.what-if", .title = "What if"}, Place(0));
    const std::string from = to_text(edit_.from), recorded = to_text(edit_.recorded);
    for (std::uint32_t k = 0; k < edit_.added.size(); ++k) {
      const MadeUpClaim& claim = edit_.added[k];
      // Before every other id: recorded on the same day, it rules.
      const std::string id = "!what-if-" + std::to_string(k + 1);
      builder_.add_claim({.id = id,
                          .subject = graph_.id(claim.subject),
                          .relation = claim.verb,
                          .object = graph_.id(claim.object),
                          .value = claim.value,
                          .from = from,
                          .recorded = recorded,
                          .source = "src.what-if"},
                         Place(k + 1, "--add"));
    }
  }

  const KnowledgeGraph& graph_;
  const Edit& edit_;
  std::set<NodeId> gone_;
  KnowledgeGraphBuilder builder_;
};

}  // namespace

Expected<KnowledgeGraph> edited(const KnowledgeGraph& graph, const Edit& edit) {
  return Copy(graph, edit).make();
}

}  // namespace entente
