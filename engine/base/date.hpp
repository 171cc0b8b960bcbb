// SPDX-License-Identifier: Apache-2.0
// Dates as sources give them: a day, a month, a year, or an interval in which the day lies.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

// Days since 1970-01-01 in the proleptic Gregorian calendar.
struct Day {
  std::int32_t number = 0;
  auto operator<=>(const Day&) const = default;
};
inline constexpr Day before_all{std::numeric_limits<std::int32_t>::min()};
inline constexpr Day after_all{std::numeric_limits<std::int32_t>::max()};

// One event on an unknown day of [first, last]; both ends are included. Blank text is DateSpan{}.
struct DateSpan {
  Day first = before_all, last = after_all;
  bool blank() const noexcept { return first == before_all && last == after_all; }
  bool exact() const noexcept { return first == last; }
  auto operator<=>(const DateSpan&) const = default;
};

// "2018", "2018-11", "2018-11-12", "[..2019-09-16]", "[2018-11-12..2019-09]", "[2018..]" or "";
// nullopt for anything else (a 30 February, an interval that ends before it begins).
std::optional<DateSpan> parse_date(std::string_view text);

// The shortest text that parse_date reads back as the same span.
std::string to_text(DateSpan span);
std::string to_text(Day day);

// Whether something that holds from one event to another (exclusive; blank: no end is known) holds
// on a day, given what is known of both.
enum class Held : std::uint8_t { no, possibly, certainly };
Held held_on(Day day, DateSpan from, DateSpan until) noexcept;

}  // namespace entente
