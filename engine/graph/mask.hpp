// SPDX-License-Identifier: Apache-2.0
// Which cells (actor, item) of a two-mode View could be seen. A cell that could not be (a company
// and a treaty) or could not be seen (an incomplete list) says nothing by being empty: null models,
// expectations and tests leave it out.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

class Mask {
 public:
  Mask(std::uint32_t actors, std::uint32_t items)
      : actors_(actors), items_(items), hidden_(std::size_t{actors} * items, 0) {}

  std::uint32_t actors() const noexcept { return actors_; }
  std::uint32_t items() const noexcept { return items_; }

  bool known(std::uint32_t actor, std::uint32_t item) const noexcept {
    return cell(actor, item) == 0;
  }
  bool impossible(std::uint32_t actor, std::uint32_t item) const noexcept {
    return cell(actor, item) == 2;
  }
  void set_unknown(std::uint32_t actor, std::uint32_t item) noexcept { cell(actor, item) = 1; }
  void set_impossible(std::uint32_t actor, std::uint32_t item) noexcept { cell(actor, item) = 2; }
  void set_known(std::uint32_t actor, std::uint32_t item) noexcept { cell(actor, item) = 0; }

  bool operator==(const Mask&) const = default;

 private:
  std::uint8_t& cell(std::uint32_t actor, std::uint32_t item) noexcept {
    return hidden_[std::size_t{actor} * items_ + item];
  }
  const std::uint8_t& cell(std::uint32_t actor, std::uint32_t item) const noexcept {
    return hidden_[std::size_t{actor} * items_ + item];
  }

  std::uint32_t actors_, items_;
  std::vector<std::uint8_t> hidden_;  // by row: 0 known, 1 unknown, 2 impossible
};

}  // namespace entente
