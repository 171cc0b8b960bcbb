// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gephi_rules.hpp"

#include <algorithm>
#include <cmath>

namespace entente::io {
namespace {

constexpr std::size_t problem_limit = 20;
constexpr double smallest_weight = 1e-37, largest_weight = 3e38;  // of a 32-bit float, with room

// A whole number that a 32-bit float does not hold.
bool is_rounded(double weight) {
  return weight == std::floor(weight) && static_cast<double>(static_cast<float>(weight)) != weight;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

bool is_null(std::string_view text) {
  return text.size() == 4 && std::equal(text.begin(), text.end(), "null", [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
         });
}

}  // namespace

Diagnostics check_weights(const PropertyGraph& graph, ExportReport& report) {
  Diagnostics problems;
  const Attribute* weight = graph.edge_attribute("weight");
  if (weight == nullptr) return problems;
  for (std::size_t e = 0; e < graph.source.size() && problems.size() < problem_limit; ++e) {
    if (!weight->has(e)) continue;
    const auto value = weight->number(e);
    if (value && *value >= smallest_weight && *value <= largest_weight) {
      if (is_rounded(*value)) ++report.rounded_weights;
      continue;
    }
    problems.push_back(error("E101",
                             "edge '" + graph.node_ids[graph.source[e]] + "' - '" +
                                 graph.node_ids[graph.target[e]] + "' has weight '" +
                                 weight->text(e) + "'",
                             "expected a finite number above 0: Gephi removes other edges; a sign "
                             "has its own attribute, sign (1, 0, -1)"));
  }
  return problems;
}

void count_gephi_text(std::string_view text, GephiPlace place, ExportReport& report) {
  if (is_blank(text) ? !place.keeps_blanks : is_null(text) && !place.is_label) ++report.null_texts;
  if (!place.is_label && text.find("INF") != text.npos) ++report.infinity_texts;
}

}  // namespace entente::io
