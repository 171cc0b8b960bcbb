// SPDX-License-Identifier: Apache-2.0
// Who supports how many items of a view, and how many chance would give: the kernel of the part
// support-counts, whose file has the formulas.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente::question {

struct Supporter {
  Vertex vertex = 0;  // of the core
  std::uint32_t count = 0, certain = 0, seen = 0, could = 0;
  std::uint32_t cheapest = 0;  // claims behind the stance that fewest claims stand behind
  const Stand* cheapest_stand = nullptr;
  bool limited() const noexcept { return could > seen; }
};

// By vertex; actors without support are left out.
std::vector<Supporter> supporters_of(const TwoMode& core);

// By supporter: the chances of the items that could be seen.
using Chances = std::vector<std::vector<double>>;

// By the share of those seen that support each item; by the configuration model.
// A vote against is no support.
Chances popularity_chances(const TwoMode& core, const bipartite::Incidence& table,
                           const std::vector<Supporter>& supporters);
Chances bicm_chances(const TwoMode& core, const bipartite::BicmFit& fit,
                     const std::vector<Supporter>& supporters);

struct SupportNull {
  std::vector<double> expected;  // by count, from 0: how many supporters have it
  double several = 0;            // expected
  std::vector<double> of_each;   // the chance of several
};

// Of supporters that have these chances, given that each supports something. A requested stop
// throws Stopped.
SupportNull under(const Chances& chances, std::size_t items, const std::stop_token& stop = {});

}  // namespace entente::question
