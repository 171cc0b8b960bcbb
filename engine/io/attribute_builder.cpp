// SPDX-License-Identifier: Apache-2.0
#include "engine/io/attribute_builder.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/base/number_text.hpp"

namespace entente::io {
namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Booleans = std::vector<std::uint8_t>;

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool same_but_for_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

std::optional<bool> parse_boolean(std::string_view text) {
  if (text == "1" || same_but_for_case(text, "true")) return true;
  if (text == "0" || same_but_for_case(text, "false")) return false;
  return std::nullopt;
}

bool only_digits(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// A number that is no integer too long to be one; those keep their digits as text.
std::optional<double> parse_real(std::string_view text) {
  const auto value = parse_double(text);
  if (value && only_digits(text) && !parse_integer(text)) return std::nullopt;
  return value;
}

AttributeType narrowest_type(const std::vector<std::string>& texts) {
  AttributeType type = AttributeType::integer;
  bool any = false, all_words = true, some_words = false;  // true and false
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    any = true;
    if (text == "true" || text == "false") {
      some_words = true;
      continue;
    }
    all_words = false;
    const auto integer = parse_integer(text);
    if (integer && number_text(*integer) == text) continue;
    const auto real = parse_double(text);
    const std::string_view unsigned_text = std::string_view(text).substr(text[0] == '-' ? 1 : 0);
    const bool leading_zero = unsigned_text.size() > 1 && unsigned_text[0] == '0' &&
                              unsigned_text[1] != '.' && unsigned_text[1] != 'e';
    if (!real || !std::isfinite(*real) || only_digits(text) || leading_zero)
      return AttributeType::text;
    type = AttributeType::real;
  }
  if (any && all_words) return AttributeType::boolean;
  return any && !some_words ? type : AttributeType::text;
}

Attribute::Values empty_values(AttributeType type) {
  switch (type) {
    case AttributeType::boolean:
      return Booleans{};
    case AttributeType::integer:
      return Integers{};
    case AttributeType::real:
      return Reals{};
    case AttributeType::text:
      return Texts{};
  }
  return Texts{};
}

}  // namespace

AttributeBuilder::AttributeBuilder(std::string name, AttributeType type)
    : attribute_{.name = std::move(name), .values = empty_values(type), .present = {}} {}

AttributeType AttributeBuilder::type() const noexcept {
  constexpr AttributeType of_index[] = {AttributeType::text, AttributeType::integer,
                                        AttributeType::real, AttributeType::boolean};
  return of_index[attribute_.values.index()];
}

void AttributeBuilder::widen(AttributeType type) {
  if (type <= this->type()) return;
  Attribute::Values wider = empty_values(type);
  const std::size_t count = rows_.size();
  if (auto* texts = std::get_if<Texts>(&wider)) {
    for (std::size_t i = 0; i < count; ++i) texts->push_back(attribute_.text(i));
  } else if (auto* integers = std::get_if<Integers>(&wider)) {
    for (std::size_t i = 0; i < count; ++i)
      integers->push_back(std::get<Booleans>(attribute_.values)[i]);
  } else {
    auto& reals = std::get<Reals>(wider);
    for (std::size_t i = 0; i < count; ++i) reals.push_back(*attribute_.number(i));
  }
  attribute_.values = std::move(wider);
}

template <class Value>
AttributeBuilder::Outcome AttributeBuilder::put(std::uint32_t row, Value value) {
  auto& values = std::get<std::vector<Value>>(attribute_.values);
  if (has_last(row)) {
    values.back() = std::move(value);
  } else {
    values.push_back(std::move(value));
    rows_.push_back(row);
  }
  return Outcome::stored;
}

std::optional<AttributeBuilder::Outcome> AttributeBuilder::store(std::uint32_t row,
                                                                 std::string_view text) {
  switch (type()) {
    case AttributeType::boolean:
      if (const auto value = parse_boolean(trim(text)))
        return put<std::uint8_t>(row, *value ? 1 : 0);
      break;
    case AttributeType::integer:
      if (const auto value = parse_integer(trim(text))) return put(row, *value);
      break;
    case AttributeType::real:
      if (const auto value = parse_real(trim(text)))
        return std::isnan(*value) ? Outcome::absent : put(row, *value);
      break;
    case AttributeType::text:
      return put(row, std::string(text));
  }
  return std::nullopt;
}

AttributeBuilder::Outcome AttributeBuilder::add(std::uint32_t row, std::string_view text) {
  if (const auto outcome = store(row, text)) return *outcome;
  const std::string_view bare = trim(text);
  const auto number = parse_double(bare);
  if (bare.empty() || (number && std::isnan(*number))) return Outcome::absent;
  // At once to the type that fits: on the way through another one values would change.
  const bool is_integer = type() < AttributeType::integer && parse_integer(bare);
  const bool is_real = type() < AttributeType::real && parse_real(bare);
  widen(is_integer ? AttributeType::integer : is_real ? AttributeType::real : AttributeType::text);
  store(row, text);
  return Outcome::widened;
}

Attribute AttributeBuilder::finish(std::size_t row_count, const std::string* fallback) {
  const bool complete = rows_.size() == row_count && std::is_sorted(rows_.begin(), rows_.end());
  if (complete) {  // each row once, in order
    return std::move(attribute_);
  }
  std::vector<std::uint8_t> present(row_count, 0);
  for (const std::uint32_t row : rows_) present[row] = 1;
  if (fallback != nullptr) {
    for (std::uint32_t row = 0; row < row_count; ++row) {
      if (present[row] == 0 && add(row, *fallback) != Outcome::absent) present[row] = 1;
    }
  }
  std::visit(
      [&](auto& values) {
        std::remove_reference_t<decltype(values)> dense(row_count);
        for (std::size_t i = 0; i < rows_.size(); ++i) dense[rows_[i]] = std::move(values[i]);
        values = std::move(dense);
      },
      attribute_.values);
  attribute_.present = std::move(present);
  return std::move(attribute_);
}

Attribute narrowed(Attribute texts) {
  const auto& values = std::get<Texts>(texts.values);
  AttributeBuilder builder(texts.name, narrowest_type(values));
  for (std::uint32_t row = 0; row < values.size(); ++row) {
    if (!values[row].empty()) builder.add(row, values[row]);
  }
  return builder.finish(values.size(), nullptr);
}

}  // namespace entente::io
