// SPDX-License-Identifier: Apache-2.0
// The options that say which part of a data set is looked at, and on which day.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/projection/projection.hpp"

namespace entente::cli {

struct ProjectionOptions {
  std::string dataset;  // the folder with data sets
  std::string as_of, known_by, dates = "possible";
  std::string kinds, items, countries, without;  // separated by commas; given twice, joined

  // The projection with these options applied; throws CommandLineError where one cannot be read.
  Projection applied_to(Projection projection) const;
  // Throws CommandLineError where any is given (but for --dataset).
  void refuse_all(const char* belong) const;
};

// The day that an option names: a month or a year stands for its last day; nothing where the text
// is blank. Throws CommandLineError.
std::optional<Day> read_day(const std::string& option, const std::string& text);

// Throws CommandLineError that names the options that are given, and what they belong to.
void refuse_strangers(const std::vector<std::pair<const char*, bool>>& given, const char* belong);

// The day that is asked about where none is named: the data set's reference day, or the day that
// the projection knows of where that is earlier, since what nobody had recorded yet accuses nobody.
Day usual_day(const Projection& projection, const io::DataSet& data);

// The projection for this data set, with its day, or what of it the data set does not have.
Expected<Projection> on_data_set(Projection projection, const io::DataSet& data);

void add_projection_options(CLI::App& app, ProjectionOptions& options);

}  // namespace entente::cli
