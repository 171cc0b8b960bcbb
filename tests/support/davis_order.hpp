// SPDX-License-Identifier: Apache-2.0
// The order in which the southern women and their events are printed in tables.
#pragma once

#include <string>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente::test {

// The vertices of southern_women() (tests/support/two_mode.hpp) as A. Davis, B. B. Gardner and
// M. R. Gardner, Deep South (1941), list them: eighteen women, then the events E1 to E14.
inline std::vector<Vertex> in_davis_order(const View& view) {
  std::vector<Vertex> order;
  for (const char* woman :
       {"Evelyn Jefferson", "Laura Mandeville", "Theresa Anderson", "Brenda Rogers",
        "Charlotte McDowd", "Frances Anderson", "Eleanor Nye", "Pearl Oglethorpe", "Ruth DeSand",
        "Verne Sanderson", "Myra Liddel", "Katherina Rogers", "Sylvia Avondale", "Nora Fayette",
        "Helen Lloyd", "Dorothy Murchison", "Olivia Carleton", "Flora Price"}) {
    order.push_back(view.find(woman).value());
  }
  for (int event = 1; event <= 14; ++event) {
    order.push_back(view.find("E" + std::to_string(event)).value());
  }
  return order;
}

}  // namespace entente::test
