// SPDX-License-Identifier: Apache-2.0
#include "engine/model/text_pool.hpp"

#include <algorithm>
#include <functional>

#include "engine/base/assert.hpp"

namespace entente {
namespace {

constexpr std::uint32_t vacant = 0xffffffff;
constexpr std::size_t block_bytes = std::size_t{1} << 16;

}  // namespace

TextPool::TextPool() : slots_(64, vacant) { intern(""); }

Text TextPool::intern(std::string_view text) {
  const std::size_t slot = slot_of(text);
  if (slots_[slot] != vacant) return Text{slots_[slot]};
  ENTENTE_ASSERT(texts_.size() < vacant);
  const auto handle = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(keep(text));
  slots_[slot] = handle;
  if (texts_.size() * 4 > slots_.size() * 3) grow();
  return Text{handle};
}

std::optional<Text> TextPool::find(std::string_view text) const noexcept {
  const std::uint32_t handle = slots_[slot_of(text)];
  if (handle == vacant) return std::nullopt;
  return Text{handle};
}

// Where the text is, or where it would go.
std::size_t TextPool::slot_of(std::string_view text) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>()(text) & mask;
  while (slots_[slot] != vacant && texts_[slots_[slot]] != text) slot = (slot + 1) & mask;
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
  slots_.assign(slots_.size() * 2, vacant);
  for (std::uint32_t handle = 0; handle < texts_.size(); ++handle) {
    slots_[slot_of(texts_[handle])] = handle;
  }
}

}  // namespace entente
