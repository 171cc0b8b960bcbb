// SPDX-License-Identifier: Apache-2.0
// Files and folders that are not finished. They vanish with the object that owns them, or when a
// signal ends the program and its handler calls remove_temporary_files().
#pragma once

#include <cstdint>
#include <string>

namespace entente::io {

// Removes all that are registered now. Safe to call in a signal handler.
void remove_temporary_files() noexcept;

class TemporaryPath {
 public:
  enum class Kind : std::uint8_t { file, folder };

  // Takes charge of a path that exists already.
  TemporaryPath(std::string path, Kind kind);
  TemporaryPath(TemporaryPath&& other) noexcept;
  TemporaryPath& operator=(TemporaryPath&& other) noexcept;
  ~TemporaryPath();

  const std::string& path() const noexcept { return path_; }
  // Finished, or moved elsewhere: no longer this object's to remove.
  void release() noexcept;

 private:
  void remove() noexcept;

  std::string path_;  // "" after a move or release
  Kind kind_;
  int slot_ = -1;  // in the register; -1: not in it
};

// `path` with an ending that tells this process and this call apart.
std::string partial_name(const std::string& path);

}  // namespace entente::io
