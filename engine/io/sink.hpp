// SPDX-License-Identifier: Apache-2.0
// Where a writer puts its text: called in order, with large pieces.
#pragma once

#include <functional>
#include <string_view>

namespace entente::io {

using Sink = std::function<void(std::string_view)>;

inline constexpr std::size_t sink_piece = 1 << 18;  // what writers collect before they hand it on

}  // namespace entente::io
