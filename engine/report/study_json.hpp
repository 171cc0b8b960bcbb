// SPDX-License-Identifier: Apache-2.0
// A study as JSON: its tables (results.json), and how it was made (manifest.json).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/analysis/result.hpp"
#include "engine/io/json.hpp"
#include "engine/study/study.hpp"

namespace entente {

// "filters": {"known_by","kinds","items","countries","without"}; null and empty: nothing is left
// out.
void write_filters(io::JsonWriter& json, const Projection& projection);

// {"data_set","digest","as_of","dates","projection","filters","agreement_of_date_choices",
//  "views":[{"view","cautions"}],"tables":[{"name","caption","columns"}]}
std::string results_json(const KnowledgeGraph& graph, const Study& study,
                         const std::vector<Table>& tables);

struct Manifest {
  std::string version, data_set, data_digest;
  std::vector<std::pair<std::string, std::string>> inputs, outputs;  // file, SHA-256
  Projection projection;
  std::string effort;
  std::uint64_t seed = 1;
  std::uint32_t overruled_claims = 0;
  std::vector<std::pair<std::string, double>>
      seconds;  // the only part that differs between equal runs
};
std::string manifest_json(const Manifest& manifest);

}  // namespace entente
