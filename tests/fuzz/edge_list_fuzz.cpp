// SPDX-License-Identifier: Apache-2.0
// Edges, nodes and hidden cells.
#include "engine/io/read_edge_list.hpp"
#include "engine/io/source_text.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const auto files = fuzz::files_of(fuzz::text_of(data, size), 3);
  const io::SourceText edges("edges.csv", files[0]), nodes("nodes.csv", files[1]);
  fuzz::use(io::read_edge_list(edges, files[1].empty() ? nullptr : &nodes));
  if (files[2].empty()) return 0;
  const auto hidden = io::read_hidden_cells(io::SourceText("hidden.csv", files[2]));
  const auto file = io::read_edge_list(edges, files[1].empty() ? nullptr : &nodes);
  if (hidden && file) {
    const auto view = view_of(file->graph, {.hidden = &*hidden});
    if (!view && view.error().empty()) __builtin_trap();
  }
  return 0;
}
