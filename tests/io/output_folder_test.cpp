// SPDX-License-Identifier: Apache-2.0
#include "engine/io/output_folder.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.hpp"

using namespace entente;
using io::OutputFolder;
using test::TemporaryFolder;

namespace fs = std::filesystem;

TEST_CASE("a new folder appears with all its files at once", "[io][output_folder]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("deep/out/");
  auto out = OutputFolder::create(path);
  REQUIRE(out);
  CHECK(out->write("report.json", "{}").empty());
  CHECK(out->write("tables/a.csv", "a\n").empty());
  CHECK(out->write("tables/b.csv", "b\n").empty());
  CHECK_FALSE(fs::exists(folder.file("deep/out")));
  CHECK(out->commit().empty());
  CHECK(folder.read("deep/out/report.json") == "{}");
  CHECK(folder.read("deep/out/tables/b.csv") == "b\n");
  CHECK(folder.names() == std::vector<std::string>{"deep/out/report.json", "deep/out/tables/a.csv",
                                                   "deep/out/tables/b.csv"});
}

TEST_CASE("files move into a folder that is there, and others stay", "[io][output_folder]") {
  const TemporaryFolder folder;
  folder.write("out/mine.txt", "mine");
  folder.write("out/tables/a.csv", "old");
  {
    auto out = OutputFolder::create(folder.file("out"));
    REQUIRE(out);
    CHECK(out->write("tables/a.csv", "new").empty());
    CHECK(out->write("gephi/g.graphml", "<graphml/>").empty());
    CHECK(folder.read("out/tables/a.csv") == "old");
    CHECK(out->commit().empty());
  }
  CHECK(folder.read("out/tables/a.csv") == "new");
  CHECK(folder.read("out/mine.txt") == "mine");
  CHECK(folder.names() ==
        std::vector<std::string>{"out/gephi/g.graphml", "out/mine.txt", "out/tables/a.csv"});
}

TEST_CASE("a folder that is not committed leaves nothing behind", "[io][output_folder]") {
  const TemporaryFolder folder;
  folder.write("old/a.csv", "old");
  {
    auto fresh = OutputFolder::create(folder.file("deep/new"));
    auto old = OutputFolder::create(folder.file("old"));
    REQUIRE((fresh && old));
    CHECK(fresh->write("tables/a.csv", "half").empty());
    CHECK(old->write("a.csv", "half").empty());
  }
  CHECK_FALSE(fs::exists(folder.file("deep")));
  CHECK(folder.names() == std::vector<std::string>{"old/a.csv"});
  CHECK(folder.read("old/a.csv") == "old");
  CHECK(std::distance(fs::directory_iterator(folder.file("old")), {}) == 1);
}

TEST_CASE("what is in the way of a folder is named, and nothing moves", "[io][output_folder]") {
  const TemporaryFolder folder;
  const auto complaint = [&](const std::string& name) {
    auto out = OutputFolder::create(folder.file("out"));
    if (!out) return to_text(out.error().front());
    if (!out->write("first.txt", "x").empty() || !out->write(name, "x").empty())
      return std::string("?");
    const Diagnostics problems = out->commit();
    return problems.empty() ? std::string("none") : to_text(problems.front());
  };
  folder.write("out/tables/a.csv/inner", "");
  folder.write("out/gephi", "");
  CHECK(complaint("tables/a.csv").find("error[F201]: cannot be put in its place: a folder") !=
        std::string::npos);
  CHECK(complaint("gephi/a").find("a file is in the way") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.file("out/first.txt")));
  folder.write("file", "");
  CHECK(to_text(OutputFolder::create(folder.file("file")).error().front())
            .find("error[F201]: cannot be written: it is a file") != std::string::npos);
  CHECK(
      to_text(OutputFolder::create(folder.file("file/out")).error().front()).find("error[F201]") !=
      std::string::npos);
}

TEST_CASE("a signal handler can remove an unfinished folder", "[io][output_folder]") {
  const TemporaryFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    auto out = OutputFolder::create(folder.file("out"));
    const bool good =
        out && out->write("a.txt", "x").empty() && out->write("t/u/b.txt", "x").empty();
    io::remove_temporary_files();
    _exit(good ? 3 : 4);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 3);
  CHECK(fs::is_empty(folder.path()));
}
