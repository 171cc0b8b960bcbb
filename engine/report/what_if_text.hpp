// SPDX-License-Identifier: Apache-2.0
// What an edit would change, for eyes and for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/study/what_if.hpp"

namespace entente {

// `edits`: what was edited, one line each: "without France", "France signed Paris Call".
std::string what_if_text(const KnowledgeGraph& graph, const WhatIf& found,
                         const std::vector<std::string>& edits, std::size_t width);

// {"data_set","digest","edits","as_of","dates","projection","filters","effort","seed","tables"}
std::string what_if_json(const KnowledgeGraph& graph, const WhatIf& found,
                         const std::vector<std::string>& edits, const Context& context);

}  // namespace entente
