// SPDX-License-Identifier: Apache-2.0
#include "engine/io/output_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace entente::io {
namespace fs = std::filesystem;
namespace {

Diagnostics cannot_write(const std::string& path, const std::string& reason) {
  return {error("F201", "cannot be written: " + reason, "choose a folder that you may write to",
                {path, 0, 0})};
}

Diagnostics in_the_way(const std::string& path, const char* what) {
  return {error("F201", std::string("cannot be put in its place: ") + what + " is in the way",
                "move it, or choose another folder", {path, 0, 0})};
}

// While it lives no other run moves its files into the folder. Where the disk knows no locks, each
// file is still whole, but may be of another run than its neighbour.
class FolderLock {
 public:
  explicit FolderLock(const std::string& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace

Diagnostics OutputFolder::make_folder(const std::string& path,
                                      std::vector<TemporaryPath>& made) const {
  std::error_code problem;
  if (!fs::create_directory(path, problem) && problem)
    return cannot_write(path_, problem.message());
  if (!problem) made.emplace_back(path, TemporaryPath::Kind::folder);
  return {};
}

Expected<OutputFolder> OutputFolder::create(const std::string& given) {
  std::string path = given;
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  OutputFolder folder(std::move(path));
  std::error_code none;
  const fs::file_status status = fs::status(folder.path_, none);
  if (fs::exists(status) && !fs::is_directory(status))
    return cannot_write(folder.path_, "it is a file, not a folder");
  folder.is_new_ = !fs::exists(status);
  if (folder.is_new_) {
    std::vector<fs::path> missing;
    for (fs::path above = fs::path(folder.path_).parent_path();
         !above.empty() && !fs::exists(above, none); above = above.parent_path())
      missing.push_back(above);
    std::reverse(missing.begin(), missing.end());
    for (const fs::path& above : missing) {
      Diagnostics problems = folder.make_folder(above.string(), folder.above_);
      if (!problems.empty()) return problems;
    }
    folder.partial_ = partial_name(folder.path_);
  } else {
    folder.partial_ = partial_name(folder.path_ + "/");  // on the same disk, also at a mount point
  }
  Diagnostics problems = folder.make_folder(folder.partial_, folder.folders_);
  if (!problems.empty()) return problems;
  return folder;
}

OutputFolder::~OutputFolder() {
  files_.clear();
  while (!folders_.empty()) folders_.pop_back();  // inner ones first
  while (!above_.empty()) above_.pop_back();
}

Expected<OutputFile> OutputFolder::open(const std::string& name) {
  for (auto slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1)) {
    const std::string inner = name.substr(0, slash);
    if (std::find(folder_names_.begin(), folder_names_.end(), inner) != folder_names_.end())
      continue;
    Diagnostics problems = make_folder(partial_ + '/' + inner, folders_);
    if (!problems.empty()) return problems;
    folder_names_.push_back(inner);
  }
  const std::string path = partial_ + '/' + name;
  auto file = OutputFile::create(path, path_ + '/' + name);
  if (!file) return file.error();
  files_.emplace_back(path, TemporaryPath::Kind::file);
  names_.push_back(name);
  return file;
}

Diagnostics OutputFolder::write(const std::string& name, std::string_view text) {
  auto file = open(name);
  if (!file) return file.error();
  file->write(text);
  return file->close();
}

Diagnostics OutputFolder::commit() {
  if (is_new_ && std::rename(partial_.c_str(), path_.c_str()) == 0) {
    for (TemporaryPath& file : files_) file.release();
    for (TemporaryPath& folder : folders_) folder.release();
  } else {
    Diagnostics problems = move_files();
    if (!problems.empty()) return problems;
  }
  for (TemporaryPath& folder : above_) folder.release();
  return {};
}

Diagnostics OutputFolder::move_files() {
  std::error_code none;
  if (!fs::is_directory(path_, none)) return in_the_way(path_, "something else");
  const FolderLock lock(path_);
  for (const std::string& name : folder_names_) {
    const std::string place = path_ + '/' + name;
    if (fs::exists(place, none) && !fs::is_directory(place, none))
      return in_the_way(place, "a file");
  }
  for (const std::string& name : names_) {
    if (fs::is_directory(path_ + '/' + name, none))
      return in_the_way(path_ + '/' + name, "a folder");
  }
  for (const std::string& name : folder_names_) fs::create_directory(path_ + '/' + name, none);
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const std::string place = path_ + '/' + names_[i];
    if (std::rename(files_[i].path().c_str(), place.c_str()) != 0) {
      return {error("F201", "cannot be put in its place: " + std::string(std::strerror(errno)),
                    "the files before it in the folder are new, it and those after it are not",
                    {place, 0, 0})};
    }
    files_[i].release();
  }
  while (!folders_.empty()) folders_.pop_back();
  return {};
}

}  // namespace entente::io
