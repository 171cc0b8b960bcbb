// SPDX-License-Identifier: Apache-2.0
// What writing a graph file changed, and what programs that read it will change: counts, to be
// shown to whoever exported it.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace entente::io {

struct ExportReport {
  std::size_t nodes = 0, edges = 0;
  // Changed in the file.
  std::size_t changed_ids = 0;          // with the original beside them
  std::size_t repeated_ids = 0;         // of edges, with a number behind them
  std::size_t replaced_characters = 0;  // by U+FFFD
  std::size_t omitted_numbers = 0;      // not a number, or infinite
  std::size_t long_integers = 0;        // beyond 2^53: their attribute is text
  std::vector<std::pair<std::string, std::string>> renamed_attributes{};  // from, to
  // As it is in the file, but not in Gephi.
  std::size_t infinity_texts = 0;    // hold INF, which becomes Infinity
  std::size_t null_texts = 0;        // "null" or blanks, read as absent
  std::size_t rounded_weights = 0;   // whole numbers that 32 bits do not hold
  std::size_t merged_parallels = 0;  // edges beyond the first of a source, target and relation

  Diagnostics remarks{};  // what only this format changes; their place is filled in by notes()

  // Adds each of the counts above: those of a part of the same file that was written apart.
  void add_counts(const ExportReport& part) noexcept;
  // One note for each count that is not 0. `file` is what was written.
  Diagnostics notes(const std::string& file) const;
  // What stands beside the file: how many nodes and edges it holds, and the notes, one a line.
  std::string text(const std::string& file) const;
};

}  // namespace entente::io
