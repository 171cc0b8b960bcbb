// SPDX-License-Identifier: Apache-2.0
#include "engine/io/note_log.hpp"

#include <algorithm>
#include <utility>

namespace entente::io {
namespace {

constexpr std::size_t shown_of_a_kind = 3;

}  // namespace

void NoteLog::add(Diagnostic note) {
  auto kind = std::find_if(kinds_.begin(), kinds_.end(),
                           [&](const Kind& k) { return k.code == note.code; });
  if (kind == kinds_.end()) {
    kinds_.push_back({.code = note.code, .shown = {}});
    kind = kinds_.end() - 1;
  }
  if (++kind->count <= shown_of_a_kind) kind->shown.push_back(std::move(note));
}

Diagnostics NoteLog::take() {
  Diagnostics all;
  for (Kind& kind : kinds_) {
    if (kind.count > kind.shown.size()) {
      kind.shown.back().message +=
          " (and " + std::to_string(kind.count - kind.shown.size()) + " more like this)";
    }
    std::move(kind.shown.begin(), kind.shown.end(), std::back_inserter(all));
  }
  kinds_.clear();
  return all;
}

}  // namespace entente::io
