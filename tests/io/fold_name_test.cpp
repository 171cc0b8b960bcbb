// SPDX-License-Identifier: Apache-2.0
#include "engine/io/fold_name.hpp"

#include <catch2/catch_test_macros.hpp>

using entente::io::fold_name;

TEST_CASE("case, accents and blanks do not count in a name", "[io][fold_name]") {
  CHECK(fold_name("  Acad\xc3\xa9mie \t des  SCIENCES ") == "academie des sciences");
  CHECK(fold_name("Acade\xcc\x81mie") == fold_name("ACAD\xc3\x89MIE"));  // composed or not
  CHECK(fold_name("Stra\xc3\x9f"
                  "e") == "strasse");
  CHECK(fold_name("\xef\xbc\xa1") == "a");  // a full-width letter
  CHECK(fold_name("") == "");
  CHECK(fold_name(" \n ") == "");
}

TEST_CASE("other letters, digits and signs stay", "[io][fold_name]") {
  CHECK(fold_name("A/RES/73-27") == "a/res/73-27");
  CHECK(fold_name("\xe6\x97\xa5\xe6\x9c\xac") == "\xe6\x97\xa5\xe6\x9c\xac");
  CHECK(fold_name("\xff") == "\xef\xbf\xbd");
}
