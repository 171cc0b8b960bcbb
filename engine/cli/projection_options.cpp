// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/projection_options.hpp"

#include <algorithm>
#include <string_view>

#include "engine/base/suggest.hpp"
#include "engine/cli/command.hpp"
#include "engine/projection/check_projection.hpp"

namespace entente::cli {
namespace {

std::vector<std::string> words(const std::string& option, const std::string& list) {
  constexpr const char* blank = " \t\n";
  std::vector<std::string> result;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    const std::string_view word = std::string_view(list).substr(at, comma - at);
    const std::size_t first = word.find_first_not_of(blank);
    if (first != std::string_view::npos) {
      std::string name(word.substr(first, word.find_last_not_of(blank) + 1 - first));
      if (std::find(result.begin(), result.end(), name) == result.end())
        result.push_back(std::move(name));
    }
    at = comma + 1;
  }
  if (result.empty()) {
    throw CommandLineError{{error("C104", option + " is '" + list + "', which names nothing",
                                  "expected are names separated by commas")}};
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
  add("--dates", options.dates, "possible|certain",
      "whether what held only on some reading of its dates counts (default possible)");
  const auto add_list = [&](const char* name, std::string& value, const char* help) {
    app.add_option(name, value, help)
        ->type_name("LIST")
        ->group(group)
        ->multi_option_policy(CLI::MultiOptionPolicy::Join)
        ->delimiter(',')
        ->check([](const std::string& list) {
          return std::string(list.empty() ? "names nothing" : "");
        });
  };
  add_list("--kinds", options.kinds, "kinds of actors, such as state,company");
  add_list("--items", options.items, "ids of agreements, principles or votes");
  add_list("--countries", options.countries, "actors of these countries, such as FRA,DEU");
  add_list("--without", options.without, "ids of sources whose claims are left out");
}

Projection ProjectionOptions::applied_to(Projection projection) const {
  if (!kinds.empty()) projection.actor_kinds = words("--kinds", kinds);
  if (!items.empty()) projection.items = words("--items", items);
  if (!countries.empty()) projection.countries = words("--countries", countries);
  if (!without.empty()) projection.without = words("--without", without);
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

void ProjectionOptions::refuse_all(const char* belong) const {
  refuse_strangers({{"--as-of", !as_of.empty()},
                    {"--known-by", !known_by.empty()},
                    {"--dates", dates != "possible"},
                    {"--kinds", !kinds.empty()},
                    {"--items", !items.empty()},
                    {"--countries", !countries.empty()},
                    {"--without", !without.empty()}},
                   belong);
}

void refuse_strangers(const std::vector<std::pair<const char*, bool>>& given, const char* belong) {
  Diagnostics problems;
  for (const auto& [name, is_given] : given) {
    if (is_given) problems.push_back(error("C109", std::string(name) + " belongs to " + belong));
  }
  if (!problems.empty()) throw CommandLineError{problems};
}

Day usual_day(const Projection& projection, const io::DataSet& data) {
  const Day reference = data.reference_day.value_or(data.graph.snapshot());
  return std::min(reference, projection.known_by.value_or(reference));
}

Expected<Projection> on_data_set(Projection projection, const io::DataSet& data) {
  if (Diagnostics problems = problems_of(projection, data.graph); !problems.empty())
    return problems;
  if (!projection.as_of) projection.as_of = usual_day(projection, data);
  return projection;
}

}  // namespace entente::cli
