// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/one_table.hpp"

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/report/csv.hpp"

namespace entente::cli {

std::string table_as_csv(const std::vector<Table>& tables, const std::string& name) {
  std::vector<std::string> names;
  std::string listed;
  for (const Table& table : tables) {
    if (name.empty() || table.name == name) return to_csv(table, View());
    names.push_back(table.name);
    listed += (listed.empty() ? "it has: " : ", ") + table.name;
  }
  throw CommandLineError{
      {error("C106", "no table '" + name + "' in the result", did_you_mean(name, names, listed))}};
}

}  // namespace entente::cli
