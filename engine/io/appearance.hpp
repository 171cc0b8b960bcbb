// SPDX-License-Identifier: Apache-2.0
// How nodes or edges are drawn: their attributes x, y, z, size and r, g, b or color (#rrggbb), for
// formats that have a place for it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/property_graph.hpp"

namespace entente::io {

struct Point {
  double x = 0, y = 0, z = 0;
};

using Color = std::array<std::uint8_t, 3>;  // red, green, blue

class Appearance {
 public:
  static Appearance of_nodes(const std::vector<Attribute>& attributes);
  static Appearance of_edges(const std::vector<Attribute>& attributes);  // their colour alone

  std::optional<Point> position(std::size_t row) const;
  std::optional<double> size(std::size_t row) const;
  std::optional<Color> color(std::size_t row) const;
  // Whether the attribute says how things are drawn, and nothing else. Columns that belong together
  // and are not there together (x without y) are plain attributes.
  bool draws(const Attribute& attribute) const noexcept;

 private:
  void find_color(const std::vector<Attribute>& attributes);

  const Attribute* x_ = nullptr;
  const Attribute* y_ = nullptr;
  const Attribute* z_ = nullptr;
  const Attribute* size_ = nullptr;
  std::array<const Attribute*, 3> parts_{};
  const Attribute* hex_ = nullptr;
};

std::string hex_color(const Color& color);                    // #rrggbb
std::optional<Color> parse_hex_color(std::string_view text);  // of that form

}  // namespace entente::io
