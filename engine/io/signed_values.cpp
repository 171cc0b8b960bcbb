// SPDX-License-Identifier: Apache-2.0
#include "engine/io/signed_values.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/number_text.hpp"

namespace entente::io {

bool add_signed_values(AttributeTable& edges, const std::vector<double>& values, bool weighted) {
  const bool has_signs = std::any_of(values.begin(), values.end(), [](double v) { return v <= 0; });
  const std::size_t weight = weighted ? edges.column("weight", AttributeType::real) : 0;
  const std::size_t sign = has_signs ? edges.column("sign", AttributeType::integer) : 0;
  for (std::uint32_t e = 0; e < values.size(); ++e) {
    const double value = values[e];
    if (weighted) edges[weight].add(e, number_text(value == 0 ? 1 : std::abs(value)));
    if (has_signs) edges[sign].add(e, value > 0 ? "1" : value < 0 ? "-1" : "0");
  }
  return has_signs;
}

}  // namespace entente::io
