// SPDX-License-Identifier: Apache-2.0
// The same question without some claims, and the search for few claims that turn its answer.
#pragma once

#include <functional>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/question/part.hpp"

namespace entente::question {

// The inquiry with these claims left out, too.
Inquiry without(const Inquiry& inquiry, const std::vector<ClaimId>& claims);

// The claims of the first pieces that turn the answer, found by halving: as few pieces as do where
// more pieces never turn it back. Empty where not even all of them do.
Expected<std::vector<ClaimId>> fewest(
    const std::vector<std::vector<ClaimId>>& pieces,
    const std::function<Expected<bool>(const std::vector<ClaimId>&)>& turns);

}  // namespace entente::question
