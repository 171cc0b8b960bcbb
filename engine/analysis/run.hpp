// SPDX-License-Identifier: Apache-2.0
// Runs an analysis: checks parameters and input, and stamps the result with its origin.
#pragma once

#include "engine/analysis/analysis.hpp"

namespace entente {

Expected<Result> run(const Analysis& analysis, const View& view, const Params& params,
                     const Context& context);
Expected<Result> run(const Analysis& analysis, const TextTable& table, const Params& params,
                     const Context& context);

}  // namespace entente
