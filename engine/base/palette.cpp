// SPDX-License-Identifier: Apache-2.0
#include "engine/base/palette.hpp"

namespace entente {

Rgb group_color(std::uint32_t group) {
  static constexpr std::array<Rgb, 7> palette{{{0, 114, 178},
                                               {213, 94, 0},
                                               {0, 158, 115},
                                               {204, 121, 167},
                                               {230, 159, 0},
                                               {86, 180, 233},
                                               {240, 228, 66}}};
  if (group < palette.size()) return palette[group];
  return {153, 153, 153};
}

}  // namespace entente
