// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: who asks a long one to stop does not wait for it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <ctime>
#include <map>
#include <optional>
#include <thread>

#include "engine/analysis/run.hpp"
#include "engine/base/number_text.hpp"
#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"
#include "tests/support/text_table.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Of this process, so that a busy machine makes no difference.
double seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

struct Stopping {
  std::optional<double> finished_after;  // where it did before it was asked
  double stopped_after = 0;              // from the request
};

// Of a View or a TextTable.
template <typename Input>
Stopping stop(const Analysis& analysis, const Input& input, const Params& params, double after) {
  std::stop_source source;
  Context context;
  context.threads = 1;
  context.stop = source.get_token();
  const double begin = seconds();
  double asked = begin;
  if (after == 0) source.request_stop();
  std::jthread watcher([&](const std::stop_token& done) {
    while (!done.stop_requested() && seconds() < begin + after) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    asked = seconds();
    source.request_stop();
  });
  Stopping result;
  try {
    static_cast<void>(run(analysis, input, params, context));
    result.finished_after = seconds() - begin;
    watcher.request_stop();
  } catch (const Stopped&) {
    watcher.join();
    result.stopped_after = seconds() - asked;
  }
  return result;
}

struct Shape {
  bool two_mode = false, directed = false;
  WeightRole role = WeightRole::ignore;
  auto operator<=>(const Shape&) const = default;
};

// Without weights and directions, and with all of them that the method reads.
std::vector<Shape> shapes(const Needs& needs) {
  const WeightRole role = needs.strengths   ? WeightRole::strength
                          : needs.distances ? WeightRole::distance
                                            : WeightRole::ignore;
  std::vector<Shape> all;
  for (const bool two_mode : {false, true}) {
    if (two_mode ? needs.one_mode : needs.two_mode) continue;
    const Shape full{
        .two_mode = two_mode, .directed = !two_mode && !needs.undirected, .role = role};
    all.push_back({.two_mode = two_mode});
    if (full != all.back()) all.push_back(full);
  }
  return all;
}

View large(const Shape& shape, std::uint32_t nodes) {
  if (!shape.two_mode) {
    return View(random_edges({.nodes = nodes,
                              .edges = 5 * nodes,
                              .directed = shape.directed,
                              .role = shape.role,
                              .blocks = 20},
                             8));
  }
  const std::uint32_t actors = nodes / 4;
  EdgeList list = random_edges({.nodes = nodes, .role = shape.role}, 8);
  list.two_mode = true;
  for (Vertex v = 0; v < nodes; ++v) list.is_item.push_back(v < actors ? 0 : 1);
  Rng rng(8);
  for (std::uint32_t e = 0; e < 8 * nodes; ++e) {
    list.source.push_back(Vertex(rng.below(actors)));
    list.target.push_back(actors + Vertex(rng.below(nodes - actors)));
    if (shape.role != WeightRole::ignore) list.weight.push_back(double(1 + rng.below(24)) / 8);
  }
  return View(std::move(list));
}

// Views of 2,000 nodes, and larger ones where a method is through with those before it is asked.
class Views {
 public:
  const View& of(const Shape& shape, std::uint32_t nodes) {
    const auto [at, is_new] = views_.try_emplace({shape, nodes});
    if (is_new) at->second = large(shape, nodes);
    return at->second;
  }

 private:
  std::map<std::pair<Shape, std::uint32_t>, View> views_;
};

std::string letters(Rng& rng, std::size_t count) {
  std::string text;
  for (std::size_t k = 0; k < count; ++k) text += char('a' + rng.below(26));
  return text;
}

// As large as the method takes, or as makes it work for longer than until it is asked.
TextTable long_table(std::string_view analysis) {
  Rng rng(8);
  std::vector<std::vector<std::string>> rows;
  if (analysis == "compare-partitions") {  // groups of 600 sizes
    std::vector<std::string> groups;
    for (int size = 1; size <= 600; ++size) groups.insert(groups.end(), size, std::to_string(size));
    std::vector<std::string> others = groups;
    rng.shuffle(others);
    for (std::size_t r = 0; r < groups.size(); ++r) {
      rows.push_back({std::to_string(r), groups[r], others[r]});
    }
    return text_table({"node", "a", "b"}, std::move(rows));
  }
  if (analysis == "name-similarity") {
    for (int r = 0; r < 10; ++r) rows.push_back({letters(rng, 4000), letters(rng, 4000)});
    return text_table({"a", "b"}, std::move(rows));
  }
  for (int r = 0; r < 50'000; ++r) {
    rows.push_back({std::to_string(r), number_text(rng.uniform())});
  }
  return text_table({"id", "p"}, std::move(rows));
}

// A second, and what a build for tests adds to it.
#ifdef NDEBUG
constexpr double patience = 1;
#else
constexpr double patience = 3;
#endif

void check_soon(const Stopping& stopping) {
  CHECK(stopping.finished_after.value_or(stopping.stopped_after) < patience);
}

}  // namespace

TEST_CASE("every analysis of a large graph stops soon when asked",
          "[.slow][every_analysis][stop]") {
  Views views;
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const Shape& shape : shapes(analysis.needs)) {
      INFO(analysis.method.id << (shape.two_mode ? " two-mode" : "")
                              << (shape.directed ? " directed" : "") << " weights as "
                              << int(shape.role));
      const auto stopping_of = [&](std::uint32_t nodes, double after) {
        const View& view = views.of(shape, nodes);
        return stop(analysis, view, usual_params(analysis, view), after);
      };
      check_soon(stopping_of(2000, 0));
      for (const std::uint32_t nodes : {2000U, 16'000U, 64'000U}) {
        INFO("asked after 0.05 s of " << nodes << " nodes");
        const Stopping stopping = stopping_of(nodes, 0.05);
        check_soon(stopping);
        if (!stopping.finished_after) break;
      }
    }
  }
}

TEST_CASE("every long analysis of a table stops when asked", "[.slow][every_analysis][stop]") {
  const std::string_view short_ones[] = {"adjust-p"};
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_table == nullptr) continue;
    const bool is_short = std::ranges::count(short_ones, analysis.method.id) > 0;
    const TextTable table = long_table(analysis.method.id);
    for (const double after : {0.0, 0.02}) {
      INFO(analysis.method.id << " asked after " << after << " s");
      const Stopping stopping = stop(analysis, table, {}, after);
      CHECK(stopping.finished_after.has_value() == is_short);
      check_soon(stopping);
    }
  }
}

TEST_CASE("asynchronous label propagation of 800,000 edges stops soon when asked",
          "[.slow][every_analysis][stop]") {
  const Analysis& analysis = *find_analysis("label-propagation");
  const View view = large({}, 160'000);
  Params params = usual_params(analysis, view);
  params["convention"] = std::string("asynchronous");
  check_soon(stop(analysis, view, params, 0.1));
}
