// SPDX-License-Identifier: Apache-2.0
// Diagnostics in the order in which they were met; of each code the first thousand in full and the
// rest counted, so that a column of nonsense in a large table neither fills the memory nor hides
// the other problems.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "engine/base/diagnostic.hpp"

namespace entente {

class ProblemLog {
 public:
  static constexpr std::uint64_t shown_per_code = 1000;

  void add(Diagnostic problem);
  // Whether there is an error among them.
  bool failed() const noexcept { return failed_; }
  // How many of this code were met.
  std::uint64_t count(const std::string& code) const;
  // All of them, and a line for each code of which some were only counted.
  Diagnostics take();

 private:
  Diagnostics shown_;
  std::map<std::string, std::uint64_t> count_;
  bool failed_ = false;
};

}  // namespace entente
