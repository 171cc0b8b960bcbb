// SPDX-License-Identifier: Apache-2.0
// Two days side by side, for eyes and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "engine/study/comparison.hpp"

namespace entente {

std::string comparison_text(const KnowledgeGraph& graph, const Comparison& comparison,
                            std::size_t width);

// {"data_set","digest","from","to","dates","filters","effort","seed","groups_among",
//  "adjusted_rand","beyond_chance":{"before","after"},"tables"}
std::string comparison_json(const KnowledgeGraph& graph, const Comparison& comparison,
                            const Context& context);

// What became of the groups, in lines; `before` and `after` are how the two sides are called.
std::string groups_text(const ViewGroups& before, const ViewGroups& after,
                        const GroupChanges& changes, const std::string& called_before,
                        const std::string& called_after, std::size_t width);

const char* word(Effort effort) noexcept;

}  // namespace entente
