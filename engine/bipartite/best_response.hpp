// SPDX-License-Identifier: Apache-2.0
// A climb in Barber's modularity that only ever labels the smaller side of a two-mode table.
//
// Given the groups of the one side (leaders), the best group of each vertex of the other side
// (followers) is known at once, since followers do not touch each other:
//
//   H(leaders' groups) = sum over followers f of max(0, max over groups g of F_fg),
//   F_fg = sum over leaders l in g of b_lf,     b = observed minus expected.
//
// So each move of one leader, and each merge of two groups, is judged with all followers answering
// to it: a far larger step than the move of a single vertex, and few local optima are left.
//
// Followers that differ in nothing answer alike and are one class, their b added up: in sparse
// tables most of them have only one or two ones.
//
// Cost     one sweep O(leaders x classes x groups).
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/graph/leiden.hpp"

namespace entente::bipartite {

// b by leader: row l, a column for each class. Leaders are the actors where those are not more than
// the items.
struct DenseTable {
  std::uint32_t leaders = 0, classes = 0;
  bool actors_lead = true;
  std::vector<double> excess;
  std::vector<std::uint32_t> class_of;  // by follower

  const double* row(std::uint32_t leader) const noexcept {
    return excess.data() + std::size_t{leader} * classes;
  }
};

// Of a graph whose first `actors` vertices are joined to the others only.
DenseTable dense_table(const QualityGraph& graph, std::uint32_t actors);

// Groups of the leaders that no move of one leader and no merge of two groups improves.
Groups climb(const DenseTable& table, Groups leaders, const std::stop_token& stop = {});

// The groups of the leaders out of those of all vertices, and back with the followers' answers; a
// follower that no group draws stands alone.
Groups leaders_of(const DenseTable& table, const Groups& groups);
Groups with_followers(const DenseTable& table, const Groups& leaders);

}  // namespace entente::bipartite
