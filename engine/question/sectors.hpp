// SPDX-License-Identifier: Apache-2.0
// The sectors that a question about bridges joins, and of which of them enough could be seen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/projection/two_mode.hpp"

namespace entente::question {

struct Sectors {
  std::vector<std::string> names;       // "civil society", "firms", "states", ...
  std::vector<std::uint32_t> of_actor;  // by vertex
};

// By kind; or states (with their public authorities), firms (companies and their associations) and
// civil society (with academia), every other kind by itself.
Sectors sectors_of(const TwoMode& view, bool by_kind);

// Whether two items at least could be seen for most actors of a sector that could hold them: else
// nobody can tell who of it bridges anything.
struct SectorSeen {
  bool enough = false;
  bool could = false;               // at least two items are possible for it
  std::vector<std::string> unseen;  // items that could not, most names first: "Tech Accord (why)"
};
std::vector<SectorSeen> seen_sectors(const KnowledgeGraph& graph, const TwoMode& view,
                                     const Sectors& sectors);

// The names of the sectors of which too little could be seen.
std::vector<std::string> unseen_sectors(const Sectors& sectors,
                                        const std::vector<SectorSeen>& seen);

}  // namespace entente::question
