// SPDX-License-Identifier: Apache-2.0
// "France signed Paris Call" as a claim: a verb of the data set between the names of two nodes.
#pragma once

#include <string>

#include "engine/base/expected.hpp"
#include "engine/cli/node_names.hpp"
#include "engine/model/edit.hpp"

namespace entente::cli {

// Of several readings the one whose names are both known counts. A verb that takes its stance from
// a value has it behind: "France voted no A/RES/73/27". Names are looked for among the kinds that
// the verb joins. N104: no verb, or no reading with two known names; N106: a name whose node is of
// a kind that the verb does not join.
Expected<MadeUpClaim> read_made_up_claim(const std::string& text, const KnowledgeGraph& graph,
                                         const NodeNames& names);

}  // namespace entente::cli
