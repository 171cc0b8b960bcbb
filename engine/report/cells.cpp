// SPDX-License-Identifier: Apache-2.0
#include "engine/report/cells.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/base/number_text.hpp"

namespace entente {
namespace {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

void strip_zeros(std::string& digits) {
  if (digits.find('.') == std::string::npos) return;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
}

}  // namespace

bool is_absent(const Column& column, std::size_t row) {
  return std::visit(
      Overloaded{[&](const std::vector<double>& cells) { return std::isnan(cells[row]); },
                 [&](const std::vector<std::int64_t>& cells) { return cells[row] == no_integer; },
                 [&](const std::vector<std::string>&) { return false; },
                 [&](const std::vector<Vertex>& cells) { return cells[row] == no_item; }},
      column.cells);
}

std::string cell_text(const Column& column, std::size_t row, const View& view) {
  if (is_absent(column, row)) return {};
  return std::visit(
      Overloaded{[&](const std::vector<double>& cells) { return number_text(cells[row]); },
                 [&](const std::vector<std::int64_t>& cells) { return number_text(cells[row]); },
                 [&](const std::vector<std::string>& cells) { return cells[row]; },
                 [&](const std::vector<Vertex>& cells) { return view.key(cells[row]); }},
      column.cells);
}

std::string rounded(double value) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  if (value == 0) return "0";
  const double size = std::abs(value);
  if (size < 1e-4 || size >= 1e15) {
    std::string text = fmt::format("{:.3e}", value);
    const std::size_t e = text.find('e');
    std::string digits = text.substr(0, e);
    strip_zeros(digits);
    return digits + text.substr(e);
  }
  const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = fmt::format("{:.{}f}", value, before >= 4 ? 0 : 4 - before);
  strip_zeros(text);
  return text;
}

std::string value_text(const Value& value) {
  return std::visit(
      Overloaded{[](bool truth) { return std::string(truth ? "true" : "false"); },
                 [](std::int64_t whole) { return number_text(whole); },
                 [](double real) { return std::isnan(real) ? std::string() : number_text(real); },
                 [](const std::string& text) { return text; },
                 [](const std::shared_ptr<const NodeTable>& table) {
                   return table == nullptr ? std::string() : table->file;
                 }},
      value);
}

}  // namespace entente
