// SPDX-License-Identifier: Apache-2.0
// A folder of files that appears whole or not at all. A new folder is made under another name and
// renamed at the end. Into a folder that is there already, the files move when all are complete:
// those of the same name are replaced, others stay. Without commit() nothing changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/output_file.hpp"
#include "engine/io/temporary_files.hpp"

namespace entente::io {

class OutputFolder {
 public:
  // Makes the folders above it, too. Diagnostic F201: it cannot be written to.
  static Expected<OutputFolder> create(const std::string& path);
  OutputFolder(OutputFolder&&) noexcept = default;
  OutputFolder& operator=(OutputFolder&&) = delete;
  ~OutputFolder();

  // A new file; `name` may have folders in it ("tables/actors.csv"). Close it before commit().
  Expected<OutputFile> open(const std::string& name);
  // A whole file at once.
  Diagnostics write(const std::string& name, std::string_view text);

  // Empty, and all the files are there; or F201, and what is in the way.
  Diagnostics commit();

 private:
  explicit OutputFolder(std::string path) : path_(std::move(path)) {}
  Diagnostics make_folder(const std::string& path, std::vector<TemporaryPath>& made) const;
  Diagnostics move_files();

  std::string path_, partial_;
  bool is_new_ = false;
  std::vector<TemporaryPath> above_;    // folders made for it
  std::vector<TemporaryPath> folders_;  // the partial folder and those in it, outer ones first
  std::vector<TemporaryPath> files_;
  std::vector<std::string> names_;  // of the files and of the folders inside
  std::vector<std::string> folder_names_;
};

}  // namespace entente::io
