// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/command.hpp"

namespace entente::cli {

#define COMMAND(name) Command name##_command();
#include "engine/cli/commands.def"
#undef COMMAND

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
#define COMMAND(name) name##_command(),
#include "engine/cli/commands.def"
#undef COMMAND
  };
  return all;
}

}  // namespace entente::cli
