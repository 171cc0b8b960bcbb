// SPDX-License-Identifier: Apache-2.0
#include "engine/io/atomic_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace entente::io {
namespace fs = std::filesystem;

AtomicFile::AtomicFile(std::string path, OutputFile file, std::optional<TemporaryPath> partial)
    : path_(std::move(path)), file_(std::move(file)), partial_(std::move(partial)) {}

Expected<AtomicFile> AtomicFile::create(const std::string& given) {
  std::error_code none;
  std::string path = given;
  if (fs::is_symlink(path, none)) {  // the file that the link names changes, not the link
    const fs::path target = fs::weakly_canonical(path, none);
    if (!none) path = target.string();
  }
  const fs::file_status status = fs::status(path, none);
  if (fs::is_directory(status)) {
    return error("F201", "cannot be written: it is a folder", "name a file inside it",
                 {given, 0, 0});
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    auto device = OutputFile::open_device(path);
    if (!device) return device.error();
    return AtomicFile(std::move(path), *std::move(device), std::nullopt);
  }
  const std::string partial = partial_name(path);
  auto file = OutputFile::create(partial, given);
  if (!file) return file.error();
  return AtomicFile(std::move(path), *std::move(file),
                    TemporaryPath(partial, TemporaryPath::Kind::file));
}

Diagnostics AtomicFile::close() {
  return std::exchange(is_closed_, true) ? Diagnostics{} : file_.close();
}

Diagnostics AtomicFile::commit() {
  Diagnostics problems = close();
  if (!problems.empty() || !partial_) return problems;
  if (std::rename(partial_->path().c_str(), path_.c_str()) != 0) {
    return {error("F201", "cannot be put in its place: " + std::string(std::strerror(errno)), "",
                  {path_, 0, 0})};
  }
  partial_->release();
  return {};
}

Diagnostics write_file(const std::string& path, std::string_view text) {
  auto file = AtomicFile::create(path);
  if (!file) return file.error();
  file->write(text);
  return file->commit();
}

}  // namespace entente::io
