// SPDX-License-Identifier: Apache-2.0
// Singular values of a two-mode graph: how strongly actors and items move together, axis by axis.
//
//   A = U diag(sigma) V^T      as many sigma as the smaller side has nodes, descending
//
// Input    two-mode; directions are not looked at; a roll call is a yes and a no item; parallel
//          edges count once; weights only if called strengths (parallels add up). Cells that could
//          not be seen are 0 in A, as in the other two-mode centralities.
// Output   `singular_values`: the values by number; those lost in rounding are 0.
// Cost     O(n m^2), m the smaller side, of up to 1,000 nodes.
// Method   orthogonal triangulation, some rows at a time, then the values of the triangle: the
//          squares A^T A, which lose half of the digits, are not formed.

#include <Eigen/QR>
#include <Eigen/SVD>
#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/strengths.hpp"

namespace entente::structure {
namespace {

using Dense = Eigen::MatrixXd;

constexpr std::uint32_t most_columns = 1'000;

// A triangle with the singular values of the table whose columns are the smaller side.
Dense triangle(const View& view, const Context& context) {
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  std::vector<std::vector<std::pair<std::uint32_t, double>>> rows(
      std::max(table.actors(), table.items()));
  const bool by_actor = table.actors() >= table.items();
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) {
      const double value = weights.empty() ? 1.0 : weights[next++];
      rows[by_actor ? i : j].emplace_back(by_actor ? j : i, value);
    }
  }
  const auto columns = static_cast<Eigen::Index>(std::min(table.actors(), table.items()));
  const std::size_t at_once = 256 + static_cast<std::size_t>(columns);
  Dense r = Dense::Zero(columns, columns);
  for (std::size_t begin = 0; begin < rows.size(); begin += at_once) {
    context.check_stop();
    context.report("rows", static_cast<double>(begin), static_cast<double>(rows.size()));
    const std::size_t end = std::min(rows.size(), begin + at_once);
    Dense block = Dense::Zero(columns + static_cast<Eigen::Index>(end - begin), columns);
    block.topRows(columns) = r;
    for (std::size_t k = begin; k < end; ++k) {
      for (const auto& [column, value] : rows[k]) {
        block(columns + static_cast<Eigen::Index>(k - begin), column) = value;
      }
    }
    const Eigen::HouseholderQR<Eigen::Ref<Dense>> qr(block);
    r = qr.matrixQR().topRows(columns).triangularView<Eigen::Upper>();
  }
  return r;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const std::uint32_t count = std::min(view.actor_count(), view.item_count());
  if (count > most_columns) {
    return error("A395",
                 "the smaller side has " + std::to_string(count) +
                     " nodes; all singular values need a dense table, and the limit is " +
                     std::to_string(most_columns),
                 "take a part of the graph; two-mode-eigenvector gives the first one");
  }
  std::vector<double> values;
  if (count > 0) {
    const Dense r = triangle(view, context);
    context.check_stop();
    const Eigen::VectorXd sigma = Eigen::BDCSVD<Dense>(r).singularValues();
    const double rounding = sigma[0] * count * std::numeric_limits<double>::epsilon();
    for (const double value : sigma) values.push_back(value > rounding ? value : 0);
  }
  std::vector<std::int64_t> number(values.size());
  std::iota(number.begin(), number.end(), 1);
  return Outcome{{{"singular_values",
                   "Singular values of the table",
                   {{"number", "", "1 is the largest", std::move(number)},
                    {"singular_values", "", "descending", std::move(values)}}}},
                 {}};
}

}  // namespace

Analysis singular_values() {
  return {.method = {.id = "singular-values",
                     .title = "Singular values of a two-mode graph",
                     .formula = "A = U diag(sigma) V^T",
                     .convention = "descending, as many as the smaller side has nodes; values lost "
                                   "in rounding are 0; parallel edges count once, unless weights "
                                   "are strengths",
                     .cost = "O(n m^2), m the smaller side",
                     .citations = {{"G. H. Golub and C. Reinsch (1970), Singular value "
                                    "decomposition and least squares solutions, Numerische "
                                    "Mathematik 14",
                                    "10.1007/BF02163027"}}},
          .needs = {.two_mode = true, .endorsements = true, .strengths = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
