// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/complain.hpp"

#include <cstdio>

namespace entente::cli {

void complain(const Diagnostics& diagnostics, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < diagnostics.size() && i < most; ++i) {
    text += to_text(diagnostics[i]) + '\n';
  }
  if (diagnostics.size() > most) {
    text += "... and " + std::to_string(diagnostics.size() - most) + " more\n";
  }
  std::fputs(text.c_str(), stderr);
}

}  // namespace entente::cli
