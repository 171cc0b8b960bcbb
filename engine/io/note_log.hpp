// SPDX-License-Identifier: Apache-2.0
// Notes of a reader or writer: the first few of each code in full, the rest of them counted, so
// that a million dropped elements do not make a million lines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace entente::io {

class NoteLog {
 public:
  void add(Diagnostic note);
  bool empty() const noexcept { return kinds_.empty(); }
  // In the order in which the codes were first met.
  Diagnostics take();

 private:
  struct Kind {
    std::string code;
    Diagnostics shown;
    std::size_t count = 0;
  };
  std::vector<Kind> kinds_;
};

}  // namespace entente::io
