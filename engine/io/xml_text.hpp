// SPDX-License-Identifier: Apache-2.0
// Text as XML 1.0 can hold it, so that every reader gets back what was given.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::io {

// All append, and give the number of characters that XML cannot hold (control characters, U+FFFE,
// U+FFFF, bytes that are not UTF-8) and that were replaced by U+FFFD.

// Between tags. As few escapes as XML allows: one reader drops blanks between two of them.
std::size_t append_xml_text(std::string& out, std::string_view text);
// Between double quotes.
std::size_t append_xml_attribute(std::string& out, std::string_view text);
// A blank, the name as it is, and the text between double quotes.
std::size_t append_xml_attribute(std::string& out, std::string_view name, std::string_view text);

}  // namespace entente::io
