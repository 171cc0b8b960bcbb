// SPDX-License-Identifier: Apache-2.0
#include "engine/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#if defined(ENTENTE_PARALLEL_TBB)
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace entente {
namespace {

std::size_t chunk_count(const ChunkedLoop& loop) {
  return loop.count == 0 ? 0 : (loop.count - 1) / loop.chunk + 1;
}

void run_chunk(const ChunkedLoop& loop, const std::function<void(std::size_t, std::size_t)>& body,
               std::size_t chunk) {
  if (loop.stop.stop_requested()) throw Stopped{};
  const std::size_t begin = chunk * loop.chunk;
  body(begin, std::min(begin + loop.chunk, loop.count));
}

#if defined(ENTENTE_PARALLEL_TBB)

void run_parallel(const ChunkedLoop& loop,
                  const std::function<void(std::size_t, std::size_t)>& body, std::size_t chunks,
                  unsigned threads) {
  // TBB ignores a wish for more threads than cores unless the limit is raised.
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                            std::max(threads, hardware_threads()));
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, chunks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          for (std::size_t c = range.begin(); c != range.end(); ++c) run_chunk(loop, body, c);
        },
        tbb::simple_partitioner());
  });
}

#elif defined(ENTENTE_PARALLEL_STD)

void run_parallel(const ChunkedLoop& loop,
                  const std::function<void(std::size_t, std::size_t)>& body, std::size_t chunks,
                  unsigned threads) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex guard;
  const auto work = [&] {
    for (std::size_t c = next++; c < chunks; c = next++) {
      try {
        run_chunk(loop, body, c);
      } catch (...) {
        const std::lock_guard lock(guard);
        if (!failure) failure = std::current_exception();
        next = chunks;
      }
    }
  };
  std::vector<std::jthread> pool;
  for (unsigned t = 1; t < threads; ++t) pool.emplace_back(work);
  work();
  pool.clear();
  if (failure) std::rethrow_exception(failure);
}

#else

void run_parallel(const ChunkedLoop& loop,
                  const std::function<void(std::size_t, std::size_t)>& body, std::size_t chunks,
                  unsigned) {
  for (std::size_t c = 0; c < chunks; ++c) run_chunk(loop, body, c);
}

#endif

}  // namespace

unsigned hardware_threads() noexcept { return std::max(1U, std::thread::hardware_concurrency()); }

void for_chunks(const ChunkedLoop& loop,
                const std::function<void(std::size_t, std::size_t)>& body) {
  const std::size_t chunks = chunk_count(loop);
  const unsigned threads = loop.threads == 0 ? hardware_threads() : loop.threads;
  if (threads <= 1 || chunks <= 1) {
    for (std::size_t c = 0; c < chunks; ++c) run_chunk(loop, body, c);
    return;
  }
  run_parallel(loop, body, chunks, threads);
}

double sum_chunks(const ChunkedLoop& loop,
                  const std::function<double(std::size_t, std::size_t)>& term) {
  std::vector<double> terms(chunk_count(loop));
  for_chunks(loop, [&](std::size_t begin, std::size_t end) {
    terms[begin / loop.chunk] = term(begin, end);
  });
  double sum = 0;
  for (const double t : terms) sum += t;
  return sum;
}

}  // namespace entente
