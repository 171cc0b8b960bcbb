// SPDX-License-Identifier: Apache-2.0
#include "engine/io/temporary_files.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <utility>

namespace entente::io {
namespace {

constexpr std::size_t slot_count = 128;
constexpr std::size_t path_limit = 1024;

// What a signal handler can read: no memory is allocated, no lock is taken. A path that finds no
// room here is still removed by its owner.
struct Slot {
  std::atomic<bool> taken{false};
  std::atomic<bool> filled{false};
  bool is_folder = false;
  char path[path_limit] = {};
};
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<Slot, slot_count> slots;

int enter(const std::string& path, bool is_folder) {
  if (path.size() >= path_limit) return -1;
  for (std::size_t i = 0; i < slot_count; ++i) {
    if (slots[i].taken.exchange(true)) continue;
    std::memcpy(slots[i].path, path.c_str(), path.size() + 1);
    slots[i].is_folder = is_folder;
    slots[i].filled.store(true);
    return static_cast<int>(i);
  }
  return -1;
}

void leave(int slot) {
  if (slot < 0) return;
  slots[static_cast<std::size_t>(slot)].filled.store(false);
  slots[static_cast<std::size_t>(slot)].taken.store(false);
}

}  // namespace

void remove_temporary_files() noexcept {
  for (const Slot& slot : slots) {
    if (slot.filled.load() && !slot.is_folder) unlink(slot.path);
  }
  // A folder can go when those inside it are gone; output folders are two deep, with room to spare.
  for (int depth = 0; depth < 4; ++depth) {
    for (const Slot& slot : slots) {
      if (slot.filled.load() && slot.is_folder) rmdir(slot.path);
    }
  }
}

TemporaryPath::TemporaryPath(std::string path, Kind kind)
    : path_(std::move(path)), kind_(kind), slot_(enter(path_, kind == Kind::folder)) {}

TemporaryPath::TemporaryPath(TemporaryPath&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      kind_(other.kind_),
      slot_(std::exchange(other.slot_, -1)) {}

TemporaryPath& TemporaryPath::operator=(TemporaryPath&& other) noexcept {
  if (this == &other) return *this;
  remove();
  path_ = std::exchange(other.path_, {});
  kind_ = other.kind_;
  slot_ = std::exchange(other.slot_, -1);
  return *this;
}

TemporaryPath::~TemporaryPath() { remove(); }

void TemporaryPath::remove() noexcept {
  if (path_.empty()) return;
  if (kind_ == Kind::folder)
    rmdir(path_.c_str());
  else
    unlink(path_.c_str());
  release();
}

void TemporaryPath::release() noexcept {
  leave(std::exchange(slot_, -1));
  path_.clear();
}

std::string partial_name(const std::string& path) {
  static std::atomic<unsigned> calls{0};
  return path + ".partial-" + std::to_string(getpid()) + "-" + std::to_string(calls.fetch_add(1));
}

}  // namespace entente::io
