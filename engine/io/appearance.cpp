// SPDX-License-Identifier: Apache-2.0
#include "engine/io/appearance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente::io {
namespace {

using Integers = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

std::size_t size_of(const Attribute& attribute) {
  return std::visit([](const auto& values) { return values.size(); }, attribute.values);
}

const Attribute* named(const std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

const Attribute* finite_numbers(const Attribute* attribute) {
  if (attribute == nullptr || std::holds_alternative<Texts>(attribute->values)) return nullptr;
  for (std::size_t i = 0; i < size_of(*attribute); ++i) {
    if (attribute->has(i) && !std::isfinite(*attribute->number(i))) return nullptr;
  }
  return attribute;
}

const Attribute* color_part(const Attribute* attribute) {
  const auto* parts = attribute == nullptr ? nullptr : std::get_if<Integers>(&attribute->values);
  if (parts == nullptr) return nullptr;
  for (std::size_t i = 0; i < parts->size(); ++i) {
    if (attribute->has(i) && ((*parts)[i] < 0 || (*parts)[i] > 255)) return nullptr;
  }
  return attribute;
}

bool there_together(const Attribute* a, const Attribute* b) {
  if (a == nullptr || b == nullptr) return false;
  for (std::size_t i = 0; i < size_of(*a); ++i) {
    if (a->has(i) != b->has(i)) return false;
  }
  return true;
}

}  // namespace

Appearance Appearance::of_edges(const std::vector<Attribute>& attributes) {
  Appearance look;
  look.find_color(attributes);
  return look;
}

Appearance Appearance::of_nodes(const std::vector<Attribute>& attributes) {
  Appearance look = of_edges(attributes);
  const auto number = [&](std::string_view name) {
    return finite_numbers(named(attributes, name));
  };
  const Attribute* x = number("x");
  const Attribute* y = number("y");
  if (there_together(x, y)) {
    look.x_ = x;
    look.y_ = y;
    if (const Attribute* z = number("z"); there_together(x, z)) look.z_ = z;
  }
  look.size_ = number("size");
  return look;
}

void Appearance::find_color(const std::vector<Attribute>& attributes) {
  const std::array parts = {color_part(named(attributes, "r")), color_part(named(attributes, "g")),
                            color_part(named(attributes, "b"))};
  if (there_together(parts[0], parts[1]) && there_together(parts[0], parts[2])) {
    parts_ = parts;
  } else if (const Attribute* hex = named(attributes, "color")) {
    const auto* texts = std::get_if<Texts>(&hex->values);
    bool all = texts != nullptr;
    for (std::size_t i = 0; all && i < texts->size(); ++i)
      all = !hex->has(i) || parse_hex_color((*texts)[i]).has_value();
    if (all) hex_ = hex;
  }
}

std::optional<Point> Appearance::position(std::size_t row) const {
  if (x_ == nullptr || !x_->has(row)) return std::nullopt;
  return Point{*x_->number(row), *y_->number(row), z_ == nullptr ? 0 : *z_->number(row)};
}

std::optional<double> Appearance::size(std::size_t row) const {
  return size_ == nullptr ? std::nullopt : size_->number(row);
}

std::optional<Color> Appearance::color(std::size_t row) const {
  if (hex_ != nullptr && hex_->has(row)) return parse_hex_color(hex_->text(row));
  if (parts_[0] == nullptr || !parts_[0]->has(row)) return std::nullopt;
  Color color{};
  for (std::size_t i = 0; i < color.size(); ++i)
    color[i] = static_cast<std::uint8_t>(std::get<Integers>(parts_[i]->values)[row]);
  return color;
}

bool Appearance::draws(const Attribute& attribute) const noexcept {
  const Attribute* all[] = {x_, y_, z_, size_, parts_[0], parts_[1], parts_[2], hex_};
  return std::find(std::begin(all), std::end(all), &attribute) != std::end(all);
}

std::string hex_color(const Color& color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color[0], color[1], color[2]);
}

std::optional<Color> parse_hex_color(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::uint32_t value = 0;
  const auto read = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + 7) return std::nullopt;
  return Color{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 255),
               static_cast<std::uint8_t>(value & 255)};
}

}  // namespace entente::io
