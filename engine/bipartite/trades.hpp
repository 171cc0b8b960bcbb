// SPDX-License-Identifier: Apache-2.0
// Random tables with the row and column sums of the data, every one equally likely (`fdsm`).
//
// A trade between two actors deals the items that exactly one of them holds, both actors keeping
// their number; the answers of a roll call that both gave, and differently, change hands with
// chance 1/2; an answer where the other actor gave none is dealt like an item. With a mask, only
// items known for both are dealt, and a quarter of the steps are alternating cycles instead: from a
// random row to a random 1 of it, in its column to a random known 0, and so on until the first
// return; the cells of the cycle are flipped, unless a row or column repeats or an actor would
// give both answers of a roll call.
//
// Both steps are as likely as their reverse, so the uniform distribution stays; any table can be
// reached.
// Cost     O(k_i + k_i') per trade.
// Method   Strona et al. (2014), doi:10.1038/ncomms5114; uniform: Carstens (2015),
//          doi:10.1103/PhysRevE.91.042812; fast: Godard and Neal (2022),
//          doi:10.1093/comnet/cnac049.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

// One chain of such tables.
class Trades {
 public:
  Trades(const Incidence& data, const Rng& rng);
  // That many trades, and with a mask about a third as many cycles.
  void run(std::size_t trades);
  Incidence table() const;
  // Ones that stand where the data have them.
  std::size_t cells_as_in_data() const;

 private:
  void trade();
  void cycle();
  bool holds(std::uint32_t actor, std::uint32_t item) const {
    return held_[std::size_t{actor} * data_.items() + item] != 0;
  }
  void give(std::uint32_t actor, std::size_t place, std::uint32_t item);

  Incidence data_;
  Rng rng_;
  std::vector<std::vector<std::uint32_t>> rows_;  // in any order
  // With a mask: the cells as bytes, and by item the actors that know it.
  std::vector<std::uint8_t> held_;
  std::vector<std::vector<std::uint32_t>> knowing_;
  // Scratch: by item or actor, the number of the last step that marked it.
  std::uint64_t step_ = 0;
  std::vector<std::uint64_t> in_first_, in_second_, on_cycle_row_, on_cycle_item_;
  struct Place {
    std::uint32_t actor;
    std::size_t place;
  };
  std::vector<Place> pool_;
  std::vector<std::uint32_t> dealt_;
};

struct SampleOptions {
  std::size_t samples = 1000;
  std::size_t chains = 8;    // independent, each with its own burn-in
  std::size_t burn_in = 10;  // times the number of actors, at least
  std::size_t thinning = 1;  // times the number of actors
  unsigned threads = 0;      // 0: every core; cannot change a result
  std::stop_token stop{};
  std::function<void(double done, double total)> progress{};  // may be empty
};

// The chain that draws sample `index`: one chain never runs twice at once and draws its samples in
// ascending order.
std::size_t chain_of(std::size_t index, const SampleOptions& options) noexcept;

// Calls body(index, table) for each sample, perhaps several at the same time.
void for_each_sample(const Incidence& data, const Rng& rng, const SampleOptions& options,
                     const std::function<void(std::size_t index, const Incidence& table)>& body);

}  // namespace entente::bipartite
