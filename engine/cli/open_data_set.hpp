// SPDX-License-Identifier: Apache-2.0
// The data set of a command, and the part of it that the command's options ask for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/base/expected.hpp"
#include "engine/cli/projection_options.hpp"
#include "engine/io/read_data_set.hpp"

namespace entente::cli {

struct OpenDataSet {
  io::DataSet data;
  Projection projection;
};

// Reads the folder that was found for `name`, and complains of what is worth a note unless it is to
// be quiet. Diagnostics where there is no such data set, where it is broken, or where it does not
// have what `wanted` asks for. Throws Stopped where that was asked for.
Expected<OpenDataSet> open_data_set(const std::optional<std::filesystem::path>& folder,
                                    const std::string& name, const ProjectionOptions& options,
                                    const Projection& wanted, bool quiet,
                                    const std::stop_token& stop);

}  // namespace entente::cli
