// SPDX-License-Identifier: Apache-2.0
// The node that a name on the command line means: an id, a label, an alias, or the spelling of a
// list that was decided to mean it. Case and accents do not count.
//
// N101 nothing has this name; N102 several have it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/model/knowledge_graph.hpp"

namespace entente::cli {

class NodeNames {
 public:
  explicit NodeNames(const KnowledgeGraph& graph);

  // An id means its node alone; a label that one node has beats aliases and spellings. `fits` says
  // which nodes may be meant at all; empty: each.
  Expected<NodeId> find(std::string_view name, const std::function<bool(NodeId)>& fits = {}) const;

 private:
  using Index = std::unordered_map<std::string, std::vector<NodeId>>;
  Diagnostic unknown(std::string_view name) const;
  Diagnostic ambiguous(std::string_view name, const std::vector<NodeId>& nodes) const;

  const KnowledgeGraph& graph_;
  Index labels_, others_;  // by folded name
};

}  // namespace entente::cli
