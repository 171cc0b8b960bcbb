// SPDX-License-Identifier: Apache-2.0
// Writes a data set as linked data with PROV-O, the one format that says who claimed what, when and
// from which source: a node is a thing with names, a source a prov:Entity, and each claim an
// rdf:Statement with its source, its dates, its stance and the claim that it revises. No claim is
// stated as a fact, since claims contradict each other.
//
// A day is an xsd:date, a month xsd:gYearMonth, a year xsd:gYear; an interval in which something
// happened is a text, as in the data set. Names are of the form urn:entente:<data set>:node:<id>.
#pragma once

#include <span>

#include "engine/io/export_report.hpp"
#include "engine/io/rdf_writer.hpp"
#include "engine/model/knowledge_graph.hpp"

namespace entente::io {

// What is written of a data set, in its order; the sources are those of the claims.
struct ClaimSelection {
  std::span<const NodeId> nodes;
  std::span<const ClaimId> claims;
};

ExportReport write_claims(const KnowledgeGraph& graph, const ClaimSelection& selection,
                          RdfSyntax syntax, const Sink& sink);

}  // namespace entente::io
