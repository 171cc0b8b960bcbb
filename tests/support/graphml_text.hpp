// SPDX-License-Identifier: Apache-2.0
// GraphML in short, and what its reader says of it.
#pragma once

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/io/read_graphml.hpp"

namespace entente::test {

inline std::string graphml(const std::string& body) {
  return "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" + body + "</graphml>\n";
}

inline io::GraphFile read_graphml(const std::string& text) {
  auto file = io::read_graphml(text, "g.graphml");
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

// The first complaint about a text, as a person sees it.
inline std::string complaint(const std::string& text) {
  const auto file = io::read_graphml(text, "g.graphml");
  return file ? "none" : to_text(file.error().front());
}

inline bool has_note(const io::GraphFile& file, const std::string& code) {
  return std::any_of(file.notes.begin(), file.notes.end(),
                     [&](const Diagnostic& d) { return d.code == code; });
}

inline std::string note_of(const io::GraphFile& file, const std::string& code) {
  for (const Diagnostic& d : file.notes) {
    if (d.code == code) return to_text(d);
  }
  return "none";
}

}  // namespace entente::test
