// SPDX-License-Identifier: Apache-2.0
// Tables for analyses that read one, and their runs.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"

namespace entente::test {

inline TextTable text_table(std::vector<std::string> header,
                            std::vector<std::vector<std::string>> rows) {
  TextTable table{"table.csv", std::move(header), std::move(rows), {}};
  for (std::size_t r = 0; r < table.rows.size(); ++r) table.lines.push_back(std::uint32_t(r) + 2);
  return table;
}

inline Result run_on_table(std::string_view id, const TextTable& table, const Params& params = {}) {
  auto result = run(*find_analysis(id), table, params, Context{});
  if (!result) throw std::runtime_error(to_text(result.error().front()));
  return *std::move(result);
}

// The diagnostics of a run that must fail.
inline Diagnostics table_failure(std::string_view id, const TextTable& table,
                                 const Params& params = {}) {
  const auto result = run(*find_analysis(id), table, params, Context{});
  if (result) throw std::runtime_error(std::string(id) + " did not refuse");
  return result.error();
}

}  // namespace entente::test
