// SPDX-License-Identifier: Apache-2.0
// Groups of actors and items that maximise Barber's modularity of a two-mode table,
//
//   Q_B = (1/m) sum over cells (i, j) of one group of (a_ij - e_ij),
//
// where e_ij = k_i d_j / m; with cells that could not be seen, e_ij = r_i c_j on the known cells
// and 0 elsewhere, so that its rows add up to k_i and its columns to d_j (which is the same without
// such cells).
//
// Method   Many restarts. Each climbs from random labels or from Leiden's groups by moves of the
//          smaller side to which the larger one answers, and by merges (best_response.hpp; the idea
//          of Barber 2007, doi:10.1103/PhysRevE.76.066102, and of LPAwb+, Beckett 2016,
//          doi:10.1098/rsos.140536); climbs again after each of some kicks; ends with Leiden
//          refinement (graph/leiden.hpp) and the climb in turns until neither finds more.
// Cost     each climb a few times O(actors x items x groups); above 4 million cells Leiden alone.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/bipartite/incidence.hpp"
#include "engine/graph/leiden.hpp"

namespace entente::bipartite {

// The expected table: e_ij = row_i column_j on known cells.
struct Expectation {
  std::vector<double> row, column;
};

// `weights` stand beside the ones, row by row; empty: all 1. With unseen cells by iterative
// proportional fitting. Tables with the same mask and the same sums have the same expectation.
Expectation expectation(const Incidence& table, std::span<const double> weights = {},
                        const std::stop_token& stop = {});

// The table as Leiden reads it: actors first, then items. H / m is Q_B.
struct BarberModel {
  QualityGraph graph;
  std::uint32_t actors = 0;
  double total = 0;  // m
};
BarberModel barber_model(const Incidence& table, const Expectation& expected,
                         std::span<const double> weights = {});

// Q_B of a partition of the actors and then the items; 0 for a table without ones.
double barber_modularity(const BarberModel& model, std::span<const std::uint32_t> groups);

struct BarberOptions {
  std::uint32_t restarts = 50;  // at least 1
  std::uint32_t kicks = 5;      // of each restart: random changes that are kept where they help
  bool refine = true;           // by Leiden, at either end; without, every start is random
  unsigned threads = 0;         // 0: every core; cannot change a result
  std::stop_token stop{};
};

// What each restart of the search came to; groups are numbered as they come.
struct BarberSearch {
  std::vector<Groups> found;
  std::vector<double> modularity;
};
BarberSearch search(const BarberModel& model, const Rng& rng, const BarberOptions& options = {});

struct BarberResult {
  double modularity = 0;
  Groups groups;  // actors, then items; numbered from 0 by size, the largest first
  std::uint32_t group_count = 0;
  double share_near_best = 0;     // of the restarts that came within 1e-6 of the best
  std::vector<Groups> near_best;  // the different partitions of those; the first is `groups`
};

BarberResult best_of(BarberSearch&& search);
BarberResult maximise(const BarberModel& model, const Rng& rng, const BarberOptions& options = {});
BarberResult maximise(const Incidence& table, const Rng& rng, const BarberOptions& options = {});

}  // namespace entente::bipartite
