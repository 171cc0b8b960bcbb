// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/data_sets.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/suggest.hpp"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

bool is_data_set(const fs::path& folder) {
  std::error_code none;
  return fs::is_regular_file(folder / "schema.json", none) ||
         fs::is_regular_file(folder / "claims.csv", none) ||
         fs::is_regular_file(folder / "claims.csv.gz", none);
}

std::vector<fs::path> places(const std::string& folder) {
  std::vector<fs::path> all;
  if (!folder.empty()) all.emplace_back(folder);
  all.emplace_back("graph_data");
  std::error_code problem;
  const fs::path program = fs::read_symlink("/proc/self/exe", problem);
  if (!problem) {
    all.push_back(program.parent_path() / "../share/entente/graph_data");
    all.push_back(program.parent_path() / "../../graph_data");
  }
  return all;
}

// Neither a folder nor the name of a data set: what it should hold must not come from elsewhere.
bool is_missing(const std::string& folder) {
  std::error_code none;
  return !folder.empty() && !fs::is_directory(folder, none) && !find_data_set(folder, {});
}

}  // namespace

std::optional<fs::path> find_data_set(const std::string& name, const std::string& folder) {
  if (is_missing(folder)) return std::nullopt;
  if (is_data_set(name)) return name;
  for (const fs::path& place : places(folder)) {
    if (is_data_set(place / name)) return (place / name).lexically_normal();
  }
  return std::nullopt;
}

std::optional<fs::path> usual_data_set(const std::string& folder) {
  if (!folder.empty()) {
    if (auto itself = find_data_set(folder, {})) return itself;
  }
  return find_data_set("cyber-norms", folder);
}

Diagnostic no_data_set(const std::string& name, const std::string& folder) {
  if (is_missing(folder)) {
    return error("C205", "no folder '" + folder + "'",
                 "--dataset names a data set, or the folder that it is in");
  }
  std::vector<std::string> names;
  std::string searched;
  for (const fs::path& place : places(folder)) {
    searched += (searched.empty() ? "" : ", ") + place.lexically_normal().string();
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(place, problem)) {
      if (is_data_set(entry.path())) names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return error("C205", "no data set '" + name + "'",
               did_you_mean(name, names, "looked in " + searched));
}

}  // namespace entente::cli
