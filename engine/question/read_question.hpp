// SPDX-License-Identifier: Apache-2.0
// Reads question files. Codes, beside those of the JSON (J1) and of the schema (J2): Q201 unknown
// part or method, Q202 two parts, Q203 a null model that the part does not have, Q204 an unknown
// slot, Q205 not a date, Q206 from and to belong to changes; and those of wrong parameters (P).
#pragma once

#include <string>
#include <string_view>

#include "engine/base/expected.hpp"
#include "engine/question/question.hpp"

namespace entente {

// The published JSON Schema of question files, as text.
std::string_view question_schema();

Expected<Question> read_question(std::string text, std::string file);

}  // namespace entente
