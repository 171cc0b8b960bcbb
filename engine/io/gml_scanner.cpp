// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gml_scanner.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "engine/base/number_text.hpp"

namespace entente::io {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// Between '&' and ';'.
std::optional<std::string> character(std::string_view name) {
  constexpr std::pair<std::string_view, const char*> known[] = {
      {"quot", "\""}, {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"apos", "'"}};
  for (const auto& [word, text] : known) {
    if (name == word) return text;
  }
  if (!name.starts_with('#')) return std::nullopt;
  const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  name.remove_prefix(hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto read =
      std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool whole = !name.empty() && read.ec == std::errc() && read.ptr == name.end();
  if (!whole || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
    return std::nullopt;
  char bytes[4];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code));
  return std::string(bytes, static_cast<std::size_t>(size));
}

// Whether a text ends at this quote: behind it the list goes on, or ends. Else it is one of the
// text, which R igraph writes as they are, and graph-tool behind backslashes.
bool ends_at(std::string_view text, std::size_t quote) {
  auto at = text.find_first_not_of(" \t", quote + 1);
  if (at == text.npos || text[at] == '\r' || text[at] == '\n' || text[at] == ']') return true;
  if (at == quote + 1 || !is_letter(text[at])) return false;
  at = text.find_first_of(" \t\r\n\"[]", at);  // behind a key
  if (at != text.npos && is_blank(text[at])) at = text.find_first_not_of(" \t\r\n", at);
  return at != text.npos && std::string_view("\"[+-.0123456789").find(text[at]) != text.npos &&
         !(text[at] == '"' && !is_blank(text[at - 1]));
}

// Of a text that begins behind a quote: where it ends, or npos.
std::size_t end_of_text(std::string_view text, std::size_t begin) {
  auto end = text.find('"', begin);
  while (end != text.npos && !ends_at(text, end)) end = text.find('"', end + 1);
  return end;
}

}  // namespace

std::string without_backslashes(std::string_view text) {
  if (text.find("\\\"") == text.npos) return std::string(text);
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '\\' && (next == '"' || next == '\\')) ++i;
    plain += text[i];
  }
  return plain;
}

std::string without_entities(std::string_view text, bool& unknown) {
  constexpr std::size_t longest = 10;  // of a name or number
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto end = text[i] == '&' ? text.find(';', i) : text.npos;
    if (end == text.npos || end - i > longest) {
      plain += text[i];
      continue;
    }
    if (const auto meant = character(text.substr(i + 1, end - i - 1))) {
      plain += *meant;
      i = end;
    } else {
      unknown = true;
      plain += '&';
    }
  }
  return plain;
}

GmlToken GmlScanner::next() {
  using Kind = GmlToken::Kind;
  source_.check_stop();
  while (at_ < text_.size()) {
    if (is_blank(text_[at_])) {
      ++at_;
    } else if (text_[at_] == '#' &&
               (at_ == 0 || text_[at_ - 1] == '\n' || text_[at_ - 1] == '\r')) {
      at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    } else {
      break;
    }
  }
  const std::uint64_t begin = at_;
  if (at_ == text_.size()) return {Kind::end, {}, begin};
  const char first = text_[at_];
  if (first == '[' || first == ']') {
    ++at_;
    return {first == '[' ? Kind::open : Kind::close, text_.substr(begin, 1), begin};
  }
  if (first == '"') {
    const auto end = end_of_text(text_, at_ + 1);
    if (end == text_.npos) return {Kind::wrong, "a text that does not end", begin};
    at_ = end + 1;
    return {Kind::text, text_.substr(begin + 1, end - begin - 1), begin};
  }
  while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '[' && text_[at_] != ']' &&
         text_[at_] != '"')
    ++at_;
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (parse_integer(word)) return {Kind::integer, word, begin};
  const bool names_number = is_letter(first) && word != "NAN" && word != "INF";
  if (!names_number && parse_double(word)) return {Kind::real, word, begin};
  return {is_letter(first) ? Kind::key : Kind::word, word, begin};
}

}  // namespace entente::io
