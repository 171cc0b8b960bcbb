// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/program.hpp"

int main(int argc, char** argv) {
  return static_cast<int>(entente::cli::run_program({argv + 1, argv + argc}));
}
