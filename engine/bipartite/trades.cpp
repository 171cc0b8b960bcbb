// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/trades.hpp"

#include <algorithm>

#include "engine/base/parallel.hpp"

namespace entente::bipartite {

Trades::Trades(const Incidence& data, const Rng& rng)
    : data_(data),
      rng_(rng),
      rows_(data.actors()),
      in_first_(data.items(), 0),
      in_second_(data.items(), 0) {
  for (std::uint32_t i = 0; i < data.actors(); ++i) {
    rows_[i].assign(data.row(i).begin(), data.row(i).end());
  }
  if (!data.masked()) return;
  held_.assign(std::size_t{data.actors()} * data.items(), 0);
  knowing_.resize(data.items());
  on_cycle_row_.assign(data.actors(), 0);
  on_cycle_item_.assign(data.items(), 0);
  for (std::uint32_t i = 0; i < data.actors(); ++i) {
    for (const std::uint32_t j : rows_[i]) held_[std::size_t{i} * data.items() + j] = 1;
    for (std::uint32_t j = 0; j < data.items(); ++j) {
      if (data.known(i, j)) knowing_[j].push_back(i);
    }
  }
}

void Trades::run(std::size_t trades) {
  if (data_.actors() < 2) return;
  if (!data_.masked()) {
    for (std::size_t t = 0; t < trades; ++t) trade();
    return;
  }
  for (std::size_t t = 0; t < trades;) {
    if (rng_.below(4) == 0) {
      cycle();
    } else {
      trade();
      ++t;
    }
  }
}

void Trades::give(std::uint32_t actor, std::size_t place, std::uint32_t item) {
  std::uint32_t& cell = rows_[actor][place];
  if (!held_.empty()) {
    held_[std::size_t{actor} * data_.items() + cell] = 0;
    held_[std::size_t{actor} * data_.items() + item] = 1;
  }
  cell = item;
}

void Trades::trade() {
  const auto first = static_cast<std::uint32_t>(rng_.below(data_.actors()));
  auto second = static_cast<std::uint32_t>(rng_.below(data_.actors() - 1));
  if (second >= first) ++second;
  ++step_;
  for (const std::uint32_t j : rows_[first]) in_first_[j] = step_;
  for (const std::uint32_t j : rows_[second]) in_second_[j] = step_;

  // The places of both rows whose items are dealt, the first row's before the second's.
  pool_.clear();
  dealt_.clear();
  std::size_t of_first = 0;
  for (const std::uint32_t actor : {first, second}) {
    const auto& others = actor == first ? in_second_ : in_first_;
    const std::uint32_t partner = actor == first ? second : first;
    for (std::size_t place = 0; place < rows_[actor].size(); ++place) {
      const std::uint32_t j = rows_[actor][place];
      if (others[j] == step_ || !data_.known(partner, j)) continue;
      const std::uint32_t answer = data_.other_answer(j);
      if (answer != no_item && others[answer] == step_) {
        if (actor != first || !rng_.coin()) continue;
        const auto at = std::find(rows_[second].begin(), rows_[second].end(), answer);
        give(second, std::size_t(at - rows_[second].begin()), j);
        give(first, place, answer);
        continue;
      }
      pool_.push_back({actor, place});
      dealt_.push_back(j);
    }
    if (actor == first) of_first = pool_.size();
  }
  const std::size_t drawn = std::min(of_first, pool_.size() - of_first);
  if (drawn == 0) return;
  // A random set for the side with fewer items; which item of a set stands where does not matter.
  if (of_first > drawn) {
    std::reverse(pool_.begin(), pool_.end());
    std::reverse(dealt_.begin(), dealt_.end());
  }
  for (std::size_t d = 0; d < drawn; ++d) {
    std::swap(dealt_[d], dealt_[d + rng_.below(dealt_.size() - d)]);
  }
  if (held_.empty()) {
    for (std::size_t d = 0; d < pool_.size(); ++d)
      rows_[pool_[d].actor][pool_[d].place] = dealt_[d];
    return;
  }
  for (const auto& [actor, place] : pool_) {
    held_[std::size_t{actor} * data_.items() + rows_[actor][place]] = 0;
  }
  for (std::size_t d = 0; d < pool_.size(); ++d) {
    rows_[pool_[d].actor][pool_[d].place] = dealt_[d];
    held_[std::size_t{pool_[d].actor} * data_.items() + dealt_[d]] = 1;
  }
}

void Trades::cycle() {
  const auto start = static_cast<std::uint32_t>(rng_.below(data_.actors()));
  ++step_;
  pool_.clear();
  dealt_.clear();  // by place of the pool: the item that its actor gives away
  std::uint32_t actor = start;
  do {
    if (rows_[actor].empty()) return;
    const std::size_t place = rng_.below(rows_[actor].size());
    const std::uint32_t item = rows_[actor][place];
    if (on_cycle_item_[item] == step_ || knowing_[item].size() == data_.column_sum(item)) return;
    on_cycle_item_[item] = step_;
    pool_.push_back({actor, place});
    dealt_.push_back(item);
    do {
      actor = knowing_[item][rng_.below(knowing_[item].size())];
    } while (holds(actor, item));
    if (on_cycle_row_[actor] == step_) return;
    on_cycle_row_[actor] = step_;
  } while (actor != start);

  const std::size_t length = pool_.size();
  for (std::size_t c = 0; c < length; ++c) {  // the actor gives dealt_[c] for the item before it
    const std::uint32_t answer = data_.other_answer(dealt_[(c + length - 1) % length]);
    if (answer != no_item && answer != dealt_[c] && holds(pool_[c].actor, answer)) return;
  }
  for (std::size_t c = 0; c < length; ++c) {
    give(pool_[c].actor, pool_[c].place, dealt_[(c + length - 1) % length]);
  }
}

Incidence Trades::table() const {
  auto rows = rows_;
  for (auto& row : rows) std::sort(row.begin(), row.end());
  return Incidence(data_, rows);
}

std::size_t Trades::cells_as_in_data() const {
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < data_.actors(); ++i) {
    for (const std::uint32_t j : rows_[i]) count += data_.has(i, j) ? 1 : 0;
  }
  return count;
}

