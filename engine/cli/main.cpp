// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "engine/cli/program.hpp"

int main(int argc, char** argv) {
  try {
    std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(entente::cli::run_program(std::move(arguments)));
  } catch (const std::bad_alloc&) {  // thrown where run_program itself lacks memory to complain
    std::fputs("error[C302]: out of memory; nothing was written\n", stderr);
  } catch (...) {
    std::fputs("error[C303]: the program gave up; this is a defect, please report it\n", stderr);
  }
  return static_cast<int>(entente::cli::Status::stopped);
}
