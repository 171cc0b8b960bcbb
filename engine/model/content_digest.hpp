// SPDX-License-Identifier: Apache-2.0
// The fingerprint of a knowledge graph: SHA-256 over everything that is said in it and over the
// rules of its schema that results depend on. The order of rows and columns in files, the name of
// the data set and the lines of its files do not count.
#pragma once

#include <string>

#include "engine/model/knowledge_graph.hpp"

namespace entente {

std::string content_digest(const KnowledgeGraph& graph);

}  // namespace entente
