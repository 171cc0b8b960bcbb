// SPDX-License-Identifier: Apache-2.0
// Whether a JSON document is what a JSON Schema asks for, with the place of all that is not.
//
// Of draft 2020-12: type, enum, required, properties, additionalProperties, propertyNames' pattern,
// minProperties, items, minItems, uniqueItems, pattern, minimum, maximum, and $ref to
// "#/$defs/...". Other members of a schema are read as comments; keeping to these is up to its
// author.
#pragma once

#include "engine/io/json.hpp"

namespace entente::io {

// The description of the part that is not met is the hint. Codes: J201 type, J202 a member is
// missing, J203 a member that nobody reads, J204 not one of the values, J205 not of the form, J206
// out of range, J207 too few, J208 there twice.
Diagnostics schema_problems(const JsonDocument& document, const JsonValue& schema);

}  // namespace entente::io
