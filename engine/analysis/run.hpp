// SPDX-License-Identifier: Apache-2.0
// Runs an analysis: checks parameters and input, and stamps the result with its origin.
//
// Errors   P101 to P105 of parameters, R101 to R106 of what the method needs and the input is not
//          (two modes, no directions, a table), others as the method's own file says. A requested
//          stop throws Stopped.
// Threads  the result is the same, bit by bit, on any number. The View is only read: several runs
//          may share it.
// Cost     that of the method (method.cost), and O(n + m) for the digest of the input.
#pragma once

#include "engine/analysis/analysis.hpp"

namespace entente {

Expected<Result> run(const Analysis& analysis, const View& view, const Params& params,
                     const Context& context);
Expected<Result> run(const Analysis& analysis, const TextTable& table, const Params& params,
                     const Context& context);

}  // namespace entente
