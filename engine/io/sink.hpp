// SPDX-License-Identifier: Apache-2.0
// Where a writer puts its text: called in order, mostly with large pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace entente::io {

using Sink = std::function<void(std::string_view)>;

inline constexpr std::size_t sink_piece = 1 << 18;  // what writers collect before they hand it on

// What was collected goes to the sink where it is a piece or more; all of it where `least` is 1.
inline void hand_on(std::string& collected, const Sink& sink, std::size_t least = sink_piece) {
  if (collected.size() < least) return;
  sink(collected);
  collected.clear();
}

}  // namespace entente::io
