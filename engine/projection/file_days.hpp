// SPDX-License-Identifier: Apache-2.0
// The days that a graph file names.
//
//   edges  time, or dates ("2018-11 until 2020", as our exports have it): when the edge began
//   nodes  from and until: when it existed
//
// Dates as engine/base/date.hpp reads them. A blank or anything else is an unknown day, never
// today; a note counts the texts that are no dates.
#pragma once

#include <string>

#include "engine/base/diagnostic.hpp"
#include "engine/graph/view.hpp"
#include "engine/model/property_graph.hpp"

namespace entente {

// Fills list.days and list.life, by the edges and nodes of the file, where it has such columns.
void set_file_days(const PropertyGraph& graph, const std::string& file, EdgeList& list,
                   Diagnostics& notes);

}  // namespace entente
