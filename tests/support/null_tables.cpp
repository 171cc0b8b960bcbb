// SPDX-License-Identifier: Apache-2.0
#include "tests/support/null_tables.hpp"

#include <algorithm>

#include "engine/base/random.hpp"

namespace entente::test {
namespace {

std::string numbered(char letter, std::size_t number) {
  const std::string digits = std::to_string(number);
  return letter + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

bool is_roll_call(const std::vector<std::string>& rows, std::size_t column) {
  return std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
    return row[column] == 'y' || row[column] == 'n' || row[column] == 'a';
  });
}

}  // namespace

View votes(const std::vector<std::string>& rows) {
  EdgeList list;
  list.two_mode = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    list.keys.push_back(numbered('a', i));
    list.is_item.push_back(0);
    list.other_answer.push_back(no_item);
  }
  const auto add_item = [&](std::string key) {
    list.keys.push_back(std::move(key));
    list.is_item.push_back(1);
    list.other_answer.push_back(no_item);
    return static_cast<Vertex>(list.keys.size() - 1);
  };
  for (std::size_t c = 0; !rows.empty() && c < rows[0].size(); ++c) {
    const bool roll_call = is_roll_call(rows, c);
    const Vertex yes = add_item(numbered('c', c) + (roll_call ? ".yes" : ""));
    const Vertex no = roll_call ? add_item(numbered('c', c) + ".no") : no_item;
    if (roll_call) {
      list.other_answer[yes] = no;
      list.other_answer[no] = yes;
    }
    for (Vertex i = 0; i < rows.size(); ++i) {
      const char cell = rows[i][c];
      if (cell == '?') {
        list.unknown.emplace_back(i, yes);
        if (roll_call) list.unknown.emplace_back(i, no);
      } else if (cell == 'y' || cell == '1' || cell == 'n') {
        list.source.push_back(i);
        list.target.push_back(cell == 'n' ? no : yes);
      }
    }
  }
  return View(std::move(list));
}

View random_votes(const RandomVotes& shape, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<std::string> rows(shape.actors);
  for (auto& row : rows) {
    for (std::uint32_t c = 0; c < shape.roll_calls + shape.items; ++c) {
      const double u = rng.uniform();
      char cell = u < shape.signs ? '1' : '0';
      if (c < shape.roll_calls) cell = u < shape.yes ? 'y' : u < shape.yes + shape.no ? 'n' : 'a';
      row += rng.uniform() < shape.hidden ? '?' : cell;
    }
  }
  return votes(rows);
}

Rows rows_of(const bipartite::Incidence& table) {
  Rows rows;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    rows.emplace_back(table.row(i).begin(), table.row(i).end());
  }
  return rows;
}

void for_each_table(const bipartite::Incidence& table,
                    const std::function<void(const Rows&)>& use) {
  Rows rows(table.actors());
  std::vector<std::uint32_t> left(table.items());
  for (std::uint32_t j = 0; j < table.items(); ++j) left[j] = table.column_sum(j);
  const std::function<void(std::uint32_t, std::uint32_t)> fill = [&](std::uint32_t i,
                                                                     std::uint32_t j) {
    if (i == table.actors()) {
      if (std::all_of(left.begin(), left.end(), [](std::uint32_t d) { return d == 0; })) use(rows);
      return;
    }
    if (rows[i].size() == table.row_sum(i)) return fill(i + 1, 0);
    if (j == table.items()) return;
    fill(i, j + 1);
    const std::uint32_t other = table.other_answer(j);
    if (left[j] == 0 || !table.known(i, j)) return;
    if (std::find(rows[i].begin(), rows[i].end(), other) != rows[i].end()) return;
    --left[j];
    rows[i].push_back(j);
    fill(i, j + 1);
    rows[i].pop_back();
    ++left[j];
  };
  fill(0, 0);
}

}  // namespace entente::test
