// SPDX-License-Identifier: Apache-2.0
#include "engine/base/list_text.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

using namespace entente;

using Texts = std::vector<std::string>;

TEST_CASE("a list is one text and comes back", "[base][list_text]") {
  CHECK(join_list({"a", "b|c", "d\\"}) == "a|b\\|c|d\\\\");
  CHECK(split_list("a|b\\|c|d\\\\") == Texts{"a", "b|c", "d\\"});
  CHECK(split_list("a||") == Texts{"a", "", ""});
  CHECK(split_list("").empty());
  CHECK(split_list("end\\") == Texts{"end\\"});  // nothing stands after the backslash
}

TEST_CASE("every list but that of one empty item comes back", "[base][list_text]") {
  CHECK(rc::check([](const Texts& items) {
    RC_PRE(items != Texts{""});
    RC_ASSERT(split_list(join_list(items)) == items);
  }));
}
