// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_options.hpp"

#include <charconv>

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"

namespace entente::cli {

void add_run_options(CLI::App& app, RunOptions& options) {
  const std::string group = "Computation";
  app.add_option("--effort", options.effort, "fewer or more restarts and replicates, nothing else")
      ->type_name("quick|default|thorough")
      ->group(group);
  app.add_option("--seed", options.seed, "of the random numbers (default 1)")
      ->check([](const std::string& text) {
        std::uint64_t seed = 0;
        const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), seed);
        return wrong == std::errc() && end == text.data() + text.size()
                   ? std::string()
                   : "'" + text + "' is no seed; expected a whole number from 0 to 2^64 - 1";
      })
      ->type_name("N")
      ->group(group);
  app.add_option("--threads", options.threads, "default: all; never changes a result")
      ->type_name("N")
      ->group(group);
}

Context RunOptions::context(std::stop_token stop) const {
  Context context;
  context.seed = seed;
  context.threads = threads;
  context.stop = std::move(stop);
  if (effort == "quick") {
    context.effort = Effort::quick;
  } else if (effort == "thorough") {
    context.effort = Effort::thorough;
  } else if (effort != "default") {
    throw CommandLineError{
        {error("C104", "--effort is '" + effort + "', expected quick, default or thorough",
               did_you_mean(effort, {"quick", "default", "thorough"}))}};
  }
  return context;
}

Diagnostics RunOptions::notes() const {
  Diagnostics notes;
  if (effort != "default") notes.push_back(note("C201", "effort " + effort));
  if (seed != 1) notes.push_back(note("C202", "seed " + std::to_string(seed)));
  return notes;
}

}  // namespace entente::cli
