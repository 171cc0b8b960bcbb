// SPDX-License-Identifier: Apache-2.0
// What the program writes to: a terminal and its width, or a file or pipe.
#pragma once

#include <cstddef>

namespace entente::cli {

enum class Stream : int { out = 1, err = 2 };

bool is_terminal(Stream stream) noexcept;
std::size_t columns_of(Stream stream) noexcept;  // 80 where it is no terminal

}  // namespace entente::cli
