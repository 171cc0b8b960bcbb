// SPDX-License-Identifier: Apache-2.0
#include "engine/model/text_pool.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/base/assert.hpp"

namespace entente {
namespace {

constexpr std::uint32_t vacant = 0xffffffff;
constexpr std::size_t block_bytes = std::size_t{1} << 16;

std::uint32_t hash_of(std::string_view text) noexcept {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

constexpr std::size_t start_bytes = 7;

// The first bytes, after the size up to where they are not all.
std::uint64_t start_of(std::string_view text) noexcept {
  std::uint64_t start = std::min(text.size(), start_bytes + 1);
  for (std::size_t i = 0; i < std::min(text.size(), start_bytes); ++i) {
    start |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * (i + 1));
  }
  return start;
}

}  // namespace

TextPool::TextPool() : slots_(64, Slot{vacant, 0, 0}) { intern(""); }

Text TextPool::intern(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  const std::uint64_t start = start_of(text);
  const std::size_t slot = slot_of(text, hash, start);
  if (slots_[slot].handle != vacant) return Text{slots_[slot].handle};
  const Text added = add(text);
  slots_[slot] = {static_cast<std::uint32_t>(added), hash, start};
  if (++interned_ * 2 > slots_.size()) grow();
  return added;
}

Text TextPool::add(std::string_view text) {
  ENTENTE_ASSERT(texts_.size() < vacant);
  texts_.push_back(keep(text));
  return Text{static_cast<std::uint32_t>(texts_.size() - 1)};
}

std::optional<Text> TextPool::find(std::string_view text) const noexcept {
  const std::uint32_t handle = slots_[slot_of(text, hash_of(text), start_of(text))].handle;
  if (handle == vacant) return std::nullopt;
  return Text{handle};
}

// Where the text is, or where it would go. The slot tells a short text without a look at the texts,
// which lie anywhere in the memory.
std::size_t TextPool::slot_of(std::string_view text, std::uint32_t hash,
                              std::uint64_t start) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  const bool is_all = text.size() <= start_bytes;
  std::size_t slot = hash & mask;
  while (slots_[slot].handle != vacant &&
         (slots_[slot].hash != hash || slots_[slot].start != start ||
          !(is_all || texts_[slots_[slot].handle] == text))) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::string_view TextPool::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > free_) {
    free_ = std::max(block_bytes, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(free_));
    block_size_ = free_;
  }
  char* const place = blocks_.back().get() + (block_size_ - free_);
  std::copy(text.begin(), text.end(), place);
  free_ -= text.size();
  return {place, text.size()};
}

void TextPool::grow() {
  const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2, Slot{vacant, 0, 0}));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& taken : old) {
    if (taken.handle == vacant) continue;
    std::size_t slot = taken.hash & mask;
    while (slots_[slot].handle != vacant) slot = (slot + 1) & mask;
    slots_[slot] = taken;
  }
}

}  // namespace entente
