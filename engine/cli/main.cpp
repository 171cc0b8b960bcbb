// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "engine/cli/program.hpp"

int main(int argc, char** argv) {
  try {
    std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(entente::cli::run_program(std::move(arguments)));
  } catch (...) {  // what run_program itself threw, say without memory for a complaint
    std::fputs("error[C302]: out of memory; nothing was written\n", stderr);
    return static_cast<int>(entente::cli::Status::stopped);
  }
}
