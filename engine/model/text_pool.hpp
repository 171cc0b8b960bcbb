// SPDX-License-Identifier: Apache-2.0
// Text kept once: equal texts have equal handles, which cost four bytes, unless they were added.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

enum class Text : std::uint32_t {};  // Text{0} is the empty text

// Costs the text itself and about 50 bytes beside it.
class TextPool {
 public:
  TextPool();
  TextPool(TextPool&&) noexcept = default;
  TextPool& operator=(TextPool&&) noexcept = default;

  void reserve(std::size_t texts) { texts_.reserve(texts); }
  Text intern(std::string_view text);
  // Without looking whether it is there, which would take longer than all else for a million ids:
  // a handle that equals no other one.
  Text add(std::string_view text);
  std::optional<Text> find(std::string_view text) const noexcept;
  std::string_view operator[](Text text) const noexcept {
    return texts_[static_cast<std::uint32_t>(text)];
  }
  std::size_t size() const noexcept { return texts_.size(); }

 private:
  struct Slot {
    std::uint32_t handle, hash;
    std::uint64_t start;  // all of a text of up to seven bytes
  };
  std::size_t slot_of(std::string_view text, std::uint32_t hash,
                      std::uint64_t start) const noexcept;
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<std::unique_ptr<char[]>> blocks_;  // never move, so the views below stay valid
  std::size_t block_size_ = 0, free_ = 0;        // of the last block; free at its end
  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;   // open addressing; half of them vacant or more
  std::size_t interned_ = 0;  // slots taken
};

}  // namespace entente
