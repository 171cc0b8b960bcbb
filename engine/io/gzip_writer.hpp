// SPDX-License-Identifier: Apache-2.0
// Compresses what is written to it (gzip) and hands it on. The same text gives the same bytes: no
// time and no name of a system in the header.
#pragma once

#include <memory>
#include <string_view>

#include "engine/io/sink.hpp"

namespace entente::io {

class GzipWriter {
 public:
  explicit GzipWriter(Sink sink);
  ~GzipWriter();
  GzipWriter(const GzipWriter&) = delete;
  GzipWriter& operator=(const GzipWriter&) = delete;

  void write(std::string_view text);
  void finish();  // the rest; without it what was handed on is cut off

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace entente::io
