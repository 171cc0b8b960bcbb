// SPDX-License-Identifier: Apache-2.0
// All that a run depends on besides its input. Threads and progress cannot change a result.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

#include "engine/base/parallel.hpp"
#include "engine/base/random.hpp"

namespace entente {

enum class Effort : std::uint8_t { quick, normal, thorough };

struct Context {
  std::uint64_t seed = 1;
  Effort effort = Effort::normal;
  unsigned threads = 0;  // 0: every core
  std::stop_token stop{};
  std::function<void(std::string_view step, double done, double total)> progress{};  // may be empty

  Rng rng(std::string_view id) const noexcept { return Rng(key_of(id)).split(seed); }
  ChunkedLoop loop(std::size_t count, std::size_t chunk = 1) const {
    return {.count = count, .chunk = chunk, .threads = threads, .stop = stop};
  }
  void check_stop() const {
    if (stop.stop_requested()) throw Stopped{};
  }
  void report(std::string_view step, double done, double total) const {
    if (progress) progress(step, done, total);
  }
};

}  // namespace entente
