// SPDX-License-Identifier: Apache-2.0
// Which part of a data set a question looks at, and on which day: a value that prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"

namespace entente {

struct Projection {
  std::string name = "actors";             // of the view
  std::vector<std::string> actor_kinds{};  // empty: every kind of actor
  std::vector<std::string> items{};        // ids; empty: every item on which someone took a stance
  std::vector<std::string> countries{};    // of actors, ISO 3166-1 alpha-3; empty: all
  std::vector<std::string> without{};      // ids of sources whose claims are left out
  std::vector<std::string> relations{};    // verbs of the claims that count; empty: all
  std::vector<std::string> without_claims{};  // ids of claims that are left out, sorted
  std::optional<Day> as_of{};                 // default: the last day that the data set knows of
  std::optional<Day> known_by{};              // only what was recorded by then
  bool certain_dates = false;                 // leave out what was only possibly held on the day
  bool without_disputed = false;              // where sources contradict each other, know nothing
};

// The three views of the batch run, and what each is called.
Projection states_projection();
Projection companies_projection();
Projection actors_projection();
// "states", "companies", "actors"; nothing for another word.
std::optional<Projection> projection_named(std::string_view name);

// "states as of 2018-12-31, dates possible"
std::string to_text(const Projection& projection);
// What it leaves out: "dates possible, known by 2019-01-01, without src.x"
std::string filters_text(const Projection& projection);

}  // namespace entente
