// SPDX-License-Identifier: Apache-2.0
#include "engine/io/bytes.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <vector>

#include "engine/base/parallel.hpp"
#include "engine/base/suggest.hpp"

namespace entente::io {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_bytes = std::size_t{1} << 20;

std::string similar_file(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    return fmt::format("the folder '{}' is not there either", folder.string());
  }
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return did_you_mean(path.filename().string(), names);
}

constexpr std::uint64_t harmless_bytes = std::uint64_t{64} << 20, largest_ratio = 250;

struct Size {
  std::uint64_t expected = 0;  // what the text will take, so that it need not grow and be copied
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
};

// Of a plain file its size; of a compressed one what its last four bytes say, as far as they can be
// believed.
Size size_of(const std::string& file) {
  std::error_code failed;
  const std::uint64_t size = fs::file_size(file, failed);
  if (failed) return {};  // a pipe has none
  std::ifstream in(file, std::ios::binary);
  unsigned char magic[2] = {}, last[4] = {};
  in.read(reinterpret_cast<char*>(magic), 2);
  if (magic[0] != 0x1f || magic[1] != 0x8b) return {.expected = size};
  const std::uint64_t most = std::max(harmless_bytes, size * largest_ratio);
  in.seekg(-4, std::ios::end);
  in.read(reinterpret_cast<char*>(last), 4);
  if (!in) return {.expected = size, .most = most};
  std::uint64_t stated = 0;
  for (int i = 3; i >= 0; --i) stated = stated << 8 | last[i];
  return {.expected = std::min(stated, most), .most = most};
}

struct Close {
  void operator()(gzFile stream) const { gzclose_r(stream); }
};

Diagnostic damaged(const std::string& file, int code, const char* why) {
  if (code == Z_ERRNO) {
    return error("F103", fmt::format("cannot be read: {}", std::strerror(errno)), {}, {file});
  }
  const bool cut_off = code == Z_BUF_ERROR;
  return error("F105",
               cut_off ? "the compressed file is cut off"
                       : fmt::format("the compressed file is damaged ({})", why),
               "copy or download it again; `gzip -t` tells whether it is whole", {file});
}

class FileReader {
 public:
  FileReader(std::string file, std::stop_token stop, std::uint64_t limit, gzFile stream)
      : file_(std::move(file)),
        stop_(std::move(stop)),
        limit_(limit),
        size_(size_of(file_)),
        stream_(stream) {
    gzbuffer(stream, static_cast<unsigned>(chunk_bytes));
  }

  Expected<std::string_view> next();
  std::uint64_t expected_size() const noexcept { return size_.expected; }

 private:
  std::string file_;
  std::stop_token stop_;
  std::uint64_t limit_, total_ = 0;
  Size size_;
  std::unique_ptr<gzFile_s, Close> stream_;
  std::vector<char> chunk_ = std::vector<char>(chunk_bytes);
};

Expected<std::string_view> FileReader::next() {
  if (stop_.stop_requested()) throw Stopped{};
  const int got = gzread(stream_.get(), chunk_.data(), static_cast<unsigned>(chunk_.size()));
  int code = Z_OK;
  const char* why = gzerror(stream_.get(), &code);
  if (got < 0 || (code != Z_OK && code != Z_STREAM_END)) return damaged(file_, code, why);
  total_ += static_cast<std::uint64_t>(got);
  if (total_ > limit_) {
    return error("F104", fmt::format("holds more than {} bytes", limit_),
                 "the limit keeps a file, or what a small one expands to, from filling the memory",
                 {file_});
  }
  if (total_ > size_.most) {
    return error("F104", fmt::format("expands to more than {} times its size", largest_ratio),
                 "no table or graph is packed so tightly; if it is one, expand it first", {file_});
  }
  return std::string_view(chunk_.data(), static_cast<std::size_t>(got));
}

Expected<std::shared_ptr<FileReader>> open_file(const std::string& file,
                                                const std::stop_token& stop, std::uint64_t limit) {
  std::error_code failed;
  const fs::file_status status = fs::status(file, failed);
  if (status.type() == fs::file_type::not_found) {
    return error("F101", "no such file", similar_file(file), {file});
  }
  if (status.type() == fs::file_type::directory) {
    return error("F102", "is a folder, and a file was expected", {}, {file});
  }
  errno = 0;
  const gzFile stream = gzopen(file.c_str(), "rb");
  if (stream == nullptr) {
    return error("F103", fmt::format("cannot be read: {}", std::strerror(errno)),
                 errno == EACCES ? "you lack the permission to read it" : "", {file});
  }
  return std::make_shared<FileReader>(file, stop, limit, stream);
}

}  // namespace

TextPieces pieces_of(std::string_view text) {
  return [rest = text]() mutable -> Expected<std::string_view> {
    const std::string_view piece = rest.substr(0, chunk_bytes);
    rest.remove_prefix(piece.size());
    return piece;
  };
}

Expected<TextPieces> read_pieces(const std::string& file, const std::stop_token& stop,
                                 std::uint64_t limit) {
  auto reader = open_file(file, stop, limit);
  if (!reader) return reader.error();
  return TextPieces([reader = *std::move(reader)] { return reader->next(); });
}

Expected<std::string> read_bytes(const std::string& file, const std::stop_token& stop,
                                 std::uint64_t limit) {
  const auto reader = open_file(file, stop, limit);
  if (!reader) return reader.error();
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::min((*reader)->expected_size(), limit)));
  while (true) {
    const auto piece = (*reader)->next();
    if (!piece) return piece.error();
    if (piece->empty()) return bytes;
    bytes += *piece;
  }
}

}  // namespace entente::io
