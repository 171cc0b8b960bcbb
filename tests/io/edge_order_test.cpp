// SPDX-License-Identifier: Apache-2.0
#include "engine/io/edge_order.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <numeric>
#include <tuple>

using namespace entente;

namespace {

std::vector<std::uint32_t> positions(std::size_t count) {
  std::vector<std::uint32_t> result(count);
  std::iota(result.begin(), result.end(), 0U);
  return result;
}

PropertyGraph any_graph() {
  PropertyGraph graph;
  graph.directed = *rc::gen::arbitrary<bool>();
  const auto nodes = *rc::gen::inRange<std::uint32_t>(1, 6);
  for (std::uint32_t v = 0; v < nodes; ++v) graph.node_ids.push_back("n" + std::to_string(9 - v));
  const auto ends = rc::gen::container<std::vector<std::uint32_t>>(
      *rc::gen::inRange(0, 30), rc::gen::inRange<std::uint32_t>(0, nodes));
  graph.source = *ends;
  graph.target = *rc::gen::container<std::vector<std::uint32_t>>(
      graph.source.size(), rc::gen::inRange<std::uint32_t>(0, nodes));
  return graph;
}

}  // namespace

TEST_CASE("ids are ordered by their bytes, then by place", "[io][edge_order]") {
  CHECK(io::order_by_id({"b", "a", "", "a"}) == std::vector<std::uint32_t>{2, 1, 3, 0});
  CHECK(rc::check("as a plain sort has it", [] {
    const std::string parts[] = {"", "state.", "\xC3\xA9", std::string(1, '\0'), "a", "abcdefgh"};
    const auto picks = *rc::gen::container<std::vector<std::vector<int>>>(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)));
    std::vector<std::string> ids;
    for (const auto& pick : picks) {
      ids.emplace_back();
      for (const int part : pick) ids.back() += parts[part];
    }
    auto expected = positions(ids.size());
    std::stable_sort(expected.begin(), expected.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
    RC_ASSERT(io::order_by_id(ids) == expected);
  }));
}

TEST_CASE("edges are ordered by source, target and place", "[io][edge_order]") {
  CHECK(rc::check("as a plain sort has it", [] {
    const PropertyGraph graph = any_graph();
    const auto id = [&](std::uint32_t v) { return graph.node_ids[v]; };
    auto expected = positions(graph.source.size());
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(id(graph.source[a]), id(graph.target[a])) <
             std::pair(id(graph.source[b]), id(graph.target[b]));
    });
    RC_ASSERT(io::order_by_ends(graph, io::order_by_id(graph.node_ids)) == expected);
  }));
}

TEST_CASE("parallel edges are those beyond the first of the same ends and text",
          "[io][edge_order]") {
  CHECK(rc::check("as a map counts them", [] {
    const PropertyGraph graph = any_graph();
    std::vector<std::string> texts;
    for (std::size_t e = 0; e < graph.source.size(); ++e)
      texts.push_back(*rc::gen::element<std::string>("", "supports", "opposes"));
    const Attribute relation{.name = "relation", .values = texts};
    for (const bool told : {false, true}) {
      std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::size_t> count;
      std::size_t expected = 0;
      for (std::size_t e = 0; e < texts.size(); ++e) {
        auto [source, target] = std::pair(graph.source[e], graph.target[e]);
        if (!graph.directed && source > target) std::swap(source, target);
        expected += count[{source, target, told ? texts[e] : ""}]++ > 0 ? 1 : 0;
      }
      RC_ASSERT(io::count_parallels(graph, told ? &relation : nullptr) == expected);
    }
  }));
}
