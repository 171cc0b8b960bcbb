// SPDX-License-Identifier: Apache-2.0
// How many columns of a terminal a UTF-8 text takes: combining marks none, East Asian wide
// characters two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

std::size_t display_width(std::string_view text) noexcept;

// The text, or as much of its beginning as fits with an ellipsis after it.
std::string cut_to_width(std::string_view text, std::size_t width);

enum class Align : std::uint8_t { left, right };
std::string pad_to_width(std::string_view text, std::size_t width, Align align = Align::left);

// Lines broken at blanks. Lines that the text has itself stay apart; a longer word stands alone.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// wrap() as one text, every line ended by a newline; the first begins with `lead`, and the others
// stand below its end.
std::string wrapped(std::string_view lead, std::string_view text, std::size_t width);

}  // namespace entente
