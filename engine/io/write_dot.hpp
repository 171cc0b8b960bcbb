// SPDX-License-Identifier: Apache-2.0
// Writes DOT, for figures with Graphviz: labels, colours, sizes and places (which neato -n keeps)
// as Graphviz draws them, and the other attributes under names that mean nothing to it.
#pragma once

#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

ExportReport write_dot(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
