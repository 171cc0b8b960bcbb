// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

bool is_terminal(Stream stream) noexcept { return isatty(static_cast<int>(stream)) == 1; }

std::size_t columns_of(Stream stream) noexcept {
  constexpr std::size_t usual = 80, least = 40;
  winsize size{};
  if (ioctl(static_cast<int>(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
  return size.ws_col < least ? least : size.ws_col;
}

}  // namespace entente::cli
