// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/complain.hpp"

#include <cstdio>

namespace entente::cli {
namespace {

constexpr std::size_t longest = 600, kept_at_end = 120;  // bytes of a message

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// What is quoted from a file may be a whole file: the middle of a long text is left out.
std::string shortened(const std::string& text) {
  if (text.size() <= longest) return text;
  std::size_t end = longest - kept_at_end, begin = text.size() - kept_at_end;
  while (continues_character(text[end])) --end;
  while (continues_character(text[begin])) ++begin;
  return text.substr(0, end) + " [...] " + text.substr(begin);
}

}  // namespace

void complain(const Diagnostics& diagnostics, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < diagnostics.size() && i < most; ++i) {
    Diagnostic shown = diagnostics[i];
    shown.message = shortened(shown.message);
    shown.hint = shortened(shown.hint);
    text += to_text(shown) + '\n';
  }
  if (diagnostics.size() > most) {
    text += "... and " + std::to_string(diagnostics.size() - most) + " more\n";
  }
  std::fputs(text.c_str(), stderr);
}

}  // namespace entente::cli
