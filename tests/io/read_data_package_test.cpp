// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_data_package.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("a description names title, licences and the digests of files",
          "[io][read_data_package]") {
  const auto package = io::read_data_package(
      R"({"name": "n", "title": "T", "description": "D",
          "licenses": [{"name": "CC0-1.0"}, {"title": "Free"}],
          "resources": [{"path": "a.csv", "hash": "sha256:00ff"}, {"path": "b.csv"}, {"data": []}]})",
      "datapackage.json");
  REQUIRE(package);
  CHECK(package->name == "n");
  CHECK(package->title == "T");
  CHECK(package->description == "D");
  CHECK(package->licence == "CC0-1.0, Free");
  REQUIRE(package->files.size() == 2);
  CHECK(package->files[0].path == "a.csv");
  CHECK(package->files[0].sha256 == "00ff");
  CHECK(package->files[0].where.line == 3);
  CHECK(package->files[1].sha256.empty());
}

TEST_CASE("a description of another form is refused", "[io][read_data_package]") {
  for (const char* text : {"[]", R"({"title": 1})", R"({"licenses": {}})", R"({"resources": 1})"}) {
    const auto package = io::read_data_package(text, "datapackage.json");
    REQUIRE_FALSE(package);
    CHECK(package.error()[0].code == "K606");
    CHECK(package.error()[0].where.line == 1);
  }
}
