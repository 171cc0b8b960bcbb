// SPDX-License-Identifier: Apache-2.0
// A dossier for eyes: what is known in short, then the claims by relation, then their sources.
#pragma once

#include <cstddef>
#include <string>

#include "engine/study/dossier.hpp"

namespace entente {

struct DossierTextOptions {
  std::size_t width = 80;
  std::size_t rows = 10;  // of each relation; 0: all
  bool links = false;     // titles that a terminal opens (OSC 8), instead of addresses beside them
};

std::string dossier_text(const KnowledgeGraph& graph, const Dossier& dossier,
                         const DossierTextOptions& options);

// {"node","other","as_of","dates","filters","claims","left_out","overruled",
//  "retracted","cell","tables"}. `cell` is null but for an actor and an item:
// {"known","stance","only_possible","silence","why"}; `silence` is absent, unknown or impossible.
std::string dossier_json(const KnowledgeGraph& graph, const Dossier& dossier);

}  // namespace entente
