// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/bicm_classes.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace entente::bipartite {
namespace {

using Signature = std::vector<std::uint32_t>;

// Numbers equal signatures alike, in ascending order of the signatures; returns how many differ.
std::uint32_t number(const std::vector<Signature>& signatures, std::vector<std::uint32_t>& color) {
  std::map<std::span<const std::uint32_t>, std::uint32_t,
           decltype([](std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
             return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
           })>
      numbers;
  for (const auto& s : signatures) numbers.emplace(s, 0);
  std::uint32_t next = 0;
  for (auto& [signature, value] : numbers) value = next++;
  color.resize(signatures.size());
  for (std::size_t i = 0; i < signatures.size(); ++i) color[i] = numbers.at(signatures[i]);
  return next;
}

struct Units {
  std::vector<std::uint32_t> first_item;  // by unit: of its first answer
  std::vector<std::uint32_t> of_item;
  std::vector<std::uint8_t> answer_of_item;
};

Units make_units(const Incidence& table) {
  Units units;
  units.of_item.assign(table.items(), no_item);
  units.answer_of_item.assign(table.items(), 0);
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    if (units.of_item[j] != no_item) continue;
    const std::uint32_t other = table.other_answer(j);
    const bool other_first = other != no_item && table.column_sum(other) > table.column_sum(j);
    const auto unit = static_cast<std::uint32_t>(units.first_item.size());
    units.first_item.push_back(other_first ? other : j);
    units.of_item[j] = unit;
    units.answer_of_item[j] = other_first ? 1 : 0;
    if (other == no_item) continue;
    units.of_item[other] = unit;
    units.answer_of_item[other] = other_first ? 0 : 1;
  }
  return units;
}

Signature degrees(const Incidence& table, std::uint32_t first) {
  const std::uint32_t other = table.other_answer(first);
  if (other == no_item) return {1, table.column_sum(first), 0};
  return {2, table.column_sum(first), table.column_sum(other)};
}

}  // namespace

BicmClasses bicm_classes(const Incidence& table) {
  const Units units = make_units(table);
  const std::uint32_t actors = table.actors();
  const auto unit_count = static_cast<std::uint32_t>(units.first_item.size());

  std::vector<Signature> row_signature(actors), unit_signature(unit_count);
  for (std::uint32_t i = 0; i < actors; ++i) row_signature[i] = {table.row_sum(i)};
  for (std::uint32_t u = 0; u < unit_count; ++u) {
    unit_signature[u] = degrees(table, units.first_item[u]);
  }
  std::vector<std::uint32_t> row_color, unit_color;
  std::uint32_t row_colors = number(row_signature, row_color);
  std::uint32_t unit_colors = number(unit_signature, unit_color);
  for (bool finer = table.masked(); finer;) {
    for (std::uint32_t i = 0; i < actors; ++i) {
      row_signature[i].assign(unit_colors + 1, 0);
      row_signature[i][0] = row_color[i];
    }
    for (std::uint32_t u = 0; u < unit_count; ++u) {
      unit_signature[u].assign(row_colors + 1, 0);
      unit_signature[u][0] = unit_color[u];
    }
    for (std::uint32_t i = 0; i < actors; ++i) {
      for (std::uint32_t u = 0; u < unit_count; ++u) {
        if (!table.known(i, units.first_item[u])) continue;
        ++row_signature[i][unit_color[u] + 1];
        ++unit_signature[u][row_color[i] + 1];
      }
    }
    const auto before = std::tuple(row_colors, unit_colors);
    row_colors = number(row_signature, row_color);
    unit_colors = number(unit_signature, unit_color);
    finer = before != std::tuple(row_colors, unit_colors);
  }

  BicmClasses classes;
  classes.rows.resize(row_colors);
  classes.units.resize(unit_colors);
  if (table.masked()) classes.known.assign(std::size_t{row_colors} * unit_colors, 0);
  for (std::uint32_t i = 0; i < actors; ++i) {
    auto& row = classes.rows[row_color[i]];
    row.degree = table.row_sum(i);
    if (row.count++ > 0 || !table.masked()) continue;
    for (std::uint32_t u = 0; u < unit_count; ++u) {
      if (!table.known(i, units.first_item[u])) continue;
      ++classes.known[std::size_t{row_color[i]} * unit_colors + unit_color[u]];
    }
  }
  for (std::uint32_t u = 0; u < unit_count; ++u) {
    auto& unit = classes.units[unit_color[u]];
    const Signature s = degrees(table, units.first_item[u]);
    unit.answers = s[0];
    unit.degree = {s[1], s[2]};
    ++unit.count;
  }
  classes.class_of_actor = row_color;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    classes.class_of_item.push_back(unit_color[units.of_item[j]]);
  }
  classes.answer_of_item = units.answer_of_item;
  return classes;
}

}  // namespace entente::bipartite
