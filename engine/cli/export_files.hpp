// SPDX-License-Identifier: Apache-2.0
// The files of one export: the graph, what its format puts beside it, and the report of all that is
// to be said of it. All are on the disk before the first moves to its place, so that all appear or
// none.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/expected.hpp"
#include "engine/io/sink.hpp"

namespace entente::cli {

class ExportFiles {
 public:
  // Asked while the files are written; what writes throws Stopped.
  explicit ExportFiles(std::stop_token stop);
  ExportFiles(ExportFiles&&) = delete;
  ~ExportFiles();  // of what is not committed nothing stays

  // One more file, compressed where its name says so. The graph comes first; F201.
  Expected<io::Sink> open(const std::string& path);
  // Writes the report PATH.report.txt of the first file, unless that is a device or a pipe, and
  // puts all into their places; or F201 or F202.
  Diagnostics commit(const Diagnostics& notes);

 private:
  struct File;
  std::vector<std::unique_ptr<File>> files_;
  std::stop_token stop_;
};

}  // namespace entente::cli
