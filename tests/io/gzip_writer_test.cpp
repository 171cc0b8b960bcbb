// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gzip_writer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "engine/io/bytes.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace entente;

namespace {

std::string compressed(const std::string& text, std::size_t piece) {
  std::string bytes;
  io::GzipWriter writer([&](std::string_view part) { bytes.append(part); });
  for (std::size_t at = 0; at < text.size(); at += piece)
    writer.write(std::string_view(text).substr(at, piece));
  writer.finish();
  return bytes;
}

std::string numbers(std::int64_t count) {
  std::string text;
  for (std::int64_t i = 0; i < count; ++i) text += std::to_string(i * 7919 % 100003) + '\n';
  return text;
}

}  // namespace

TEST_CASE("what is compressed is read back as it was", "[io][gzip_writer]") {
  const test::TemporaryFolder folder;
  for (const std::string& text : {std::string(), std::string("a"), numbers(300'000)}) {
    const auto back = io::read_bytes(folder.write("t.gz", compressed(text, 100'000)));
    REQUIRE(back);
    CHECK(*back == text);
  }
}

TEST_CASE("the bytes do not depend on the pieces, the clock or the system", "[io][gzip_writer]") {
  const std::string text = numbers(50'000);
  const std::string bytes = compressed(text, 1000);
  CHECK(bytes == compressed(text, text.size()));
  // No flags, no time, no system.
  CHECK(bytes.substr(0, 10) == std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10));
}
