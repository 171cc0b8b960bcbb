// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/projection_options.hpp"

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"

namespace entente::cli {
namespace {

std::vector<std::string> words(const std::string& list) {
  std::vector<std::string> result;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    if (comma > at) result.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return result;
}

}  // namespace

std::optional<Day> read_day(const std::string& option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto span = parse_date(text);
  const bool dated = span && span->first != before_all && span->last != after_all;
  if (!dated || text.starts_with('[')) {
    throw CommandLineError{
        {error("C104", option + " is '" + text + "', expected a date", "such as 2018-12-31")}};
  }
  return span->last;
}

void add_projection_options(CLI::App& app, ProjectionOptions& options) {
  const std::string group = "Data sets";
  const auto add = [&](const char* name, std::string& value, const char* type, const char* help) {
    app.add_option(name, value, help)->type_name(type)->group(group);
  };
  add("--dataset", options.dataset, "FOLDER", "where data sets are looked for first");
  add("--as-of", options.as_of, "DATE",
      "what held on this day (default: the data set's own reference day)");
  add("--known-by", options.known_by, "DATE", "only what was recorded by this day");
  add("--dates", options.dates, "NAME",
      "possible or certain: whether what held only on some reading of its dates counts (default "
      "possible)");
  add("--kinds", options.kinds, "LIST", "kinds of actors, such as state,company");
  add("--items", options.items, "LIST", "ids of agreements, principles or votes");
  add("--countries", options.countries, "LIST", "actors of these countries, such as FRA,DEU");
  add("--without", options.without, "LIST", "ids of sources whose claims are left out");
}

Projection ProjectionOptions::applied_to(Projection projection) const {
  if (!kinds.empty()) projection.actor_kinds = words(kinds);
  if (!items.empty()) projection.items = words(items);
  if (!countries.empty()) projection.countries = words(countries);
  if (!without.empty()) projection.without = words(without);
  projection.as_of = read_day("--as-of", as_of);
  projection.known_by = read_day("--known-by", known_by);
  if (dates != "possible" && dates != "certain") {
    throw CommandLineError{
        {error("C104", "--dates is '" + dates + "', expected possible or certain",
               did_you_mean(dates, {"possible", "certain"}))}};
  }
  projection.certain_dates = dates == "certain";
  return projection;
}

}  // namespace entente::cli
