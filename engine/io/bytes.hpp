// SPDX-License-Identifier: Apache-2.0
// The bytes of a file, whole or in pieces; a compressed one (gzip, told by its first bytes) is
// expanded on the way.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

#include "engine/base/expected.hpp"

namespace entente::io {

inline constexpr std::uint64_t default_byte_limit = std::uint64_t{4} << 30;

// A text in pieces, each gone when the next one is asked for; an empty one is its end. One
// diagnostic where a piece cannot be had.
using TextPieces = std::function<Expected<std::string_view>()>;

TextPieces pieces_of(std::string_view text);

// The content of `file`, at most `limit` bytes after expansion, and of a compressed file of more
// than 64 MiB at most 250 times its size: tables are packed ten to fifty times, bombs a thousand
// times. Diagnostics, also of a later piece: F101 not there, F102 a folder, F103 cannot be read,
// F104 larger than the limit, F105 damaged or cut off. A stop that was requested before a piece is
// asked for throws Stopped.
Expected<TextPieces> read_pieces(const std::string& file, const std::stop_token& stop = {},
                                 std::uint64_t limit = default_byte_limit);
Expected<std::string> read_bytes(const std::string& file, const std::stop_token& stop = {},
                                 std::uint64_t limit = default_byte_limit);

}  // namespace entente::io
