// SPDX-License-Identifier: Apache-2.0
// The pages of --help, 80 columns wide or as wide as the terminal.
#pragma once

#include <string>

#include "engine/cli/command_page.hpp"

namespace entente::cli {

std::string overview();                // entente --help
std::string help(const CommandPage&);  // entente COMMAND --help

}  // namespace entente::cli
