// SPDX-License-Identifier: Apache-2.0
// Lines and words of the text formats of network programs (Pajek, UCINET).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

// An error of that code where the text holds a NUL or what is not UTF-8.
std::optional<Diagnostic> not_text(const SourceText& source, const char* code);

// Calls take(line, number) until it gives false. Lines end with LF, CR LF or CR alone; numbers
// begin with 1.
void for_each_line(const SourceText& source,
                   const std::function<bool(std::string_view, std::uint32_t)>& take);

struct Word {
  std::string_view text;
  std::uint32_t line;
  bool quoted = false;
  bool closed = true;  // false: the line ends before the quote does
};

struct WordRules {
  std::string_view separators = " \t";
  std::string_view alone{};  // characters that are words of their own
};

// What stands between quotes is one word; a quote that is not closed ends with the line.
void append_words(std::string_view line, std::uint32_t number, const WordRules& rules,
                  std::vector<Word>& words);

// An error of that code at the first word whose quote is not closed.
std::optional<Diagnostic> unclosed_quote(const std::vector<Word>& words, const std::string& file,
                                         const char* code);

}  // namespace entente::io
