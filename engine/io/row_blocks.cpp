// SPDX-License-Identifier: Apache-2.0
#include "engine/io/row_blocks.hpp"

#include <algorithm>
#include <vector>

#include "engine/base/parallel.hpp"

namespace entente::io {
namespace {

constexpr std::size_t rows_of_block = 1024;
constexpr std::size_t blocks_of_round = 32;  // what is held in memory at a time

}  // namespace

void write_rows(std::size_t count, const Sink& sink, ExportReport& report,
                const std::function<void(std::size_t, std::size_t, RowBlock&)>& format) {
  std::vector<RowBlock> blocks(blocks_of_round);
  for (std::size_t first = 0; first < count; first += rows_of_block * blocks_of_round) {
    const std::size_t rows = std::min(count - first, rows_of_block * blocks_of_round);
    for_chunks({.count = rows, .chunk = rows_of_block}, [&](std::size_t begin, std::size_t end) {
      format(first + begin, first + end, blocks[begin / rows_of_block]);
    });
    for (RowBlock& block : blocks) {
      if (!block.text.empty()) sink(block.text);
      block.text.clear();
    }
  }
  for (const RowBlock& block : blocks) report.add_counts(block.report);
}

}  // namespace entente::io
