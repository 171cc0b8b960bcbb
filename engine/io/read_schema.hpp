// SPDX-License-Identifier: Apache-2.0
// A data set's schema.json: the kinds of node with their role, and the relations with what they
// join, their aspect and the stance that they stand for.
//
//   {"kinds": {"state": {"role": "actor"}},
//    "relations": {"signed": {"subjects": ["state"], "objects": ["agreement"],
//                             "aspect": "support", "stance": 1},
//                  "voted":  {"aspect": "vote", "stance_of_value": {"yes": 1, "no": -1}}}}
//
// A relation may say `says_absent` (a known 0; of `not-signed` it is true where nothing is said)
// and `makes_eligible` (likewise of `invited`).
//
// Diagnostics: those of the JSON reader; K601 not of this form, K602 unknown role, K603 a relation
// names an unknown kind, K604 unknown aspect, K605 not a stance.
#pragma once

#include <string>

#include "engine/base/expected.hpp"
#include "engine/model/schema.hpp"

namespace entente::io {

Expected<Schema> read_schema(std::string text, std::string file);

}  // namespace entente::io
