// SPDX-License-Identifier: Apache-2.0
#include "tests/support/two_mode.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <stdexcept>

#include "engine/base/random.hpp"

namespace entente::test {
namespace {

std::string numbered(char letter, std::size_t number) {
  const std::string digits = std::to_string(number);
  return letter + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

}  // namespace

View two_mode(const std::vector<std::string>& rows) {
  return two_mode(rows, rows.empty() ? 0 : static_cast<std::uint32_t>(rows.front().size()));
}

View two_mode(const std::vector<std::string>& rows, std::uint32_t items) {
  EdgeList list;
  list.two_mode = true;
  const auto actors = static_cast<Vertex>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) list.keys.push_back(numbered('a', i));
  for (std::size_t j = 0; j < items; ++j) list.keys.push_back(numbered('i', j));
  list.is_item.assign(actors, 0);
  list.is_item.resize(list.keys.size(), 1);
  for (Vertex i = 0; i < actors; ++i) {
    for (Vertex j = 0; j < items; ++j) {
      const char cell = rows[i].at(j);
      if (cell == '?') list.unknown.emplace_back(i, actors + j);
      if (cell == '-') list.impossible.emplace_back(i, actors + j);
      if (cell != '1') continue;
      list.source.push_back(i);
      list.target.push_back(actors + j);
    }
  }
  return View(std::move(list));
}

View weighted_two_mode(const std::vector<std::vector<double>>& rows) {
  EdgeList list;
  list.two_mode = true;
  list.weight_role = WeightRole::strength;
  const auto actors = static_cast<Vertex>(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) list.keys.push_back(numbered('a', i));
  for (std::size_t j = 0; j < rows.front().size(); ++j) list.keys.push_back(numbered('i', j));
  list.is_item.assign(actors, 0);
  list.is_item.resize(list.keys.size(), 1);
  for (Vertex i = 0; i < actors; ++i) {
    for (Vertex j = 0; j < rows[i].size(); ++j) {
      if (rows[i][j] == 0) continue;
      list.source.push_back(i);
      list.target.push_back(actors + j);
      list.weight.push_back(rows[i][j]);
    }
  }
  return View(std::move(list));
}

View random_two_mode(const RandomTable& table, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<std::string> rows(table.actors, std::string(table.items, '0'));
  for (std::string& row : rows) {
    for (char& cell : row) {
      if (rng.uniform() < table.density) {
        cell = '1';
      } else if (rng.uniform() < table.hidden) {
        cell = '?';
      }
    }
  }
  return two_mode(rows, table.items);
}

View southern_women() {
  std::ifstream edges(ENTENTE_SOURCE_DIR "/tests/data/graphs/davis_southern_women/edges.csv");
  if (!edges) throw std::runtime_error("no edges.csv of the southern women");
  EdgeList list;
  list.two_mode = true;
  std::map<std::string, Vertex> vertex;
  const auto at = [&](const std::string& key, bool item) {
    const auto [place, added] = vertex.emplace(key, static_cast<Vertex>(list.keys.size()));
    if (added) {
      list.keys.push_back(key);
      list.is_item.push_back(item ? 1 : 0);
    }
    return place->second;
  };
  std::string line;
  std::getline(edges, line);  // the header
  while (std::getline(edges, line)) {
    const auto comma = line.find(',');
    list.source.push_back(at(line.substr(0, comma), false));
    list.target.push_back(at(line.substr(comma + 1), true));
  }
  return View(std::move(list));
}

void for_each_partition(std::uint32_t n,
                        const std::function<void(const std::vector<std::uint32_t>&)>& use) {
  std::vector<std::uint32_t> groups(n, 0);
  const std::function<void(std::uint32_t, std::uint32_t)> set = [&](std::uint32_t v,
                                                                    std::uint32_t count) {
    if (v == n) return use(groups);
    for (std::uint32_t g = 0; g <= count; ++g) {
      groups[v] = g;
      set(v + 1, std::max(count, g + 1));
    }
  };
  set(0, 0);
}

}  // namespace entente::test
