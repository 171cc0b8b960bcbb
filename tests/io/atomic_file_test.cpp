// SPDX-License-Identifier: Apache-2.0
#include "engine/io/atomic_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/temporary_folder.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is written, or replaced, without a trace beside it", "[io][atomic_file]") {
  const test::TemporaryFolder folder;
  const std::string file = folder.file("a.json");
  CHECK(io::write_file(file, "one").empty());
  CHECK(content(file) == "one");
  CHECK(io::write_file(file, "two").empty());
  CHECK(content(file) == "two");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a link keeps standing and what it leads to is replaced", "[io][atomic_file]") {
  const test::TemporaryFolder folder;
  const std::string target = folder.write("target", "old");
  fs::create_symlink("target", folder.file("link"));
  CHECK(io::write_file(folder.file("link"), "new").empty());
  CHECK(fs::is_symlink(folder.file("link")));
  CHECK(content(target) == "new");
}

TEST_CASE("where no file can be made, none is", "[io][atomic_file]") {
  const test::TemporaryFolder folder;
  const Diagnostics missing = io::write_file(folder.file("no/a.json"), "x");
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].code == "F201");
  CHECK(missing[0].hint == "the folder is not there");
  CHECK(missing[0].where.file == folder.file("no/a.json"));
  const Diagnostics is_folder = io::write_file(folder.path(), "x");
  REQUIRE(is_folder.size() == 1);
  CHECK(is_folder[0].code == "F201");
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("a device is written to as it is", "[io][atomic_file]") {
  CHECK(io::write_file("/dev/null", "x").empty());
  const Diagnostics full = io::write_file("/dev/full", "x");
  REQUIRE(full.size() == 1);
  CHECK(full[0].code == "F202");
  CHECK(fs::is_character_file("/dev/full"));
}
