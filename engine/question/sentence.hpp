// SPDX-License-Identifier: Apache-2.0
// Sentences with named slots: "{several} of {supporters} actors". A brace of the text itself is
// written twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/question/part.hpp"

namespace entente {

// The slots of a template in its order, with where each begins; a brace that opens or closes
// nothing is a slot with the name "{" or "}".
std::vector<std::pair<std::string, std::size_t>> slots_in(std::string_view sentence);

// The sentence with its slots filled; blanks that an empty slot leaves behind are taken away.
std::string filled(std::string_view sentence, const Slots& slots);

}  // namespace entente
