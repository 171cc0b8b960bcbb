// SPDX-License-Identifier: Apache-2.0
// A null model as a test of pairs asks it: which lines are alike, and how likely each overlap of
// two of them is.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/bipartite/lines.hpp"

namespace entente::bipartite {

// The law of an overlap: P(S = s) for s = 0, 1, ... up to the smaller degree at least, and the
// chance of more.
struct OverlapLaw {
  std::vector<double> chance;
  double beyond = 0, expected = 0;
};
OverlapLaw law_of(std::vector<double> chance);  // nothing beyond

// P(S >= s) and P(S <= s), each summed from its far end, so that small ones keep their digits.
struct Tails {
  std::vector<double> upper, lower;
};
Tails tails_of(const OverlapLaw& law);

struct KindPair {
  std::uint32_t a = 0, b = 0;  // a <= b
};

struct PairNull {
  Mode mode = Mode::actor;
  LineKinds kinds;
  // Pairs of kinds with the same number share work, and are asked for together. Empty: none do.
  std::function<std::uint64_t(KindPair)> work{};
  std::function<std::vector<OverlapLaw>(std::span<const KindPair>)> laws;
};

}  // namespace entente::bipartite
