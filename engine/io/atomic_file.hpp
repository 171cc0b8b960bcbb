// SPDX-License-Identifier: Apache-2.0
// Writes a file whole or not at all: into a temporary file beside it, which then takes its name.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"

namespace entente::io {

// Nothing in the answer: it is written. F201: no file can be made there. F202: writing ended
// midway, as on a full disk. Either way what stood there before still stands, and nothing beside
// it. What is no regular file (/dev/null, a named pipe) is written to as it is.
Diagnostics write_file(const std::string& file, std::string_view bytes);

}  // namespace entente::io
