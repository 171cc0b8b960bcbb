// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/node_names.hpp"

#include <algorithm>

#include "engine/base/suggest.hpp"
#include "engine/io/fold_name.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t most_candidates = 8;

std::string listed(const KnowledgeGraph& graph, const std::vector<NodeId>& nodes) {
  std::string text;
  for (std::size_t k = 0; k < nodes.size() && k < most_candidates; ++k) {
    text += (text.empty() ? "" : ", ") + std::string(graph.id(nodes[k])) + " (" +
            std::string(graph.label(nodes[k])) + ")";
  }
  if (nodes.size() > most_candidates)
    text += " and " + std::to_string(nodes.size() - most_candidates) + " more";
  return text;
}

}  // namespace

NodeNames::NodeNames(const KnowledgeGraph& graph) : graph_(graph) {
  const auto add = [](Index& index, std::string_view name, NodeId node) {
    auto& nodes = index[io::fold_name(name)];
    if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
  };
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const NodeId node{n};
    add(labels_, graph.label(node), node);
    std::string_view aliases = graph.text(graph.node(node).aliases);
    while (!aliases.empty()) {
      const std::size_t end = std::min(aliases.find('|'), aliases.size());
      if (end > 0) add(others_, aliases.substr(0, end), node);
      aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
  }
  for (const SameAs& decision : graph.same_as()) {
    if (decision.same) add(others_, graph.text(decision.name), decision.node);
  }
}

Expected<NodeId> NodeNames::find(std::string_view name,
                                 const std::function<bool(NodeId)>& fits) const {
  const std::string folded = io::fold_name(name);
  if (const auto node = graph_.find(folded)) {
    if (!fits || fits(*node)) return *node;
  }
  std::vector<NodeId> several;
  for (const Index* index : {&labels_, &others_}) {
    const auto found = index->find(folded);
    if (found == index->end()) continue;
    std::vector<NodeId> nodes;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(nodes),
                 [&](NodeId node) { return !fits || fits(node); });
    if (nodes.size() == 1 && several.empty()) return nodes.front();
    for (const NodeId node : nodes) {
      if (std::find(several.begin(), several.end(), node) == several.end()) several.push_back(node);
    }
  }
  if (several.empty()) return unknown(name);
  return ambiguous(name, several);
}

Diagnostic NodeNames::unknown(std::string_view name) const {
  const std::string folded = io::fold_name(name);
  // Names that hold what was typed come before those that are spelled alike.
  std::vector<NodeId> holding;
  std::vector<std::string> known;
  for (std::uint32_t n = 0; n < graph_.nodes().size(); ++n) {
    const NodeId node{n};
    const std::string label = io::fold_name(graph_.label(node));
    if (folded.size() >= 3 && label.find(folded) != std::string::npos) holding.push_back(node);
    known.emplace_back(graph_.id(node));
    known.push_back(label);
  }
  for (const auto& [alias, nodes] : others_) known.push_back(alias);
  std::sort(known.begin(), known.end());
  std::string hint;
  if (!holding.empty()) {
    hint = "did you mean " + listed(graph_, holding) + "?";
  } else if (const auto nearest = nearest_word(folded, known)) {
    const auto node = find(*nearest);
    hint = "did you mean '" + (node ? std::string(graph_.label(*node)) : *nearest) + "'" +
           (node ? " (" + std::string(graph_.id(*node)) + ")?" : "?");
  } else {
    hint = "an id, a label or an alias of the data set is expected";
  }
  return error("N101", "nothing in " + graph_.name() + " is called '" + std::string(name) + "'",
               hint);
}

Diagnostic NodeNames::ambiguous(std::string_view name, const std::vector<NodeId>& nodes) const {
  return error("N102",
               "'" + std::string(name) + "' is the name of " + std::to_string(nodes.size()) +
                   " nodes of " + graph_.name(),
               "give an id: " + listed(graph_, nodes));
}

}  // namespace entente::cli
