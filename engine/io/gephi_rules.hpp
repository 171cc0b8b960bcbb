// SPDX-License-Identifier: Apache-2.0
// What Gephi does to values: weights that it removes, texts that it changes.
#pragma once

#include <string_view>

#include "engine/io/export_report.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Each weight that is no number above 0 in 32 bits (E101; twenty at most): Gephi removes the edge.
// Counts those that 32 bits round.
Diagnostics check_weights(const PropertyGraph& graph, ExportReport& report);

// What Gephi leaves as it is there: labels, but for blank ones in GraphML; blanks in GEXF.
struct GephiPlace {
  bool is_label = false, keeps_blanks = false;
};

// Counts a text that Gephi will change or drop.
void count_gephi_text(std::string_view text, GephiPlace place, ExportReport& report);

}  // namespace entente::io
