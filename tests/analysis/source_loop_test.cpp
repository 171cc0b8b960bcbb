// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/source_loop.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace entente;

namespace {

// By source: the slot that had it; checks that each source comes once and in order within its slot.
std::vector<std::uint32_t> slots_of(const SourceLoop& loop, unsigned threads) {
  Context context;
  context.threads = threads;
  std::vector<std::uint32_t> slot_of(loop.count, 999);
  std::vector<std::uint32_t> last(loop.slots, 0);
  std::vector<std::uint8_t> ordered(loop.slots, 1);
  for_sources(context, loop, [&](std::uint32_t slot, std::uint32_t begin, std::uint32_t end) {
    if (begin < last[slot]) ordered[slot] = 0;
    last[slot] = end;
    for (std::uint32_t s = begin; s < end; ++s) slot_of[s] = slot;
  });
  for (const auto is : ordered) CHECK(is == 1);
  return slot_of;
}

}  // namespace

TEST_CASE("sources fall into the same slots on any number of threads", "[source_loop]") {
  for (const std::uint32_t count : {0U, 1U, 7U, 100U, 20'000U}) {
    const SourceLoop loop{.step = "test", .count = count, .slots = 7, .batch = 8};
    const auto one = slots_of(loop, 1);
    CHECK(one == slots_of(loop, 4));
    for (const auto slot : one) CHECK(slot < 7);
  }
}

TEST_CASE("a loop over sources tells how far it is and can be stopped", "[source_loop]") {
  std::stop_source stop;
  Context context;
  context.stop = stop.get_token();
  double farthest = 0;
  context.progress = [&](std::string_view step, double done, double total) {
    CHECK(step == "test");
    CHECK(total == 1000);
    CHECK(done >= farthest);
    farthest = done;
  };
  const SourceLoop loop{.step = "test", .count = 1000, .slots = 4};
  for_sources(context, loop, [](std::uint32_t, std::uint32_t, std::uint32_t) {});
  CHECK(farthest == 1000);
  stop.request_stop();
  CHECK_THROWS_AS(for_sources(context, loop, [](std::uint32_t, std::uint32_t, std::uint32_t) {}),
                  Stopped);
}