std::size_t chain_of(std::size_t index, const SampleOptions& options) noexcept {
  return index * std::min(options.chains, options.samples) / options.samples;
}

void for_each_sample(const Incidence& data, const Rng& rng, const SampleOptions& options,
                     const std::function<void(std::size_t, const Incidence&)>& body) {
  constexpr std::size_t rounds = 50;  // of progress
  const std::size_t used = std::min(options.chains, options.samples);
  const auto first_of = [&](std::size_t chain) {
    return (chain * options.samples + used - 1) / used;
  };
  const auto for_chains = [&](auto&& work) {
    for_chunks({.count = used, .chunk = 1, .threads = options.threads, .stop = options.stop},
               [&](std::size_t begin, std::size_t end) {
                 for (std::size_t chain = begin; chain < end; ++chain) work(chain);
               });
  };
  std::vector<Trades> chains;
  for (std::size_t chain = 0; chain < used; ++chain) chains.emplace_back(data, rng.split(chain));
  for_chains([&](std::size_t chain) {
    // After the burn-in, on until the distance to the data no longer grows.
    const std::size_t block = std::max<std::size_t>(1, options.burn_in * data.actors() / 5);
    std::size_t near = data.cells() + 1;
    for (int blocks = 1; blocks <= 100; ++blocks) {
      if (options.stop.stop_requested()) throw Stopped{};
      chains[chain].run(block);
      if (blocks < 5) continue;
      const std::size_t now = chains[chain].cells_as_in_data();
      if (now >= near) break;
      near = now;
    }
  });
  for (std::size_t round = 0; round < rounds; ++round) {
    for_chains([&](std::size_t chain) {
      const std::size_t begin = first_of(chain), count = first_of(chain + 1) - begin;
      for (std::size_t s = count * round / rounds; s < count * (round + 1) / rounds; ++s) {
        if (options.stop.stop_requested()) throw Stopped{};
        chains[chain].run(options.thinning * data.actors());
        body(begin + s, chains[chain].table());
      }
    });
    if (options.progress) options.progress(static_cast<double>(round + 1), rounds);
  }
}

}  // namespace entente::bipartite
