// SPDX-License-Identifier: Apache-2.0
// A table of unknown shape, perhaps compressed.
#include <unistd.h>

#include <fstream>

#include "engine/io/csv.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string path = "/dev/shm/entente-fuzz-" + std::to_string(getpid()) + ".csv";
  std::ofstream(path, std::ios::binary) << entente::fuzz::text_of(data, size);
  const auto table = entente::io::read_table(path);
  unlink(path.c_str());
  if (!table && table.error().empty()) __builtin_trap();
  if (!table) return 0;
  for (const auto& row : table->rows) {
    if (row.size() != table->header.size()) __builtin_trap();
  }
  return 0;
}
