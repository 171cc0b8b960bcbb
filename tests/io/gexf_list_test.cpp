// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gexf_list.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

using namespace entente;

using Texts = std::vector<std::string>;

TEST_CASE("lists are written as Gephi writes them", "[io][gexf_list]") {
  CHECK(io::gexf_list({"x", "y, z"}) == "[x, \"y, z\"]");
  CHECK(io::gexf_list({"say \"\\\"", "", "null"}) == "[\"say \\\"\\\\\\\"\", \"\", \"null\"]");
  CHECK(io::gexf_list({}) == "[]");
}

TEST_CASE("lists of other writers are read", "[io][gexf_list]") {
  CHECK(io::parse_gexf_list("(a, 'b, c')") == Texts{"a", "b, c"});
  CHECK(io::parse_gexf_list("<1, 2>") == Texts{"1", "2"});
  CHECK(io::parse_gexf_list("a|b") == Texts{"a", "b"});  // of graphology before its version 0.2
  CHECK(io::parse_gexf_list("one, two") == Texts{"one, two"});
  CHECK(io::parse_gexf_list("[ ]").empty());
  CHECK(io::parse_gexf_list("[\"not closed").size() == 1);
}

TEST_CASE("every list comes back", "[io][gexf_list]") {
  CHECK(rc::check(
      [](const Texts& items) { RC_ASSERT(io::parse_gexf_list(io::gexf_list(items)) == items); }));
}
