// SPDX-License-Identifier: Apache-2.0
// The options that say which part of a data set is looked at, and on which day.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "engine/projection/projection.hpp"

namespace entente::cli {

struct ProjectionOptions {
  std::string dataset;  // the folder with data sets
  std::string as_of, known_by, dates = "possible";
  std::string kinds, items, countries, without;  // separated by commas

  // The projection with these options applied; throws CommandLineError where one cannot be read.
  Projection applied_to(Projection projection) const;
};

// The day that an option names: a month or a year stands for its last day; nothing where the text
// is blank. Throws CommandLineError.
std::optional<Day> read_day(const std::string& option, const std::string& text);

void add_projection_options(CLI::App& app, ProjectionOptions& options);

}  // namespace entente::cli
