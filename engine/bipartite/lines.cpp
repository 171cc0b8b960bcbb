// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/lines.hpp"

#include <map>

namespace entente::bipartite {
namespace {

bool one_roll_call(const Incidence& table, Mode mode, std::uint32_t a, std::uint32_t b) {
  return mode == Mode::item && table.other_answer(a) == b;
}

}  // namespace

std::uint32_t line_count(const Incidence& table, Mode mode) noexcept {
  return SideOf(table, mode).size();
}

LineKinds line_kinds(const Incidence& table, Mode mode) {
  const SideOf side(table, mode);
  LineKinds kinds;
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers;
  for (std::uint32_t at = 0; at < side.size(); ++at) {
    std::vector<std::uint32_t> key{static_cast<std::uint32_t>(side.joined(at).size())};
    if (mode == Mode::item) {
      const std::uint32_t other = table.other_answer(at);
      key.push_back(other == no_item ? no_item : table.column_sum(other));
    }
    for (std::uint32_t c = 0; table.masked() && c < side.other_size(); ++c) {
      if (side.known(at, c)) key.push_back(c);
    }
    const auto [found, is_new] =
        numbers.emplace(std::move(key), static_cast<std::uint32_t>(kinds.first.size()));
    if (is_new) kinds.first.push_back(at);
    kinds.kind.push_back(found->second);
  }
  return kinds;
}

std::vector<Overlap> pair_overlaps(const Incidence& table, Mode mode, bool all) {
  const SideOf side(table, mode);
  Overlaps shared(side);
  std::vector<Overlap> found;
  for (std::uint32_t a = 0; a < side.size(); ++a) {
    shared.from(a);
    if (!all) {
      for (const std::uint32_t b : shared.partners()) found.push_back({a, b, shared.shared(b)});
      continue;
    }
    auto next = shared.partners().begin();
    for (std::uint32_t b = a + 1; b < side.size(); ++b) {
      const bool meets = next != shared.partners().end() && *next == b;
      if (!one_roll_call(table, mode, a, b)) found.push_back({a, b, meets ? shared.shared(b) : 0});
      if (meets) ++next;
    }
  }
  return found;
}

std::uint64_t pair_count(const Incidence& table, Mode mode) noexcept {
  const std::uint64_t lines = line_count(table, mode);
  std::uint64_t answers = 0;
  if (mode == Mode::item) {
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      answers += table.other_answer(j) == no_item ? 0 : 1;
    }
  }
  return lines * (lines - (lines > 0 ? 1 : 0)) / 2 - answers / 2;
}

}  // namespace entente::bipartite
