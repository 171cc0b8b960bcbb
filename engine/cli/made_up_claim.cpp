// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/made_up_claim.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/suggest.hpp"
#include "engine/io/fold_name.hpp"

namespace entente::cli {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t k = first; k < last; ++k) text += (text.empty() ? "" : " ") + words[k];
  return text;
}

std::string verbs_of(const KnowledgeGraph& graph) {
  std::string text = "expected is \"A VERB B\"; verbs that take a stance: ";
  std::string list;
  for (const auto& [verb, relation] : graph.schema().relations) {
    const bool takes = relation.default_stance != no_stance || !relation.stance_of_value.empty();
    if (takes) list += (list.empty() ? "" : ", ") + verb;
  }
  return text + list;
}

bool among(const std::vector<std::string>& kinds, std::string_view kind) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string one_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t k = 0; k < words.size(); ++k)
    text += (k == 0 ? "" : k + 1 == words.size() ? " or " : ", ") + words[k];
  return text;
}

// The node of that name which is of one of the kinds. A name that only others have is told with
// their kind: it is no mistake of spelling.
Expected<NodeId> of_kinds(const std::string& name, const std::vector<std::string>& kinds,
                          const std::string& ends, const KnowledgeGraph& graph,
                          const NodeNames& names) {
  auto found = names.find(name, [&](NodeId node) { return among(kinds, graph.kind(node)); });
  if (found) return found;
  auto other = names.find(name);
  if (!other) return other;
  if (among(kinds, graph.kind(*other))) return found;
  return error("N106",
               fmt::format("'{}' ({}) is of kind {}, which cannot be {}", name, graph.id(*other),
                           graph.kind(*other), ends),
               "it takes a node of kind " + one_of(kinds));
}

}  // namespace

Expected<MadeUpClaim> read_made_up_claim(const std::string& text, const KnowledgeGraph& graph,
                                         const NodeNames& names) {
  const auto words = words_of(text);
  Diagnostics problems;
  bool any_verb = false;
  for (std::size_t k = 1; k + 1 < words.size(); ++k) {
    const std::string verb = io::fold_name(words[k]);
    const RelationKind* relation = graph.schema().relation(verb);
    if (relation == nullptr) continue;
    any_verb = true;
    MadeUpClaim claim{.subject = {}, .object = {}, .verb = verb, .value = {}};
    std::size_t object = k + 1;
    if (!relation->stance_of_value.empty()) {
      const std::string value = io::fold_name(words[object]);
      if (!relation->stance_of_value.contains(value) || object + 1 == words.size()) {
        std::string values;
        for (const auto& [name, stance] : relation->stance_of_value)
          values += (values.empty() ? "" : ", ") + name;
        problems.push_back(error("N104",
                                 "'" + verb + "' lacks what was answered in \"" + text + '"',
                                 "one of " + values + ", behind the verb"));
        continue;
      }
      claim.value = value;
      ++object;
    }
    const auto subject = of_kinds(joined(words, 0, k), relation->subjects,
                                  "the subject of '" + verb + "'", graph, names),
               end = of_kinds(joined(words, object, words.size()), relation->objects,
                              "the object of '" + verb + "'", graph, names);
    if (subject && end) {
      claim.subject = *subject;
      claim.object = *end;
      return claim;
    }
    for (const auto* name : {&subject, &end}) {
      if (!*name) problems.insert(problems.end(), name->error().begin(), name->error().end());
    }
  }
  if (!any_verb) {
    std::vector<std::string> verbs;
    for (const auto& [verb, relation] : graph.schema().relations) verbs.push_back(verb);
    std::string hint;
    for (const std::string& word : words) {
      const auto nearest = nearest_word(word, verbs);
      if (hint.empty() && nearest && word.size() > 3) hint = "did you mean '" + *nearest + "'?";
    }
    return error("N104",
                 "no verb of " + graph.name() + " stands between two names in \"" + text + '"',
                 hint.empty() ? verbs_of(graph) : hint);
  }
  return problems;
}

}  // namespace entente::cli
