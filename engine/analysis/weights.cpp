// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/weights.hpp"

#include <cmath>

#include "engine/base/number_text.hpp"
#include "engine/graph/traverse.hpp"

namespace entente {
namespace {

std::string edge_name(const View& view, std::uint32_t edge) {
  return "the edge from '" + view.key(view.source(edge)) + "' to '" + view.key(view.target(edge)) +
         "'";
}

}  // namespace

std::optional<Diagnostic> bad_distances(const View& view) {
  const auto edge = first_bad_distance(view);
  if (!edge) return std::nullopt;
  return error("G101",
               edge_name(view, *edge) + " has the distance " + number_text(view.distance(*edge)) +
                   ", expected a finite number above 0",
               "correct the weight, or ignore weights with --weight ignore");
}

std::optional<Diagnostic> bad_strengths(const View& view) {
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const double strength = view.strength(e);
    if (strength >= 0 && std::isfinite(strength)) continue;
    return error("G102",
                 edge_name(view, e) + " has the strength " + number_text(strength) +
                     ", expected a finite number that is not negative",
                 "correct the weight, or ignore weights with --weight ignore");
  }
  return std::nullopt;
}

}  // namespace entente
