// SPDX-License-Identifier: Apache-2.0
// The program: finds the command, parses its options, runs it, says what went wrong.
#pragma once

#include <string>
#include <vector>

#include "engine/cli/command.hpp"

namespace entente::cli {

Status run_program(std::vector<std::string> arguments);

}  // namespace entente::cli
