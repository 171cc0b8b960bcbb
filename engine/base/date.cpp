// SPDX-License-Identifier: Apache-2.0
#include "engine/base/date.hpp"

#include <charconv>
#include <chrono>

namespace entente {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

Day to_day(year_month_day date) {
  return {static_cast<std::int32_t>(sys_days(date).time_since_epoch().count())};
}

year_month_day to_calendar(Day d) { return {sys_days(std::chrono::days(d.number))}; }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<DateSpan> parse_partial(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  if (!y) return std::nullopt;
  if (text.size() == 4) {
    return DateSpan{to_day(year(*y) / 1 / 1), to_day(year(*y) / 12 / 31)};
  }
  const auto m = digits(text.substr(5, 2));
  if (text[4] != '-' || !m || !month(static_cast<unsigned>(*m)).ok()) return std::nullopt;
  const auto first_of_month = year(*y) / month(static_cast<unsigned>(*m));
  if (text.size() == 7) {
    return DateSpan{to_day(first_of_month / 1), to_day(first_of_month / std::chrono::last)};
  }
  const auto d = digits(text.substr(8, 2));
  if (text[7] != '-' || !d) return std::nullopt;
  const year_month_day date = first_of_month / day(static_cast<unsigned>(*d));
  if (!date.ok()) return std::nullopt;
  return DateSpan{to_day(date), to_day(date)};
}

// "2018" for a span of that year, "2018-11" for that month, a day for one day; else nothing.
std::optional<std::string> partial_text(DateSpan span) {
  const std::string first = to_text(span.first);
  for (const std::size_t length : {4U, 7U, 10U}) {
    if (parse_partial(first.substr(0, length)) == span) return first.substr(0, length);
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateSpan> parse_date(std::string_view text) {
  if (text.empty()) return DateSpan{};
  if (text.front() != '[') return parse_partial(text);
  const auto dots = text.find("..");
  if (text.back() != ']' || dots == std::string_view::npos) return std::nullopt;
  const std::string_view low = text.substr(1, dots - 1);
  const std::string_view high = text.substr(dots + 2, text.size() - dots - 3);
  DateSpan span;
  if (!low.empty()) {
    const auto part = parse_partial(low);
    if (!part) return std::nullopt;
    span.first = part->first;
  }
  if (!high.empty()) {
    const auto part = parse_partial(high);
    if (!part) return std::nullopt;
    span.last = part->last;
  }
  if (span.last < span.first || span.blank()) return std::nullopt;
  return span;
}

std::string to_text(Day d) {
  const year_month_day date = to_calendar(d);
  const auto padded = [](int value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
  };
  return padded(int(date.year()), 4) + '-' + padded(int(unsigned(date.month())), 2) + '-' +
         padded(int(unsigned(date.day())), 2);
}

std::string to_text(DateSpan span) {
  if (span.blank()) return {};
  if (span.first != before_all && span.last != after_all) {
    if (const auto text = partial_text(span)) return *text;
  }
  return '[' + (span.first == before_all ? std::string() : to_text(span.first)) + ".." +
         (span.last == after_all ? std::string() : to_text(span.last)) + ']';
}

Held held_on(Day day, DateSpan from, DateSpan until) noexcept {
  const bool ends = !until.blank();
  if (from.first > day || (ends && until.last <= day)) return Held::no;
  if (from.last <= day && (!ends || until.first > day)) return Held::certainly;
  return Held::possibly;
}

}  // namespace entente
