// SPDX-License-Identifier: Apache-2.0
#include "engine/question/ask.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/base/assert.hpp"
#include "engine/projection/two_mode.hpp"
#include "engine/question/measured.hpp"
#include "engine/question/other_choices.hpp"
#include "engine/question/sentence.hpp"

namespace entente {
namespace {

using Words = std::vector<std::string>;

// What the question's own view names and the data set does not have.
Words lacking(const KnowledgeGraph& graph, const QuestionView& view) {
  std::set<std::string_view> kinds, sources;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) kinds.insert(graph.kind(NodeId{n}));
  for (const Source& source : graph.sources()) sources.insert(graph.text(source.id));
  Words problems;
  const auto complain = [&](const char* what, const std::string& word) {
    problems.push_back(fmt::format("the data set has no {} '{}'", what, word));
  };
  const auto none_of = [&](const Words& words) {
    return !words.empty() && std::none_of(words.begin(), words.end(),
                                          [&](const auto& word) { return kinds.contains(word); });
  };
  // One kind of several will do: a data set need not have all.
  if (none_of(view.kinds))
    problems.push_back(
        fmt::format("the data set has no actors of kind {}", fmt::join(view.kinds, ", ")));
  if (view.items.empty() && none_of(view.item_kinds))
    problems.push_back(
        fmt::format("the data set has no items of kind {}", fmt::join(view.item_kinds, ", ")));
  for (const std::string& item : view.items) {
    if (!graph.find(item)) complain("item", item);
  }
  for (const std::string& relation : view.relations) {
    if (graph.schema().relation(relation) == nullptr) complain("relation", relation);
  }
  for (const std::string& source : view.without) {
    if (!sources.contains(source)) complain("source", source);
  }
  return problems;
}

Words items_of_kinds(const KnowledgeGraph& graph, const Words& kinds) {
  Words items;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    if (std::find(kinds.begin(), kinds.end(), graph.kind(NodeId{n})) != kinds.end())
      items.emplace_back(graph.id(NodeId{n}));
  }
  return items;
}

Expected<Finding> find(const Question& question, const Inquiry& inquiry) {
  Finding finding;
  if (const Part* const part = find_part(question.part)) {
    auto found = part->find(inquiry);
    if (!found) return found.error();
    finding = *std::move(found);
    if (!finding.told) return finding;
  }
  if (!question.methods.empty()) {
    if (const Diagnostics problems = add_measured(question, inquiry, finding); !problems.empty())
      return problems;
  }
  return finding;
}

std::string sentence_of(const Question& question, const Inquiry& inquiry, const Finding& finding) {
  if (!finding.told) return "The data cannot tell: " + finding.why + ".";
  Slots slots = finding.slots;
  slots["day"] = to_text(*inquiry.projection.as_of);
  slots["data_set"] = inquiry.graph.name();
  const TwoMode view = project_two_mode(inquiry.graph, inquiry.projection);
  std::set<NodeId> actors, items;
  for (const Stand& stand : view.stands) {
    if (stand.stance == no_stance) continue;
    actors.insert(stand.actor);
    items.insert(stand.item);
  }
  slots["actors"] = std::to_string(actors.size());
  slots["items"] = std::to_string(items.size());
  return filled(question.answer, slots);
}

}  // namespace

Projection projection_of(const KnowledgeGraph& graph, const Question& question,
                         const Asking& asking) {
  const QuestionView& view = question.view;
  Projection projection = asking.projection;
  projection.name = question.id;
  const auto fill = [](Words& words, const Words& otherwise) {
    if (words.empty()) words = otherwise;
  };
  fill(projection.actor_kinds, view.kinds);
  fill(projection.items, view.items);
  if (projection.items.empty() && !view.item_kinds.empty())
    projection.items = items_of_kinds(graph, view.item_kinds);
  fill(projection.countries, view.countries);
  fill(projection.without, view.without);
  projection.relations = view.relations;
  if (!asking.dates_given) projection.certain_dates = view.certain_dates;
  if (!projection.known_by) projection.known_by = view.known_by;
  if (!projection.as_of) projection.as_of = view.as_of;
  if (!projection.as_of) {
    const Day day = asking.reference_day.value_or(graph.snapshot());
    projection.as_of = std::min(day, projection.known_by.value_or(day));
  }
  return projection;
}

Expected<QuestionAnswer> ask(const KnowledgeGraph& graph, const Question& question,
                             const Asking& asking, const Context& context) {
  QuestionAnswer answer;
  answer.id = question.id;
  answer.asks = question.asks;
  answer.command = asking.command;
  const Part* const part = find_part(question.part);
  const std::string default_model =
      part == nullptr || part->null_models.empty() ? "" : std::string(part->null_models.front());
  const Inquiry inquiry{
      .graph = graph,
      .projection = projection_of(graph, question, asking),
      .params = question.params,
      .null_model = question.null_model.empty() ? default_model : question.null_model,
      .from = asking.from ? asking.from : question.compare.from,
      .to = asking.to                 ? asking.to
            : asking.projection.as_of ? asking.projection.as_of
                                      : question.compare.to,
      .context = context};
  const auto sentence = [&](const Inquiry& asked, const Finding& found) {
    return sentence_of(question, asked, found);
  };
  Finding finding;
  if (Words problems = lacking(graph, question.view); !problems.empty()) {
    finding = cannot_tell(fmt::format("{}", fmt::join(problems, "; ")));
    finding.missing = std::move(problems);
  } else {
    auto found = find(question, inquiry);
    if (!found) return found.error();
    finding = *std::move(found);
  }
  answer.finding = sentence(inquiry, finding);
  answer.told = finding.told;
  if (finding.told) {
    auto others = other_choices(
        question, inquiry, finding, [&](const Inquiry& other) { return find(question, other); },
        sentence);
    if (!others) return others.error();
    answer.choices = std::move(others->choices);
    answer.choices_left_out = others->left_out;
  }
  answer.tables = std::move(finding.tables);
  answer.uncertainty = std::move(finding.uncertainty);
  answer.flip = std::move(finding.flip);
  answer.missing = std::move(finding.missing);
  // Each claim once, where it first counts.
  std::set<ClaimId> seen;
  for (const ClaimId claim : finding.claims) {
    if (seen.insert(claim).second) answer.claims.push_back(claim);
  }
  return answer;
}

}  // namespace entente
