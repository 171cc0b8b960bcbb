// SPDX-License-Identifier: Apache-2.0
// Asks a part again under each other choice that a question compares with.
#pragma once

#include <functional>
#include <map>

#include "engine/question/answer.hpp"

namespace entente {

struct OtherChoices {
  std::vector<OtherChoice> choices;
  std::uint32_t left_out = 0;  // sources that were not left out in turn
};

using FindBriefly = std::function<Expected<Finding>(const Inquiry&)>;

// `base` was found by the inquiry. A finding holds where its headline and all else that it states,
// but for numbers, are the same; where both divide actors, if the divisions agree, too (an adjusted
// Rand index of at least 0.8); where both name something, if they share half of what either names.
Expected<OtherChoices> other_choices(
    const Question& question, const Inquiry& inquiry, const Finding& base, const FindBriefly& find,
    const std::function<std::string(const Inquiry&, const Finding&)>& sentence);

}  // namespace entente
