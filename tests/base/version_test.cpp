// SPDX-License-Identifier: Apache-2.0
#include "engine/base/version.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>
#include <string>

TEST_CASE("the version is the one that CITATION.cff names", "[base][version]") {
  const std::string version(entente::version());
  CHECK(std::ranges::count(version, '.') == 2);

  std::ostringstream citation;
  citation << std::ifstream(ENTENTE_SOURCE_DIR "/CITATION.cff").rdbuf();
  CHECK(citation.str().find("\nversion: " + version + "\n") != std::string::npos);
}
