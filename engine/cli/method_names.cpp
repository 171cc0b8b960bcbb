// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/method_names.hpp"

#include <algorithm>

#include "engine/analysis/registry.hpp"
#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"

namespace entente::cli {

const Analysis& method_named(const std::string& name) {
  std::string id = name;
  std::replace(id.begin(), id.end(), '_', '-');
  if (const Analysis* analysis = find_analysis(id)) return *analysis;
  std::vector<std::string> ids;
  for (const Analysis& analysis : analyses()) ids.emplace_back(analysis.method.id);
  throw CommandLineError{{error("C105", "unknown method '" + name + "'",
                                did_you_mean(id, ids, "`entente methods` lists them"))}};
}

}  // namespace entente::cli
