// SPDX-License-Identifier: Apache-2.0
// The options that every computing command has: effort, seed, threads.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <stop_token>
#include <string>

#include "engine/analysis/context.hpp"
#include "engine/base/diagnostic.hpp"

namespace entente::cli {

struct RunOptions {
  std::string effort = "default";
  std::uint64_t seed = 1;
  unsigned threads = 0;

  // Throws CommandLineError where the effort is none.
  Context context(std::stop_token stop) const;
  // What of it is not the default and can change a result, for its notes.
  Diagnostics notes() const;
};

void add_run_options(CLI::App& app, RunOptions& options);

}  // namespace entente::cli
