// SPDX-License-Identifier: Apache-2.0
#include "engine/io/portable_id.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

using namespace entente;
using Ids = std::vector<std::string>;

TEST_CASE("portable ids stay, others are rewritten and stay different", "[io][portable_id]") {
  CHECK(io::portable_ids(
            {"state.fra", "7", "a b", "a_b", "T\xC3\xBCrkiye", "Turkiye", "A", "a", ""}, 'n') ==
        Ids{"state.fra", "n7", "a_b_2", "a_b", "T_rkiye", "Turkiye", "A", "a", "n1"});
  CHECK(io::portable_ids({"x", "x", "x_2", "x"}, 'e') == Ids{"x", "x_3", "x_2", "x_4"});
  CHECK(io::portable_ids({"", "e1", ""}, 'e') == Ids{"e2", "e1", "e3"});
}

TEST_CASE("any ids become as many different portable ones", "[io][portable_id]") {
  CHECK(rc::check("count and form", [](const Ids& ids) {
    const Ids portable = io::portable_ids(ids, 'n');
    RC_ASSERT(portable.size() == ids.size());
    RC_ASSERT(std::set<std::string>(portable.begin(), portable.end()).size() == ids.size());
    for (const std::string& id : portable) RC_ASSERT(io::is_portable_id(id));
  }));
}
