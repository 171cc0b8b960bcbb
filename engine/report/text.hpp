// SPDX-License-Identifier: Apache-2.0
// A result for eyes: what was computed on what, its tables, its notes.
//
// Reals have four significant digits and stand under each other by their points. A table about
// nodes is ranked by its value column; a long table shows its first rows and says how many follow.
#pragma once

#include <cstddef>
#include <string>

#include "engine/analysis/result.hpp"

namespace entente {

struct TextOptions {
  std::size_t width = 80;
  std::size_t rows = 20;
  std::string table{};  // the only one to show; empty: all
};

std::string to_text(const Result& result, const TextOptions& options);

// A note as one line: "message (hint)".
std::string note_text(const Diagnostic& note);

// "Brandes (2001), doi:10.1080/0022250X.2001.9990249"
std::string citation_text(const Citation& citation);

}  // namespace entente
