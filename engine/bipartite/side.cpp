// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/side.hpp"

#include <algorithm>
#include <map>

namespace entente::bipartite {
namespace {

std::span<const std::uint32_t> line(const Incidence& table, Side side, std::uint32_t at) {
  return side == Side::actor ? table.row(at) : table.column(at);
}

bool one_roll_call(const Incidence& table, Side side, std::uint32_t a, std::uint32_t b) {
  return side == Side::item && table.other_answer(a) == b;
}

}  // namespace

std::uint32_t line_count(const Incidence& table, Side side) noexcept {
  return side == Side::actor ? table.actors() : table.items();
}

LineKinds line_kinds(const Incidence& table, Side side) {
  const std::uint32_t lines = line_count(table, side);
  const std::uint32_t across = line_count(table, side == Side::actor ? Side::item : Side::actor);
  LineKinds kinds;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
  for (std::uint32_t at = 0; at < lines; ++at) {
    std::vector<std::uint32_t> key{static_cast<std::uint32_t>(line(table, side, at).size())};
    if (side == Side::item) {
      const std::uint32_t other = table.other_answer(at);
      key.push_back(other == no_item ? no_item : table.column_sum(other));
    }
    if (table.masked()) {
      for (std::uint32_t c = 0; c < across; ++c) {
        if (side == Side::actor ? table.known(at, c) : table.known(c, at)) key.push_back(c);
      }
    }
    const auto [found, is_new] =
        numbers.emplace(std::move(key), static_cast<std::uint32_t>(kinds.first.size()));
    if (is_new) kinds.first.push_back(at);
    kinds.kind.push_back(found->second);
  }
  return kinds;
}

std::vector<Overlap> overlaps(const Incidence& table, Side side, bool all) {
  const Side across = side == Side::actor ? Side::item : Side::actor;
  const std::uint32_t lines = line_count(table, side);
  std::vector<Overlap> found;
  std::vector<std::uint32_t> count(lines, 0), met;
  for (std::uint32_t a = 0; a < lines; ++a) {
    met.clear();
    for (const std::uint32_t c : line(table, side, a)) {
      const auto others = line(table, across, c);
      for (auto b = std::upper_bound(others.begin(), others.end(), a); b != others.end(); ++b) {
        if (count[*b]++ == 0) met.push_back(*b);
      }
    }
    if (all) {
      for (std::uint32_t b = a + 1; b < lines; ++b) {
        if (!one_roll_call(table, side, a, b)) found.push_back({a, b, count[b]});
      }
    } else {
      std::sort(met.begin(), met.end());
      for (const std::uint32_t b : met) found.push_back({a, b, count[b]});
    }
    for (const std::uint32_t b : met) count[b] = 0;
  }
  return found;
}

std::uint64_t pair_count(const Incidence& table, Side side) noexcept {
  const std::uint64_t lines = line_count(table, side);
  std::uint64_t answers = 0;
  if (side == Side::item) {
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      answers += table.other_answer(j) == no_item ? 0 : 1;
    }
  }
  return lines * (lines - (lines > 0 ? 1 : 0)) / 2 - answers / 2;
}

}  // namespace entente::bipartite
