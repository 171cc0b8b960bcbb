// SPDX-License-Identifier: Apache-2.0
#include "engine/io/atomic_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace entente::io {
namespace {

std::string reason(int number) { return std::strerror(number); }

// 0, or the error number.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Diagnostic cannot_make(const std::string& file, int number) {
  return error("F201", "cannot be written: " + reason(number),
               number == ENOENT ? "the folder is not there" : "", {file, 0, 0});
}

Diagnostic ended_midway(const std::string& file, int number) {
  return error("F202", "writing ended midway: " + reason(number), "nothing was kept of it",
               {file, 0, 0});
}

}  // namespace

Diagnostics write_file(const std::string& file, std::string_view bytes) {
  std::error_code none;
  const auto status = std::filesystem::status(file, none);
  const bool special = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
  // A link keeps standing; what it leads to is replaced.
  const std::string target =
      std::filesystem::is_symlink(std::filesystem::symlink_status(file, none))
          ? std::filesystem::weakly_canonical(file, none).string()
          : file;
  const std::string made = special ? file : target + ".part" + std::to_string(getpid());
  const int descriptor = open(
      made.c_str(), special ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return {cannot_make(file, errno)};
  int problem = write_all(descriptor, bytes);
  if (close(descriptor) != 0 && problem == 0) problem = errno;
  if (special) return problem == 0 ? Diagnostics{} : Diagnostics{ended_midway(file, problem)};
  if (problem == 0 && std::rename(made.c_str(), target.c_str()) != 0) {
    const int number = errno;
    unlink(made.c_str());
    return {cannot_make(file, number)};
  }
  if (problem != 0) {
    unlink(made.c_str());
    return {ended_midway(file, problem)};
  }
  return {};
}

}  // namespace entente::io
