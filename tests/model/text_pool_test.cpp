// SPDX-License-Identifier: Apache-2.0
#include "engine/model/text_pool.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;

TEST_CASE("equal texts have equal handles, and the empty one is the first", "[model][text_pool]") {
  TextPool pool;
  CHECK(pool.intern("") == Text{0});
  const Text a = pool.intern("a");
  CHECK(pool.intern("b") != a);
  CHECK(pool.intern(std::string("a")) == a);
  CHECK(pool[a] == "a");
  CHECK(pool.find("b") == pool.intern("b"));
  CHECK(pool.find("c") == std::nullopt);
}

TEST_CASE("a text that is added has a handle of its own", "[model][text_pool]") {
  TextPool pool;
  const Text interned = pool.intern("a"), added = pool.add("a");
  CHECK(added != interned);
  CHECK(pool[added] == "a");
  CHECK(pool.find("a") == interned);
  pool.add("b");
  CHECK(pool.find("b") == std::nullopt);
}

TEST_CASE("texts survive growth, moves, and being larger than a block", "[model][text_pool]") {
  TextPool pool;
  const std::string large(200'000, 'x');
  const Text first = pool.intern("first"), big = pool.intern(large);
  const std::string_view kept = pool[first];
  for (int i = 0; i < 50'000; ++i) pool.intern(std::to_string(i));
  const TextPool moved = std::move(pool);
  CHECK(moved.size() == 50'003);
  CHECK(moved[first].data() == kept.data());
  CHECK(moved[big] == large);
  for (int i = 0; i < 50'000; i += 997) {
    const auto found = moved.find(std::to_string(i));
    REQUIRE(found);
    CHECK(moved[*found] == std::to_string(i));
  }
}

TEST_CASE("texts that differ only in their ends or in NUL bytes are different",
          "[model][text_pool]") {
  TextPool pool;
  std::vector<std::string> texts;
  for (std::size_t size = 0; size <= 20; ++size) {
    texts.push_back(std::string(size, 'x'));
    if (size > 0) texts.push_back(std::string(size - 1, 'x') + "y");
    texts.push_back(std::string(size, '\0') + '\0');
  }
  for (const std::string& text : texts) pool.intern(text);
  CHECK(pool.size() == texts.size());
  for (const std::string& text : texts) {
    const auto found = pool.find(text);
    REQUIRE(found);
    CHECK(pool[*found] == text);
  }
}
