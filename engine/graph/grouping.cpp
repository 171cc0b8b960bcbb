// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/grouping.hpp"

#include <algorithm>
#include <map>

#include "engine/base/assert.hpp"

namespace entente {

std::vector<std::int64_t> group_numbers(const View& view, std::span<const std::uint32_t> groups) {
  ENTENTE_ASSERT(groups.size() == view.vertex_count());
  struct Group {
    std::uint32_t name;
    std::size_t size = 0;
    Vertex smallest = 0;  // by key
  };
  std::map<std::uint32_t, Group> found;
  for (Vertex v = 0; v < groups.size(); ++v) {
    Group& group = found.try_emplace(groups[v], Group{groups[v], 0, v}).first->second;
    ++group.size;
    if (view.key(v) < view.key(group.smallest)) group.smallest = v;
  }
  std::vector<Group> order;
  for (const auto& [name, group] : found) order.push_back(group);
  std::sort(order.begin(), order.end(), [&](const Group& a, const Group& b) {
    if (a.size != b.size) return a.size > b.size;
    return view.key(a.smallest) < view.key(b.smallest);
  });
  std::map<std::uint32_t, std::int64_t> number;
  for (const Group& group : order) {
    number.emplace(group.name, static_cast<std::int64_t>(number.size()) + 1);
  }
  std::vector<std::int64_t> numbers;
  numbers.reserve(groups.size());
  for (const std::uint32_t group : groups) numbers.push_back(number.at(group));
  return numbers;
}

}  // namespace entente
