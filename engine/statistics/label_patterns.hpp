// SPDX-License-Identifier: Apache-2.0
// Labels dealt to nodes at random, each label as often as in the data: the exact chance that up to
// five different nodes are alike and different in a given way.
//
// A pattern gives each node the number of its block: 0 for the first node, then the number of an
// earlier node's block or the next new one. Nodes of one block have one label, and different blocks
// have different labels. For blocks of b_1, b_2, ... of s nodes in all,
//
//   P = sum over different labels g_1, g_2, ... of (n_g1)_b1 (n_g2)_b2 ... / (n)_s
//
// where (x)_b = x (x-1) ... (x-b+1) and n_g nodes have label g. The sum over different labels comes
// from sums over any labels by inclusion and exclusion, hence
// Cost     O(labels) once, and then nothing worth counting.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

namespace entente::statistics {

class LabelPatterns {
 public:
  static constexpr std::size_t most_nodes = 5;
  using Pattern = std::array<std::uint8_t, most_nodes>;  // beyond the nodes asked about: 0

  explicit LabelPatterns(std::span<const std::uint64_t> label_counts);

  // The chance that the pattern of so many different nodes is one of those that hold; 0 where there
  // are fewer nodes.
  double chance(std::size_t nodes, const std::function<bool(const Pattern&)>& holds) const;

 private:
  std::map<std::vector<std::uint8_t>, double> exact_;  // by sizes of the blocks, ascending
};

// Calls use(pattern, blocks) for every pattern of so many nodes.
void for_each_pattern(
    std::size_t nodes,
    const std::function<void(const LabelPatterns::Pattern&, std::size_t blocks)>& use);

}  // namespace entente::statistics
