// SPDX-License-Identifier: Apache-2.0
#include "engine/question/read_question.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto question = entente::read_question(entente::fuzz::text_of(data, size), "fuzz.json");
  if (!question && question.error().empty()) __builtin_trap();
  return 0;
}
