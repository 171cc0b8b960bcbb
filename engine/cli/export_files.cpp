// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/export_files.hpp"

#include <filesystem>
#include <optional>
#include <utility>

#include "engine/base/parallel.hpp"
#include "engine/cli/graph_writers.hpp"
#include "engine/io/atomic_file.hpp"
#include "engine/io/gzip_writer.hpp"

namespace entente::cli {
namespace fs = std::filesystem;

struct ExportFiles::File {
  File(std::string name, io::AtomicFile to) : path(std::move(name)), file(std::move(to)) {
    if (is_compressed(path)) gzip.emplace([this](std::string_view piece) { file.write(piece); });
  }

  void write(std::string_view piece) {
    if (gzip)
      gzip->write(piece);
    else
      file.write(piece);
  }
  Diagnostics close() {
    if (gzip) gzip->finish();
    return file.close();
  }

  std::string path;
  io::AtomicFile file;
  std::optional<io::GzipWriter> gzip;
};

ExportFiles::ExportFiles(std::stop_token stop) : stop_(std::move(stop)) {}
ExportFiles::~ExportFiles() = default;

Expected<io::Sink> ExportFiles::open(const std::string& path) {
  auto file = io::AtomicFile::create(path);
  if (!file) return file.error();
  files_.push_back(std::make_unique<File>(path, *std::move(file)));
  return io::Sink([to = files_.back().get(), stop = stop_](std::string_view piece) {
    if (stop.stop_requested()) throw Stopped{};
    to->write(piece);
  });
}

Diagnostics ExportFiles::commit(const Diagnostics& notes) {
  const std::string path = files_.front()->path;
  std::error_code none;
  const bool is_device = fs::exists(path, none) && !fs::is_regular_file(path, none);
  if (!is_device) {
    const auto report = open(path + ".report.txt");
    if (!report) return report.error();
    const std::string name = fs::path(path).filename().string();
    for (Diagnostic note : notes) {
      if (note.where.file == path) note.where.file = name;
      (*report)((note.code == "C213" ? name + ": " + note.message : to_text(note)) + '\n');
    }
  }
  for (const auto& file : files_) {
    if (Diagnostics problems = file->close(); !problems.empty()) return problems;
  }
  for (const auto& file : files_) {
    if (Diagnostics problems = file->file.commit(); !problems.empty()) return problems;
  }
  return {};
}

}  // namespace entente::cli
