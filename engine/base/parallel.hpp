// SPDX-License-Identifier: Apache-2.0
// Loops over [0, n) in chunks whose borders depend on n alone, so results do not depend on threads.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace entente {

struct ChunkedLoop {
  std::size_t count = 0;
  std::size_t chunk = 1;   // items of one task
  unsigned threads = 0;    // 0: every core
  std::stop_token stop{};  // asked before each chunk; a requested stop throws Stopped
};

// Thrown out of a loop that was asked to stop; only a program's main catches it.
struct Stopped {};

// Calls body(begin, end) once for each chunk, in any order, perhaps at the same time. An exception
// of the body comes out of for_chunks.
void for_chunks(const ChunkedLoop& loop, const std::function<void(std::size_t, std::size_t)>& body);

// Adds term(begin, end) of each chunk in the order of the chunks.
double sum_chunks(const ChunkedLoop& loop,
                  const std::function<double(std::size_t, std::size_t)>& term);

// Number of threads that 0 stands for.
unsigned hardware_threads() noexcept;

}  // namespace entente
