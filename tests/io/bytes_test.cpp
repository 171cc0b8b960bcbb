// SPDX-License-Identifier: Apache-2.0
#include "engine/io/bytes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/gzip.hpp"
#include "tests/support/temporary_folder.hpp"

using entente::Diagnostic;
using entente::io::read_bytes;
using entente::test::gzip;

namespace {
Diagnostic problem(const std::string& file, std::uint64_t limit = 1 << 20) {
  const auto bytes = read_bytes(file, {}, limit);
  REQUIRE_FALSE(bytes);
  REQUIRE(bytes.error().size() == 1);
  CHECK(bytes.error()[0].where.file == file);
  return bytes.error()[0];
}
}  // namespace

TEST_CASE("a file is read whole, compressed or not", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  const std::string text = std::string("id\r\n\0x\n", 7) + std::string(300000, 'y');
  CHECK(*read_bytes(folder.write("plain.csv", text)) == text);
  CHECK(*read_bytes(folder.write("packed.csv.gz", gzip(text))) == text);
  CHECK(*read_bytes(folder.write("packed-by-another-name", gzip(text))) == text);
  CHECK(*read_bytes(folder.write("two-members.gz", gzip("a") + gzip("b"))) == "ab");
  CHECK(read_bytes(folder.write("empty", ""))->empty());
}

TEST_CASE("pieces are the text, and the last one is empty", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  const std::string text = "id\n" + std::string(700000, 'y');
  const auto file = entente::io::read_pieces(folder.write("packed.csv.gz", gzip(text)));
  REQUIRE(file);
  for (const auto& pieces : {*file, entente::io::pieces_of(text)}) {
    std::string whole;
    for (auto piece = pieces(); !piece->empty(); piece = pieces()) whole += *piece;
    CHECK(whole == text);
    CHECK(pieces()->empty());
  }
}

TEST_CASE("a piece that cannot be had says why", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  std::string packed = gzip("id\n" + std::string(700000, 'y'));
  packed.resize(packed.size() / 2);
  const auto pieces = entente::io::read_pieces(folder.write("cut.csv.gz", packed));
  REQUIRE(pieces);
  auto piece = (*pieces)();
  while (piece && !piece->empty()) piece = (*pieces)();
  REQUIRE_FALSE(piece);
  CHECK(piece.error()[0].code == "F105");
}

TEST_CASE("a missing file is named, with one that may be meant", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  folder.write("claims.csv", "");
  const Diagnostic missing = problem(folder.file("claim.csv"));
  CHECK(missing.code == "F101");
  CHECK(missing.hint == "did you mean 'claims.csv'?");
  const Diagnostic nowhere = problem(folder.file("none/claims.csv"));
  CHECK(nowhere.code == "F101");
  CHECK(nowhere.hint == "the folder '" + folder.file("none") + "' is not there either");
}

TEST_CASE("a folder is not a file", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  CHECK(problem(folder.path()).code == "F102");
}

TEST_CASE("a file that cannot be read is not an empty one", "[io][bytes]") {
  // Reading the memory of this process from its first byte, which is mapped nowhere, fails.
  CHECK(problem("/proc/self/mem").code == "F103");
}

TEST_CASE("a small compressed file cannot fill the memory", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  const std::string bomb = folder.write("bomb.gz", gzip(std::string(2 << 20, '0')));
  CHECK(std::filesystem::file_size(bomb) < 4096);
  CHECK(problem(bomb).code == "F104");
  CHECK(read_bytes(bomb, {}, 2 << 20));
  CHECK(problem(folder.write("large", std::string(11, 'x')), 10).code == "F104");
  // 70 MB in 70 kB: within the limit of all files, and beyond what any table is packed.
  const auto tight = read_bytes(folder.write("tight.gz", gzip(std::string(70 << 20, '\n'))));
  REQUIRE_FALSE(tight);
  CHECK(tight.error().front().code == "F104");
  CHECK(tight.error().front().message == "expands to more than 250 times its size");
}

TEST_CASE("a compressed file that is cut off or damaged is refused", "[io][bytes]") {
  const entente::test::TemporaryFolder folder;
  std::string packed = gzip("name,group\nada,1\ngrace,2\n");
  const Diagnostic cut = problem(folder.write("cut.gz", packed.substr(0, packed.size() - 9)));
  CHECK(cut.code == "F105");
  CHECK(cut.message == "the compressed file is cut off");
  packed[packed.size() - 7] = static_cast<char>(packed[packed.size() - 7] ^ 1);  // the checksum
  CHECK(problem(folder.write("bad.gz", packed)).code == "F105");
}
