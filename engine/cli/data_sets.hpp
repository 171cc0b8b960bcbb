// SPDX-License-Identifier: Apache-2.0
// Where data sets are found: by their folder; else by name in the folder that --dataset names, in
// ./graph_data, in share/entente/graph_data beside the installed program, and in the repository
// from which the program was built.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/base/diagnostic.hpp"

namespace entente::cli {

// `folder` may be empty. None where it is neither a folder nor the name of a data set.
std::optional<std::filesystem::path> find_data_set(const std::string& name,
                                                   const std::string& folder);

// The data set of a command that takes none as an argument: the one that --dataset names, by its
// folder or name, or cyber-norms in the folder that it names.
std::optional<std::filesystem::path> usual_data_set(const std::string& folder);

// Says that there is none of this name, and which ones there are.
Diagnostic no_data_set(const std::string& name, const std::string& folder);

}  // namespace entente::cli
