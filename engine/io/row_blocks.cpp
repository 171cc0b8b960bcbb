// SPDX-License-Identifier: Apache-2.0
#include "engine/io/row_blocks.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/parallel.hpp"

namespace entente::io {
namespace {

constexpr std::size_t blocks_of_round = 32;
constexpr std::size_t bytes_of_round = std::size_t{8} << 20;  // about what is held in memory
constexpr std::size_t first_rows = 16, most_rows = 256;       // of a block

// Of the next round, by the bytes of the last one: the data decide, not the threads.
std::size_t rows_of_block(std::size_t rows_before, std::size_t bytes_before) {
  const std::size_t bytes_of_row = std::max<std::size_t>(1, bytes_before / rows_before);
  return std::clamp<std::size_t>(bytes_of_round / blocks_of_round / bytes_of_row, 1, most_rows);
}

}  // namespace

void write_rows(std::size_t count, const Sink& sink, ExportReport& report,
                const std::function<void(std::size_t, std::size_t, RowBlock&)>& format) {
  std::vector<RowBlock> blocks(blocks_of_round);
  std::size_t chunk = first_rows;
  for (std::size_t first = 0; first < count;) {
    const std::size_t rows = std::min(count - first, chunk * blocks_of_round);
    for_chunks({.count = rows, .chunk = chunk}, [&](std::size_t begin, std::size_t end) {
      format(first + begin, first + end, blocks[begin / chunk]);
    });
    std::size_t bytes = 0;
    for (RowBlock& block : blocks) {
      bytes += block.text.size();
      if (!block.text.empty()) sink(block.text);
      block.text.clear();
    }
    first += rows;
    chunk = rows_of_block(rows, bytes);
  }
  for (const RowBlock& block : blocks) report.add_counts(block.report);
}

}  // namespace entente::io
