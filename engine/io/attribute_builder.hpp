// SPDX-License-Identifier: Apache-2.0
// One attribute while a file is read: texts come in, a typed column goes out. A text that does not
// fit the type widens the column (boolean, integer, real, text), so that no value is lost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/property_graph.hpp"

namespace entente::io {

// Each type holds all the values of those before it.
enum class AttributeType : std::uint8_t { boolean, integer, real, text };

class AttributeBuilder {
 public:
  AttributeBuilder(std::string name, AttributeType type);

  const std::string& name() const noexcept { return attribute_.name; }
  AttributeType type() const noexcept;
  void widen(AttributeType type);  // to this type or the present one, whichever is wider

  // What became of a text. `absent`: blank or NaN, where the type is not text.
  enum class Outcome : std::uint8_t { stored, absent, widened };
  // For the row that was added last, the new value replaces the old one.
  Outcome add(std::uint32_t row, std::string_view text);
  bool has_last(std::uint32_t row) const noexcept { return !rows_.empty() && rows_.back() == row; }
  std::size_t size() const noexcept { return rows_.size(); }

  // The column for so many rows; where no value came, `fallback` if it is not null.
  Attribute finish(std::size_t row_count, const std::string* fallback);

 private:
  // Text that fits the type is stored; else nothing changes. `absent`: NaN among reals.
  std::optional<Outcome> store(std::uint32_t row, std::string_view text);
  template <class Value>
  Outcome put(std::uint32_t row, Value value);

  Attribute attribute_;  // its values stand in the order of rows_ until finish()
  std::vector<std::uint32_t> rows_;
};

// A text column in the narrowest type that holds all its texts without changing how an integer is
// spelled: "007" and digits beyond 64 bits stay text. Blank texts are absent.
Attribute narrowed(Attribute texts);

}  // namespace entente::io
