// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/options.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number_text.hpp"

namespace entente {
namespace {

std::string type_name(const Value& value) {
  static constexpr const char* names[] = {"true or false", "a whole number", "a number", "a text",
                                          "a file"};
  return names[value.index()];
}

std::string list(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void check(const ParamSpec& spec, Value& value, Diagnostics& problems) {
  if (std::holds_alternative<double>(spec.fallback) &&
      std::holds_alternative<std::int64_t>(value)) {
    value = static_cast<double>(std::get<std::int64_t>(value));
  }
  if (value.index() != spec.fallback.index()) {
    problems.push_back(error("P102", "parameter '" + spec.name + "' is " + type_name(value) +
                                         ", expected " + type_name(spec.fallback)));
    return;
  }
  const auto outside = [&](double number, const std::string& text) {
    if (number >= spec.low && number <= spec.high) return;  // false for NaN
    problems.push_back(error("P103", "parameter '" + spec.name + "' is " + text + ", outside [" +
                                         number_text(spec.low) + ", " + number_text(spec.high) +
                                         "]"));
  };
  const double* real = std::get_if<double>(&value);
  // A default that is NaN leaves the choice to the method, whose help says which; no value does so.
  const bool left_open =
      real != nullptr && std::isnan(*real) && std::isnan(std::get<double>(spec.fallback));
  if (real != nullptr && !left_open) outside(*real, number_text(*real));
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    outside(static_cast<double>(*whole), number_text(*whole));
  }
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (!spec.choices.empty() &&
        std::find(spec.choices.begin(), spec.choices.end(), *text) == spec.choices.end()) {
      problems.push_back(error("P104", "parameter '" + spec.name + "' is '" + *text +
                                           "', expected one of: " + list(spec.choices)));
    }
  }
}

}  // namespace

Expected<Params> complete(const Params& given, const std::vector<ParamSpec>& specs) {
  Diagnostics problems;
  Params params;
  for (const ParamSpec& spec : specs) params.emplace(spec.name, spec.fallback);
  for (const auto& entry : given) {  // clang 14 captures no structured binding
    const std::string& name = entry.first;
    const Value& value = entry.second;
    const auto spec = std::find_if(specs.begin(), specs.end(),
                                   [&](const ParamSpec& s) { return s.name == name; });
    if (spec == specs.end()) {
      std::vector<std::string> names;
      for (const ParamSpec& s : specs) names.push_back(s.name);
      problems.push_back(
          error("P101", "unknown parameter '" + name + "'",
                names.empty() ? "this method has no parameters" : "it knows: " + list(names)));
      continue;
    }
    Value checked = value;
    check(*spec, checked, problems);
    params[name] = std::move(checked);
  }
  if (!problems.empty()) return problems;
  return params;
}

}  // namespace entente
