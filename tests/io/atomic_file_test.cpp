// SPDX-License-Identifier: Apache-2.0
#include "engine/io/atomic_file.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.hpp"

using namespace entente;
using io::AtomicFile;
using test::TemporaryFolder;

TEST_CASE("a file appears when it is complete, and replaces the old one", "[io][atomic_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "old");
  auto file = AtomicFile::create(path);
  REQUIRE(file);
  const std::string large(3'000'000, 'x');
  file->write("new ");
  file->write(large);
  file->write(" end");
  CHECK(folder.read("a.txt") == "old");
  CHECK(file->commit().empty());
  CHECK(folder.read("a.txt") == "new " + large + " end");
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a file that is not committed leaves nothing behind", "[io][atomic_file]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  {
    auto file = AtomicFile::create(folder.file("a.txt"));
    REQUIRE(file);
    file->write("half");
    CHECK(folder.names().size() == 2);
  }
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
  CHECK(folder.read("a.txt") == "old");
}

TEST_CASE("a file that is closed is not yet in its place", "[io][atomic_file]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  auto file = AtomicFile::create(folder.file("a.txt"));
  REQUIRE(file);
  file->write("new");
  CHECK(file->close().empty());
  CHECK(folder.read("a.txt") == "old");
  CHECK(file->commit().empty());
  CHECK(folder.read("a.txt") == "new");
}

TEST_CASE("a link keeps pointing at the file that is replaced", "[io][atomic_file]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "old");
  std::filesystem::create_symlink("a.txt", folder.file("link.txt"));
  CHECK(io::write_file(folder.file("link.txt"), "new").empty());
  CHECK(folder.read("a.txt") == "new");
  CHECK(std::filesystem::is_symlink(folder.file("link.txt")));
}

TEST_CASE("a file that cannot be written is explained", "[io][atomic_file]") {
  const TemporaryFolder folder;
  const auto complaint = [](const std::string& path) {
    const Diagnostics problems = io::write_file(path, "text");
    return problems.empty() ? "none" : to_text(problems.front());
  };
  CHECK(complaint(folder.file("none/a.txt")) ==
        folder.file("none/a.txt") +
            ": error[F201]: cannot be written: No such file or directory\n"
            "  hint: the folder is not there");
  CHECK(complaint(folder.path()).find("it is a folder") != std::string::npos);
  folder.write("file", "");
  CHECK(complaint(folder.file("file/a.txt")).find("error[F201]") != std::string::npos);
  CHECK(complaint("/dev/full").find("error[F202]: cannot be written to the end: No space left") !=
        std::string::npos);
  CHECK(complaint("/dev/null") == "none");
}

TEST_CASE("a signal handler can remove what is not finished", "[io][atomic_file]") {
  const TemporaryFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGTERM, [](int) {
      io::remove_temporary_files();
      _exit(3);
    });
    auto file = AtomicFile::create(folder.file("a.txt"));
    file->write(std::string(2'000'000, 'x'));
    std::raise(SIGTERM);
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 3);
  CHECK(folder.names().empty());
}
