// SPDX-License-Identifier: Apache-2.0
// Correspondence analysis: actors and items on the few axes that tell the most about who took what.
//
//   P = A / m, r and c its margins,  S = D_r^-1/2 (P - r c^T) D_c^-1/2 = U D V^T
//   standard D_r^-1/2 U, D_c^-1/2 V; principal = standard * D; inertia D^2
//
// Input    two-mode, endorsements; the yes and no items of a roll call are columns of their own;
//          parallel edges count once; weights only if called strengths (parallels add up).
// Output   coordinates of each node; the inertia of each axis; what was dropped for being empty.
// Mask     a cell that could not be seen is replaced by what independence expects there, so that it
//          moves no point and has no inertia; a note counts them. Parts of the table that no known
//          cell joins cannot stand on one axis: the method refuses.
// Null     coordinates of empty rows and columns, and of axes without inertia.
// Cost     O(n1 n2 min(n1, n2)) up to a million cells; above, O(edges) per step of Lanczos.
// Method   bipartite/correspondence.hpp. Greenacre (2007), Correspondence analysis in practice
#include "engine/bipartite/correspondence.hpp"

#include <cmath>
#include <limits>
#include <numeric>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/number_text.hpp"
#include "engine/bipartite/strengths.hpp"

namespace entente::stance {
namespace {

using bipartite::Correspondence;

constexpr double null = std::numeric_limits<double>::quiet_NaN();

struct Options {
  std::int64_t axes = 2;
  static auto fields() {
    return std::tuple{integer("axes", &Options::axes, 1, 100, "coordinates of each node")};
  }
};

std::vector<double> joined(const std::vector<double>& rows, const std::vector<double>& columns) {
  std::vector<double> all = rows;
  all.insert(all.end(), columns.begin(), columns.end());
  return all;
}

Table coordinates(const View& view, const Correspondence& found, std::size_t axes) {
  std::vector<Column> columns{
      {"mass", "", "share of the table; 0: empty", joined(found.row_mass, found.column_mass)}};
  for (std::size_t k = 0; k < axes; ++k) {
    std::vector<double> standard(view.vertex_count(), null);
    if (k < found.axes.size()) standard = joined(found.axes[k].rows, found.axes[k].columns);
    std::vector<double> principal = standard;
    for (double& x : principal) x *= k < found.axes.size() ? found.axes[k].singular_value : 1;
    const std::string number = std::to_string(k + 1);
    columns.push_back({"standard_" + number, "", "weighted variance 1", std::move(standard)});
    columns.push_back(
        {"principal_" + number, "", "standard times the singular value", std::move(principal)});
  }
  return node_table(view, "Coordinates of actors and items", std::move(columns));
}

Table inertias(const Correspondence& found) {
  std::vector<std::int64_t> axis(found.singular_values.size());
  std::iota(axis.begin(), axis.end(), 1);
  std::vector<double> inertia, share, cumulative;
  double sum = 0;
  for (const double d : found.singular_values) {
    inertia.push_back(d * d);
    sum += d * d;
    share.push_back(d * d / found.total_inertia);
    cumulative.push_back(sum / found.total_inertia);
  }
  return {"inertia",
          "What each axis tells",
          {{"axis", "", "", std::move(axis)},
           {"singular_value", "", "", found.singular_values},
           {"inertia", "", "its square", std::move(inertia)},
           {"share", "", "of the total inertia", std::move(share)},
           {"cumulative", "", "share of this and the axes before it", std::move(cumulative)}}};
}

Diagnostics notes_on(const Correspondence& found, const std::vector<Vertex>& empty,
                     std::size_t axes) {
  Diagnostics notes;
  if (!empty.empty()) {
    notes.push_back(note("A341", std::to_string(empty.size()) +
                                     " empty rows and columns were dropped and have no "
                                     "coordinates; the table `dropped` lists them"));
  }
  if (found.hidden > 0) {
    notes.push_back(note("A342", std::to_string(found.hidden) +
                                     " cells that could not be seen hold what independence "
                                     "expects: they move no point and have no inertia"));
  }
  if (found.unsettled > 1e-6) {
    notes.push_back(warning("A343",
                            "independence on the known cells can only be approached (a row is off "
                            "by " +
                                number_text(found.unsettled) + " of its sum)",
                            "leave out actors and items with few known cells"));
  }
  if (found.axes.size() < axes) {
    notes.push_back(note("A344", "the table has " + std::to_string(found.singular_values.size()) +
                                     " axes with inertia; coordinates on the others are null"));
  }
  for (std::size_t k = 0; k + 1 < found.singular_values.size() && k < axes; ++k) {
    const double d = found.singular_values[k];
    if (d - found.singular_values[k + 1] > 1e-9 * d) continue;
    notes.push_back(note("A345", "axes " + std::to_string(k + 1) + " and " + std::to_string(k + 2) +
                                     " tie: they are one of many pairs of directions in their "
                                     "plane"));
  }
  std::string turned;
  for (std::size_t k = 0; k < found.axes.size(); ++k) {
    if (found.axes[k].sign_by_order) turned += (turned.empty() ? "" : ", ") + std::to_string(k + 1);
  }
  if (!turned.empty()) {
    notes.push_back(note("A346", "both sides of axis " + turned +
                                     " are alike: the first of the outermost rows, by key, stands "
                                     "on the positive one, and other keys may turn it"));
  }
  return notes;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto axes = static_cast<std::uint32_t>(bind<Options>(params).axes);
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  const Correspondence found =
      bipartite::correspondence(table, weights, {.axes = axes, .stop = context.stop});
  if (found.parts > 1) {
    return error("A340",
                 "the table falls into " + std::to_string(found.parts) +
                     " parts that no cell that could be seen joins: nothing says where one part "
                     "stands beside another",
                 "give it one part, such as one kind of actor");
  }
  std::vector<Vertex> empty;
  const std::vector<double> masses = joined(found.row_mass, found.column_mass);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    if (masses[v] == 0) empty.push_back(v);
  }
  Outcome outcome;
  outcome.notes = notes_on(found, empty, axes);
  outcome.tables.push_back(coordinates(view, found, axes));
  outcome.tables.push_back(inertias(found));
  outcome.tables.push_back(
      {"summary",
       "How much there is to tell",
       {{"total_inertia", "", "of all axes", std::vector{found.total_inertia}},
        {"nodes", "", "with coordinates",
         std::vector{std::int64_t{view.vertex_count()} - std::int64_t(empty.size())}},
        {"hidden", "", "cells that could not be seen",
         std::vector{static_cast<std::int64_t>(found.hidden)}}}});
  outcome.tables.push_back(
      {"dropped", "Empty rows and columns", {{"node", "", "key of the node", std::move(empty)}}});
  return outcome;
}

}  // namespace

