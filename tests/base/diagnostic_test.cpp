// SPDX-License-Identifier: Apache-2.0
#include "engine/base/diagnostic.hpp"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a diagnostic names place, code, fault and way out", "[base][diagnostic]") {
  const auto wrong = entente::error("K204", "object 'state.fr' is not a node",
                                    "did you mean 'state.fra'?", {"claims.csv", 12, 21});
  CHECK(to_text(wrong) ==
        "claims.csv:12:21: error[K204]: object 'state.fr' is not a node\n  hint: did you mean "
        "'state.fra'?");
  CHECK(to_text(entente::note("N1", "nothing else", {}, {"a.csv", 0, 0})) ==
        "a.csv: note[N1]: nothing else");
  CHECK_FALSE(entente::has_errors({entente::warning("W1", "w"), entente::note("N1", "n")}));
  CHECK(entente::has_errors({entente::note("N1", "n"), wrong}));
}
