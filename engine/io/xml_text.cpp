// SPDX-License-Identifier: Apache-2.0
#include "engine/io/xml_text.hpp"

#include <array>

#include "engine/base/utf8.hpp"

namespace entente::io {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// In text, what the character must become; "" if it stands for itself.
std::string_view text_escape(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':  // only the end of ]]> must be escaped
      return i >= 2 && text[i - 1] == ']' && text[i - 2] == ']' ? "&gt;" : "";
    case '\r':  // a bare one would be read as a line feed
      return "&#13;";
    default:
      return {};
  }
}

std::string_view attribute_escape(std::string_view text, std::size_t i) {
  switch (text[i]) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    case '\t':  // bare ones would be read as spaces
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

// Whether two escapes would stand with nothing but blanks between them, which the JDK's own parser
// (that of some installations of Gephi) drops.
bool blanks_between_escapes(std::string_view text) {
  bool after_escape = false, blanks = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text_escape(text, i).empty()) {
      if (after_escape && blanks) return true;
      after_escape = true;
      blanks = false;
    } else if (is_blank(text[i])) {
      blanks = true;
    } else {
      after_escape = false;
    }
  }
  return false;
}

// Line ends in some parser written in JavaScript, unless they are written as numbers.
std::string_view line_end_number(char32_t code) {
  return code == 0x85 ? "&#133;" : code == 0x2028 ? "&#8232;" : "";
}

bool forbidden(char32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0xFFFE ||
         code == 0xFFFF;
}

// Of each byte, whether it is a character that stands for itself everywhere; most are.
constexpr std::array<bool, 256> stands_for_itself = [] {
  std::array<bool, 256> result{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) result[byte] = true;
  for (const char c : std::string_view("&<>\"'")) result[static_cast<unsigned char>(c)] = false;
  return result;
}();

// Where from `begin` on the first character stands that may not stand for itself.
std::size_t end_of_plain(std::string_view text, std::size_t begin) {
  while (begin < text.size() && stands_for_itself[static_cast<unsigned char>(text[begin])]) ++begin;
  return begin;
}

template <class Escape>
std::size_t append(std::string& out, std::string_view text, Escape escape) {
  std::size_t replaced = 0, plain = 0;  // plain: where what stands for itself begins
  for (std::size_t i = end_of_plain(text, 0); i < text.size(); i = end_of_plain(text, i)) {
    const Utf8Character character = utf8_character(text, i);
    std::string_view instead;
    if (!character.valid || forbidden(character.code)) {
      ++replaced;
      instead = replacement_character;
    } else {
      instead = character.size == 1 ? escape(text, i) : line_end_number(character.code);
    }
    if (!instead.empty()) {
      out.append(text.substr(plain, i - plain)).append(instead);
      plain = i + character.size;
    }
    i += character.size;
  }
  out.append(text.substr(plain));
  return replaced;
}

}  // namespace

std::size_t append_xml_text(std::string& out, std::string_view text) {
  if (end_of_plain(text, 0) == text.size()) {
    out += text;
    return 0;
  }
  const bool plain = text.find('\r') == text.npos && text.find("]]>") == text.npos &&
                     text.find("\xC2\x85") == text.npos && text.find("\xE2\x80\xA8") == text.npos;
  if (!plain || !blanks_between_escapes(text)) return append(out, text, text_escape);
  out += "<![CDATA[";
  const std::size_t replaced =
      append(out, text, [](std::string_view, std::size_t) { return std::string_view(); });
  out += "]]>";
  return replaced;
}

std::size_t append_xml_attribute(std::string& out, std::string_view text) {
  return append(out, text, attribute_escape);
}

std::size_t append_xml_attribute(std::string& out, std::string_view name, std::string_view text) {
  out.append(" ").append(name).append("=\"");
  const std::size_t replaced = append_xml_attribute(out, text);
  out += '"';
  return replaced;
}

}  // namespace entente::io
