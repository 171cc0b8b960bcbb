// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_gexf.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::fuzz::use(entente::io::read_gexf(entente::fuzz::text_of(data, size), "fuzz.gexf"));
  return 0;
}
