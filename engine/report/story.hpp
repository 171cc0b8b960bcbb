// SPDX-License-Identifier: Apache-2.0
// A study as an adviser reads it on a terminal: under 40 lines, 80 columns or as wide as asked.
#pragma once

#include <cstddef>
#include <string>

#include "engine/study/study.hpp"

namespace entente {

std::string story(const KnowledgeGraph& graph, const Study& study, std::size_t width = 80);

}  // namespace entente
