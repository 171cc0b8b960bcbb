// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_graphml.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::fuzz::use(entente::io::read_graphml(entente::fuzz::text_of(data, size), "fuzz.graphml"));
  return 0;
}
