// SPDX-License-Identifier: Apache-2.0
// A View as a dense matrix, for slow second methods.
#pragma once

#include <Eigen/Core>

#include "engine/graph/view.hpp"

namespace entente::test {

// W(u, v): the strengths of the arcs u -> v added; an undirected edge is an arc each way, an
// undirected loop one arc.
inline Eigen::MatrixXd dense_matrix(const View& view) {
  const auto n = static_cast<Eigen::Index>(view.vertex_count());
  Eigen::MatrixXd w = Eigen::MatrixXd::Zero(n, n);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex s = view.source(e), t = view.target(e);
    w(s, t) += view.strength(e);
    if (!view.directed() && s != t) w(t, s) += view.strength(e);
  }
  return w;
}

}  // namespace entente::test
