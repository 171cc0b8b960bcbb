// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/open_data_set.hpp"

#include "engine/cli/complain.hpp"
#include "engine/cli/data_sets.hpp"

namespace entente::cli {

Expected<OpenDataSet> open_data_set(const std::optional<std::filesystem::path>& folder,
                                    const std::string& name, const ProjectionOptions& options,
                                    const Projection& wanted, bool quiet,
                                    const std::stop_token& stop) {
  if (!folder) return no_data_set(name, options.dataset);
  auto data = io::read_data_set(folder->string(), stop);
  if (!data) return data.error();
  if (!quiet) complain(data->notes);
  auto projection = on_data_set(wanted, *data);
  if (!projection) return projection.error();
  return OpenDataSet{*std::move(data), *std::move(projection)};
}

}  // namespace entente::cli
