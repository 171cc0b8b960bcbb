// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gzip_writer.hpp"

#include <zlib.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>

namespace entente::io {
namespace {

constexpr int gzip_window = 15 + 16;  // zlib's largest window, in gzip's wrapping
constexpr int unknown_system = 255;

}  // namespace

struct GzipWriter::Stream {
  Sink sink;
  z_stream zlib{};
  gz_header header{};
  std::string out = std::string(sink_piece, '\0');

  void deflate_all(std::string_view text, int flush) {
    zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    zlib.avail_in = static_cast<uInt>(text.size());
    do {
      zlib.next_out = reinterpret_cast<Bytef*>(out.data());
      zlib.avail_out = static_cast<uInt>(out.size());
      deflate(&zlib, flush);
      const std::size_t size = out.size() - zlib.avail_out;
      if (size > 0) sink(std::string_view(out).substr(0, size));
    } while (zlib.avail_out == 0);
  }
};

GzipWriter::GzipWriter(Sink sink) : stream_(std::make_unique<Stream>()) {
  stream_->sink = std::move(sink);
  if (deflateInit2(&stream_->zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  stream_->header.os = unknown_system;
  deflateSetHeader(&stream_->zlib, &stream_->header);
}

GzipWriter::~GzipWriter() { deflateEnd(&stream_->zlib); }

void GzipWriter::write(std::string_view text) {
  while (!text.empty()) {  // zlib counts in 32 bits
    const std::size_t size = std::min(text.size(), std::size_t{1} << 30);
    stream_->deflate_all(text.substr(0, size), Z_NO_FLUSH);
    text.remove_prefix(size);
  }
}

void GzipWriter::finish() { stream_->deflate_all({}, Z_FINISH); }

}  // namespace entente::io
