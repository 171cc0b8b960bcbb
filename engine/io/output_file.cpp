// SPDX-License-Identifier: Apache-2.0
#include "engine/io/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace entente::io {
namespace {

constexpr std::size_t buffer_size = 1 << 20;

Diagnostic cannot_create(const std::string& shown) {
  const int reason = errno;
  const char* hint = reason == ENOENT    ? "the folder is not there"
                     : reason == EACCES  ? "choose a folder that you may write to"
                     : reason == ENOTDIR ? "a part of the path is a file, not a folder"
                                         : "";
  return error("F201", "cannot be written: " + std::string(std::strerror(reason)), hint,
               {shown, 0, 0});
}

}  // namespace

OutputFile::OutputFile(int descriptor, std::string shown)
    : descriptor_(descriptor), shown_(std::move(shown)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      shown_(std::move(other.shown_)),
      buffer_(std::move(other.buffer_)),
      problem_(other.problem_) {}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Expected<OutputFile> OutputFile::create(const std::string& path, std::string shown) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_create(shown);
  return OutputFile(descriptor, std::move(shown));
}

Expected<OutputFile> OutputFile::open_device(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_create(path);
  return OutputFile(descriptor, path);
}

void OutputFile::write(std::string_view text) {
  if (buffer_.size() + text.size() > buffer_size) flush();
  if (text.size() > buffer_size)
    put(text);
  else
    buffer_.append(text);
}

void OutputFile::flush() {
  put(buffer_);
  buffer_.clear();
}

void OutputFile::put(std::string_view text) {
  while (!text.empty() && problem_ == 0) {
    const ssize_t size = ::write(descriptor_, text.data(), text.size());
    if (size >= 0)
      text.remove_prefix(static_cast<std::size_t>(size));
    else if (errno != EINTR)
      problem_ = errno;
  }
}

Diagnostics OutputFile::close() {
  flush();
  // A pipe or a device has nothing to sync and says so.
  if (problem_ == 0 && ::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS)
    problem_ = errno;
  if (::close(std::exchange(descriptor_, -1)) != 0 && problem_ == 0) problem_ = errno;
  if (problem_ == 0) return {};
  return {error("F202", "cannot be written to the end: " + std::string(std::strerror(problem_)),
                problem_ == ENOSPC ? "make room on the disk; nothing was left behind" : "",
                {shown_, 0, 0})};
}

}  // namespace entente::io
