// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same on every platform and on any number of threads.
//
// Counter-based: the k-th number of a stream is a hash of (key, k), so splitting a stream is free.
// Give one stream to each task (sample, restart, chunk), never to a thread.
// Method: SplitMix64's finaliser, Steele, Lea and Flood (2014), doi:10.1145/2714064.2660195.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace entente {

class Rng {
 public:
  explicit constexpr Rng(std::uint64_t key) noexcept : key_(key) {}

  std::uint64_t next() noexcept { return mix(key_ + 0x9e3779b97f4a7c15ULL * ++counter_); }

  // Uniform in [0, bound), without bias; bound > 0.
  std::uint64_t below(std::uint64_t bound) noexcept {
    const std::uint64_t reject =
        (0 - bound) % bound;  // the first 2^64 mod bound values would favour small results
    for (;;) {
      const std::uint64_t value = next();
      if (value >= reject) return value % bound;
    }
  }

  // Uniform in [0, 1), 53 bits.
  double uniform() noexcept { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  bool coin() noexcept { return (next() >> 63) != 0; }

  // An independent stream; the same number gives the same stream, however much was drawn here.
  Rng split(std::uint64_t stream) const noexcept {
    return Rng(mix(key_ ^ mix(stream + 0x632be59bd9b4e019ULL)));
  }

  template <class Sequence>
  void shuffle(Sequence& sequence) noexcept {
    for (std::size_t i = sequence.size(); i > 1; --i) {
      using std::swap;
      swap(sequence[i - 1], sequence[below(i)]);
    }
  }

 private:
  static constexpr std::uint64_t mix(std::uint64_t z) noexcept {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  std::uint64_t key_;
  std::uint64_t counter_ = 0;
};

// A key from a word: the id of an analysis, the name of a step (FNV-1a).
constexpr std::uint64_t key_of(std::string_view word) noexcept {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

}  // namespace entente
