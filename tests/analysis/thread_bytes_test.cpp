// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: the number of threads changes no byte, on graphs that are large
// enough to be shared out.
#include <catch2/catch_test_macros.hpp>

#include "engine/analysis/run.hpp"
#include "engine/base/number_text.hpp"
#include "engine/report/json.hpp"
#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"
#include "tests/support/text_table.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Loops share out up to 4096 nodes at a time, searches from every node 64, dense products 32
// columns: what takes longer gets less, but always several shares.
struct Size {
  std::string_view analysis;
  std::uint32_t nodes;
};
constexpr Size smaller[] = {{"eigenvector", 600},
                            {"katz", 600},
                            {"bonacich-power", 600},
                            {"alpha-centrality", 600},
                            {"hits", 600},
                            {"algebraic-connectivity", 600},
                            {"leiden", 600},
                            {"map-equation", 600},
                            {"subgraph-centrality", 100},
                            {"equivalence", 100},
                            {"resolution-scan", 100},
                            {"stability", 100},
                            {"consensus", 100},
                            {"core-periphery", 40},
                            {"link-scores", 600}};

std::uint32_t nodes_for(const Analysis& analysis) {
  for (const Size& size : smaller) {
    if (size.analysis == analysis.method.id) return size.nodes;
  }
  return analysis.needs.distances ? 300 : 4500;  // those search from every node
}

// Few of what is done again and again, but more than one.
Params few(const Analysis& analysis) {
  Params params;
  for (const char* name : {"restarts", "replicates", "replicate_restarts"}) {
    if (takes(analysis, name)) params[name] = std::int64_t{3};
  }
  return params;
}

// `answer` is of a number of threads.
template <typename Answer>
void check_bytes(const Answer& answer) {
  const Expected<Result> one = answer(1);
  REQUIRE(one);
  const std::string bytes = to_json(*one);
  for (const unsigned threads : {2U, 8U}) {
    const Expected<Result> more = answer(threads);
    REQUIRE(more);
    CHECK((to_json(*more) == bytes));
  }
}

void check_bytes(const Analysis& analysis, const View& view) {
  check_bytes([&](unsigned threads) { return usual_run(analysis, view, few(analysis), threads); });
}

// Those that the method reads; weights without a role where it reads none.
std::vector<WeightRole> roles(const Needs& needs) {
  std::vector<WeightRole> read;
  if (needs.strengths) read.push_back(WeightRole::strength);
  if (needs.distances) read.push_back(WeightRole::distance);
  if (read.empty()) read.push_back(WeightRole::ignore);
  return read;
}

}  // namespace

TEST_CASE("every analysis of a graph gives the same bytes on 1, 2 and 8 threads",
          "[.slow][every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.two_mode) continue;
    const std::uint32_t nodes = nodes_for(analysis);
    for (const bool directed : {false, true}) {
      if (directed && analysis.needs.undirected) continue;
      for (const WeightRole role : roles(analysis.needs)) {
        INFO(analysis.method.id << (directed ? " directed" : "") << " weights as " << int(role));
        check_bytes(analysis, View(random_edges({.nodes = nodes,
                                                 .edges = 3 * nodes,
                                                 .directed = directed,
                                                 .role = role,
                                                 .blocks = 5},
                                                9)));
      }
    }
  }
}

TEST_CASE("every analysis of a two-mode graph gives the same bytes on 1, 2 and 8 threads",
          "[.slow][every_analysis]") {
  const View view(random_cells({.actors = 40, .items = 150, .density = 0.2, .blocks = 3}, 9));
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.one_mode) continue;
    INFO(analysis.method.id);
    check_bytes(analysis, view);
  }
}

// The cheap ones, so that a build that looks for races sees loops of several shares, too.
TEST_CASE("cheap analyses of 9,000 nodes give the same bytes on 1, 2 and 8 threads",
          "[every_analysis][threads]") {
  const View view(random_edges({.nodes = 9000, .edges = 18'000, .directed = true, .blocks = 5}, 9));
  for (const char* id :
       {"pagerank", "label-propagation", "triangles", "constraint", "link-scores", "brokerage"}) {
    INFO(id);
    check_bytes(*find_analysis(id), view);
  }
}

TEST_CASE("a product of 40,000 rows gives the same bytes on 1, 2 and 8 threads",
          "[every_analysis][threads]") {
  check_bytes(*find_analysis("katz"), View(random_edges({.nodes = 40'000, .edges = 20'000}, 9)));
}

TEST_CASE("analyses of tables give the same bytes on 1, 2 and 8 threads",
          "[every_analysis][threads]") {
  // Shares of 32 points and of 64 rows.
  Rng rng(9);
  std::vector<std::vector<std::string>> points, names;
  const auto name = [&] {
    std::string text;
    for (std::uint64_t k = 3 + rng.below(10); k > 0; --k) text += char('a' + rng.below(4));
    return text;
  };
  for (int r = 0; r < 300; ++r) {
    points.push_back({std::to_string(r), number_text(rng.uniform()), number_text(rng.uniform())});
    names.push_back({name(), name()});
  }
  const TextTable tables[] = {text_table({"id", "x", "y"}, points), text_table({"a", "b"}, names)};
  const char* ids[] = {"local-outlier-factor", "name-similarity"};
  for (std::size_t t = 0; t < 2; ++t) {
    INFO(ids[t]);
    check_bytes([&](unsigned threads) {
      Context context;
      context.threads = threads;
      return run(*find_analysis(ids[t]), tables[t], {}, context);
    });
  }
}
