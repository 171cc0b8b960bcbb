// SPDX-License-Identifier: Apache-2.0
#include "engine/io/text_words.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"

namespace entente::io {

std::optional<Diagnostic> not_text(const SourceText& source, const char* code) {
  const auto invalid = std::min(find_invalid_utf8(source.text()), source.text().find('\0'));
  if (invalid == std::string_view::npos) return std::nullopt;
  return error(code, "the file is not text in UTF-8", "save it as UTF-8", source.position(invalid));
}

void for_each_line(const SourceText& source,
                   const std::function<bool(std::string_view, std::uint32_t)>& take) {
  const std::string_view text = source.text();
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    source.check_stop();
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    if (!take(text.substr(at, end - at), ++number)) return;
    at = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
}

void append_words(std::string_view line, std::uint32_t number, const WordRules& rules,
                  std::vector<Word>& words) {
  const auto is_one_of = [](std::string_view set, char c) { return set.find(c) != set.npos; };
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = at++;
    if (is_one_of(rules.separators, line[begin])) continue;
    if (line[begin] == '"') {
      const auto quote = line.find('"', at);
      const auto end = std::min(quote, line.size());
      words.push_back({line.substr(at, end - at), number, true, quote != line.npos});
      at = end + 1;
      continue;
    }
    if (!is_one_of(rules.alone, line[begin])) {
      while (at < line.size() && !is_one_of(rules.separators, line[at]) &&
             !is_one_of(rules.alone, line[at]))
        ++at;
    }
    words.push_back({line.substr(begin, at - begin), number});
  }
}

std::optional<Diagnostic> unclosed_quote(const std::vector<Word>& words, const std::string& file,
                                         const char* code) {
  const auto open =
      std::find_if(words.begin(), words.end(), [](const Word& word) { return !word.closed; });
  if (open == words.end()) return std::nullopt;
  return error(code, "the quote before '" + std::string(open->text) + "' is not closed",
               "expected another quote on the same line", {file, open->line, 0});
}

}  // namespace entente::io
