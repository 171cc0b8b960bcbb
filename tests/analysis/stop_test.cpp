// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: who asks a long one to stop does not wait for it.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <ctime>
#include <optional>
#include <thread>

#include "engine/analysis/run.hpp"
#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Of this process, so that a busy machine makes no difference.
double seconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

struct Stopping {
  std::optional<double> finished_after;  // where it did before it was asked
  double stopped_after = 0;              // from the request
};

Stopping stop(const Analysis& analysis, const View& view, double after,
              const Params& changed = {}) {
  Params params = usual_params(analysis, view);
  for (const auto& [name, value] : changed) params[name] = value;
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
    static_cast<void>(run(analysis, view, params, context));
    result.finished_after = seconds() - begin;
    watcher.request_stop();
  } catch (const Stopped&) {
    watcher.join();
    result.stopped_after = seconds() - asked;
  }
  return result;
}

View large(const Analysis& analysis, std::uint32_t nodes) {
  if (!analysis.needs.two_mode) {
    return View(random_edges({.nodes = nodes, .edges = 5 * nodes, .blocks = 20}, 8));
  }
  const std::uint32_t actors = nodes / 4;
  EdgeList list = random_cells({.actors = actors, .items = nodes - actors, .density = 0}, 1);
  Rng rng(8);
  for (std::uint32_t e = 0; e < 8 * nodes; ++e) {
    list.source.push_back(Vertex(rng.below(actors)));
    list.target.push_back(actors + Vertex(rng.below(nodes - actors)));
  }
  return View(std::move(list));
}

// A second, and what a build for tests adds to it.
#ifdef NDEBUG
constexpr double patience = 1;
#else
constexpr double patience = 3;
#endif

}  // namespace

TEST_CASE("every analysis of a large graph stops soon when asked",
          "[.slow][every_analysis][stop]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    const View view = large(analysis, 2000);
    for (const double after : {0.0, 0.1}) {
      const Stopping stopping = stop(analysis, view, after);
      INFO(analysis.method.id << " asked after " << after << " s");
      CHECK(stopping.finished_after.value_or(stopping.stopped_after) < patience);
    }
  }
}

TEST_CASE("asynchronous label propagation of 800,000 edges stops soon when asked",
          "[.slow][every_analysis][stop]") {
  const Analysis& analysis = *find_analysis("label-propagation");
  const View view = large(analysis, 160'000);
  const Stopping stopping =
      stop(analysis, view, 0.1, {{"convention", std::string("asynchronous")}});
  CHECK(stopping.finished_after.value_or(stopping.stopped_after) < patience);
}
