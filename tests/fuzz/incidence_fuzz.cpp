// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_incidence.hpp"
#include "engine/io/source_text.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const entente::io::SourceText source("fuzz.csv", entente::fuzz::text_of(data, size));
  entente::fuzz::use(entente::io::read_incidence(source));
  return 0;
}
