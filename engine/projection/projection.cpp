// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/projection.hpp"

namespace entente {

Projection states_projection() { return {.name = "states", .actor_kinds = {"state"}}; }
Projection companies_projection() { return {.name = "companies", .actor_kinds = {"company"}}; }
Projection actors_projection() { return {}; }

std::optional<Projection> projection_named(std::string_view name) {
  if (name == "states") return states_projection();
  if (name == "companies") return companies_projection();
  if (name == "actors" || name == "all") return actors_projection();
  return std::nullopt;
}

std::string filters_text(const Projection& projection) {
  std::string text = projection.certain_dates ? "dates certain" : "dates possible";
  if (projection.known_by) text += ", known by " + to_text(*projection.known_by);
  const auto list = [&](const char* word, const std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      text += i == 0 ? std::string(", ") + word + " " + values[i] : " " + values[i];
    }
  };
  const auto view = projection_named(projection.name);
  if (!view || view->actor_kinds != projection.actor_kinds) list("kinds", projection.actor_kinds);
  list("items", projection.items);
  list("countries", projection.countries);
  list("without", projection.without);
  if (projection.without_disputed) text += ", without what is disputed";
  return text;
}

std::string to_text(const Projection& projection) {
  std::string text = projection.name;
  if (projection.as_of) text += " as of " + to_text(*projection.as_of);
  return text + ", " + filters_text(projection);
}

}  // namespace entente