Analysis correspondence() {
  return {
      .method = {.id = "correspondence",
                 .title = "Correspondence analysis",
                 .formula = "P = A/m with margins r, c; D_r^-1/2 (P - r c^T) D_c^-1/2 = U D V^T; "
                            "standard D_r^-1/2 U and D_c^-1/2 V, principal = standard D, inertia "
                            "D^2",
                 .convention = "the largest absolute row coordinate of an axis is positive (where "
                               "the largest stand on both sides, the longer tail); empty "
                               "rows and columns are dropped and listed; a cell that could not be "
                               "seen holds what independence expects there (reconstitution of "
                               "order 0), so it moves no point and has no inertia",
                 .cost = "O(n1 n2 min(n1, n2)) up to a million cells; larger: O(edges) per step of "
                         "Lanczos",
                 .citations = {{"M. Greenacre (2007), Correspondence analysis in practice, 2nd "
                                "edition, Chapman and Hall",
                                ""},
                               {"O. Nenadic and M. Greenacre (2007), Correspondence analysis in "
                                "R, with two- and three-dimensional graphics: the ca package, "
                                "Journal of Statistical Software 20(3)",
                                ""},
                               {"J. de Leeuw and P. G. M. van der Heijden (1988), Correspondence "
                                "analysis of incomplete contingency tables, Psychometrika 53",
                                ""}}},
      .needs = {.two_mode = true,
                .endorsements = true,
                .default_weight_role = WeightRole::ignore,
                .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::stance
