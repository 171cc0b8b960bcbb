// SPDX-License-Identifier: Apache-2.0
// Graphs for tests: a few edges by hand, published ones, and random ones from a seed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/graph/view.hpp"

namespace entente::test {

struct WeightedEdge {
  Vertex source, target;
  double weight;
};

// Vertices 0..n-1 keep their numbers: keys are zero-padded ("v007").
View graph(std::uint32_t n, const std::vector<std::pair<Vertex, Vertex>>& edges,
           bool directed = false);
View weighted_graph(std::uint32_t n, const std::vector<WeightedEdge>& edges, WeightRole role,
                    bool directed = false);
// Random edges, loops and parallels among them; weights are multiples of 1/8 above 0.
View random_graph(std::uint32_t n, std::uint32_t edges, std::uint64_t seed, bool directed,
                  WeightRole role = WeightRole::ignore);
// The same graph where vertex v has become vertex new_place[v].
View relabelled(const View& view, const std::vector<Vertex>& new_place);
// A permutation of 0..n-1.
std::vector<Vertex> shuffled(std::uint32_t n, std::uint64_t seed);

View path(std::uint32_t n, bool directed = false);
View cycle(std::uint32_t n, bool directed = false);
View complete(std::uint32_t n);
View star(std::uint32_t leaves);  // the centre is vertex 0
// D. Krackhardt, "Assessing the political landscape", Administrative Science Quarterly 35 (1990):
// Andre, Beverley, Carol, Diane, Ed, Fernando, Garth, Heather, Ike, Jane.
View krackhardt_kite();
// W. W. Zachary, "An information flow model for conflict and fission in small groups", Journal of
// Anthropological Research 33 (1977): 34 members, 78 ties; member k is vertex k - 1.
View zachary();
// Marriages of fifteen Florentine families: R. L. Breiger and P. E. Pattison, "Cumulated social
// roles", Social Networks 8 (1986). Keys are the families.
View florentine_families();

// Runs an analysis as a user's call does; throws with the diagnostics where it fails.
Result run_analysis(std::string_view id, const View& view, const Params& params = {},
                    unsigned threads = 1);
// The diagnostics of a run that must fail.
Diagnostics failure(std::string_view id, const View& view, const Params& params = {});
// A column of the first table (or of the table named), integers as reals.
std::vector<double> column(const Result& result, std::string_view name,
                           std::string_view table = {});
bool has_note(const Result& result, std::string_view code);
// Largest absolute difference; infinite where the lengths differ.
double max_gap(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace entente::test
