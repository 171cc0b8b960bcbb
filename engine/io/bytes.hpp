// SPDX-License-Identifier: Apache-2.0
// A whole file in memory; a compressed one (gzip, told by its first bytes) is expanded on the way.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/expected.hpp"

namespace entente::io {

inline constexpr std::uint64_t default_byte_limit = std::uint64_t{4} << 30;

// The content of `file`, at most `limit` bytes after expansion, and of a compressed file of more
// than 64 MiB at most 250 times its size: tables are packed ten to fifty times, bombs a thousand
// times. Diagnostics: F101 not there, F102 a folder, F103 cannot be read, F104 larger than the
// limit, F105 damaged or cut off.
Expected<std::string> read_bytes(const std::string& file, std::uint64_t limit = default_byte_limit);

}  // namespace entente::io
