// SPDX-License-Identifier: Apache-2.0
// A folder with the tables of a data set becomes a knowledge graph.
//
// Asked for are schema.json, nodes.csv, sources.csv and claims.csv; read where they are there are
// eligibility.csv, same_as.csv and datapackage.json. A table may be compressed (claims.csv.gz).
// All tables are read, and the problems of all of them reported, before anything is refused.
// Diagnostics: those of each file (F, J, T), of each row (K: engine/model/builder.hpp); K607 a
// table is missing, K608 (warning) a table differs from what datapackage.json says of it, K609
// (warning) no eligibility.csv.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/model/knowledge_graph.hpp"

namespace entente::io {

struct InputFile {
  std::string name;    // from the folder of the data set
  std::string sha256;  // of the table, expanded where it is compressed
};

struct DataSet {
  KnowledgeGraph graph;
  std::string folder, title, licence;
  std::optional<Day> reference_day;  // what questions are about where they name no day
  std::vector<InputFile> files;      // that were read, by name
  Diagnostics notes;                 // warnings; errors would have left no data set
};

// A requested stop throws Stopped.
Expected<DataSet> read_data_set(const std::string& folder, const std::stop_token& stop = {});

}  // namespace entente::io
