// SPDX-License-Identifier: Apache-2.0
// Methods of the registry as parts of a question: each is run on the question's view and fills the
// slot of its id with the first three nodes by its value.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/question/part.hpp"
#include "engine/question/question.hpp"

namespace entente {

// Adds tables, slots, claims and, where no part has said one, the headline: whose value is largest.
Diagnostics add_measured(const Question& question, const Inquiry& inquiry, Finding& finding);

}  // namespace entente
