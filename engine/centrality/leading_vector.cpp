// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/leading_vector.hpp"

#include <algorithm>

namespace entente::centrality {
namespace {

constexpr double tie = 1e-11;  // relative: eigenvalues this near are equal

// The rows that cells join, ascending; rows without a cell belong to none.
std::vector<std::vector<Vertex>> parts_of(const Matrix& b) {
  std::vector<std::vector<Vertex>> found;
  std::vector<std::uint8_t> seen(static_cast<std::size_t>(b.rows()), 0);
  for (Vertex start = 0; start < seen.size(); ++start) {
    if (seen[start] != 0) continue;
    std::vector<Vertex> members{start};
    seen[start] = 1;
    bool has_cells = false;
    for (std::size_t k = 0; k < members.size(); ++k) {
      for (Matrix::InnerIterator cell(b, static_cast<Eigen::Index>(members[k])); cell; ++cell) {
        has_cells = true;
        const auto u = static_cast<Vertex>(cell.col());
        if (seen[u] != 0) continue;
        seen[u] = 1;
        members.push_back(u);
      }
    }
    if (!has_cells) continue;
    std::sort(members.begin(), members.end());
    found.push_back(std::move(members));
  }
  return found;
}

}  // namespace

LeadingVector leading_vector(const Matrix& symmetric, const Context& context) {
  const auto parts = parts_of(symmetric);
  LeadingVector leading;
  leading.vector = Eigen::VectorXd::Zero(symmetric.rows());
  std::vector<Vertex> place_of(static_cast<std::size_t>(symmetric.rows()), no_item);
  std::vector<PerronPair> pairs;
  for (const auto& members : parts) {
    context.check_stop();
    leading.joined += members.size();
    pairs.push_back(perron_pair(submatrix(symmetric, members, place_of), context));
    leading.lambda = std::max(leading.lambda, pairs.back().lambda);
  }
  for (std::size_t p = 0; p < parts.size(); ++p) {
    if (pairs[p].lambda < leading.lambda * (1 - tie)) continue;
    ++leading.parts;
    leading.covered += parts[p].size();
    leading.exact = leading.exact && pairs[p].exact;
    const double share = pairs[p].vector.sum();
    for (std::size_t k = 0; k < parts[p].size(); ++k) {
      leading.vector[static_cast<Eigen::Index>(parts[p][k])] =
          share * pairs[p].vector[static_cast<Eigen::Index>(k)];
    }
  }
  return leading;
}

}  // namespace entente::centrality
