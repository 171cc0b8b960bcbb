// SPDX-License-Identifier: Apache-2.0
#include "engine/io/attribute_builder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;
using io::AttributeBuilder;
using io::AttributeType;
using Outcome = AttributeBuilder::Outcome;

namespace {

// The texts of a column into which these came, one for each row; "-" where none is present.
std::vector<std::string> read(AttributeType type, const std::vector<std::string>& given) {
  AttributeBuilder builder("a", type);
  for (std::uint32_t row = 0; row < given.size(); ++row) builder.add(row, given[row]);
  const Attribute column = builder.finish(given.size(), nullptr);
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < given.size(); ++row)
    texts.push_back(column.has(row) ? column.text(row) : "-");
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a value that does not fit widens the column, and no other changes",
          "[io][attribute_builder]") {
  CHECK(read(AttributeType::boolean, {"true", "0", "maybe"}) == Texts{"true", "false", "maybe"});
  CHECK(read(AttributeType::boolean, {"true", "7"}) == Texts{"1", "7"});
  CHECK(read(AttributeType::boolean, {"true", "0.5"}) == Texts{"1", "0.5"});
  CHECK(read(AttributeType::integer, {"100000", "unknown"}) == Texts{"100000", "unknown"});
  CHECK(read(AttributeType::integer, {"9007199254740993", "unknown"}) ==
        Texts{"9007199254740993", "unknown"});
  CHECK(read(AttributeType::integer, {"3", "0.5"}) == Texts{"3", "0.5"});
  CHECK(read(AttributeType::integer, {"3", "99999999999999999999"}) ==
        Texts{"3", "99999999999999999999"});
  CHECK(read(AttributeType::real, {"0.5", "x"}) == Texts{"0.5", "x"});
}

TEST_CASE("blanks and NaN are absent from all but texts", "[io][attribute_builder]") {
  for (const AttributeType type :
       {AttributeType::boolean, AttributeType::integer, AttributeType::real})
    CHECK(read(type, {" ", "NaN", "nan", "1"}) ==
          Texts{"-", "-", "-", type == AttributeType::boolean ? "true" : "1"});
  CHECK(read(AttributeType::text, {" ", "NaN"}) == Texts{" ", "NaN"});
}

TEST_CASE("the last value of a row counts, also where it widens", "[io][attribute_builder]") {
  AttributeBuilder builder("a", AttributeType::integer);
  CHECK(builder.add(0, "100000") == Outcome::stored);
  CHECK(builder.add(1, "5") == Outcome::stored);
  CHECK(builder.add(1, " 6 ") == Outcome::stored);
  CHECK(builder.add(1, "") == Outcome::absent);
  CHECK(builder.add(1, "x") == Outcome::widened);
  const std::string fallback = "y";
  const Attribute column = builder.finish(3, &fallback);
  CHECK(column.text(0) == "100000");
  CHECK(column.text(1) == "x");
  CHECK(column.text(2) == "y");
}

TEST_CASE("a fallback may widen", "[io][attribute_builder]") {
  AttributeBuilder builder("a", AttributeType::integer);
  builder.add(1, "100000");
  const std::string fallback = "unknown";
  const Attribute column = builder.finish(3, &fallback);
  CHECK(column.text(0) == "unknown");
  CHECK(column.text(1) == "100000");
}
