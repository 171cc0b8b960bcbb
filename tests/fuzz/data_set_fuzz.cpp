// SPDX-License-Identifier: Apache-2.0
// The tables of a data set: what they hold and how they hang together.
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "engine/io/read_data_set.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

// In memory, gone when the program ends well.
std::string new_folder() {
  std::string name = "/dev/shm/entente-fuzz-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) __builtin_trap();
  return name;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array names{"schema.json", "nodes.csv",       "sources.csv",     "claims.csv",
                             "same_as.csv", "eligibility.csv", "datapackage.json"};
  static const std::string folder = new_folder();
  const auto files = entente::fuzz::files_of(entente::fuzz::text_of(data, size), names.size());
  for (std::size_t k = 0; k < names.size(); ++k) {
    const std::string path = folder + '/' + names[k];
    if (files[k].empty()) {
      unlink(path.c_str());
    } else {
      std::ofstream(path, std::ios::binary) << files[k];
    }
  }
  const auto set = entente::io::read_data_set(folder);
  if (!set && set.error().empty()) __builtin_trap();
  return 0;
}
