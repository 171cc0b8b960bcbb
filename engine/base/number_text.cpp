// SPDX-License-Identifier: Apache-2.0
#include "engine/base/number_text.hpp"

#include <charconv>

namespace entente {
namespace {

template <class Number>
void append(std::string& text, Number value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  text.append(buffer, end);
}

template <class Number>
std::optional<Number> parse(std::string_view text) {
  if (text.size() > 1 && text.front() == '+' && text[1] != '-' && text[1] != '+') {
    text.remove_prefix(1);
  }
  Number value{};
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (status != std::errc{} || end != text.data() + text.size() || text.empty())
    return std::nullopt;
  return value;
}

}  // namespace

void append_number(std::string& text, double value) { append(text, value); }
void append_number(std::string& text, std::int64_t value) { append(text, value); }

std::string number_text(double value) {
  std::string text;
  append(text, value);
  return text;
}

std::string number_text(std::int64_t value) {
  std::string text;
  append(text, value);
  return text;
}

std::optional<double> parse_double(std::string_view text) { return parse<double>(text); }
std::optional<std::int64_t> parse_integer(std::string_view text) {
  return parse<std::int64_t>(text);
}

}  // namespace entente
