// SPDX-License-Identifier: Apache-2.0
// Which format the ending of a file's name means, and what writes it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/expected.hpp"
#include "engine/io/export_report.hpp"
#include "engine/io/rdf_writer.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::cli {

using GraphWriter = Expected<io::ExportReport> (*)(const PropertyGraph&, const io::Sink&);

struct GraphFormat {
  std::string_view ending;
  GraphWriter write;  // null where the format is only read, or holds claims
  // For the reference: what a file of it holds, and what it, or who reads it, does not.
  std::string_view keeps, loses;
  bool is_read = true;
  std::string_view default_view = "knowledge";  // of a data set
  bool has_partition = false;                   // a .clu beside it
  bool positive_weights = false;                // others need a sign of their own
  bool has_places = true;                       // for nodes, in a picture
  // Of formats that hold the claims of a data set and no graph.
  std::optional<io::RdfSyntax> claims{};
};

// All of them, also what is only read; the longest ending first.
std::span<const GraphFormat> graph_formats();

// The format of the file, by the longest ending that is known, with or without .gz; throws
// CommandLineError where there is none that is written.
const GraphFormat& graph_format_of(const std::string& file);

bool is_compressed(const std::string& file);

// The endings in a sentence, for help.
std::string_view graph_endings();

}  // namespace entente::cli
