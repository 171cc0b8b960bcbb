// SPDX-License-Identifier: Apache-2.0
#include "engine/report/progress_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report/display_width.hpp"

namespace entente {
namespace {

std::string duration(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02} min", whole / 60, whole % 60);
  return fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

std::string rate(double each_second) {
  if (each_second >= 1e6) return fmt::format("{:.1f}M/s", each_second / 1e6);
  if (each_second >= 1e4) return fmt::format("{:.0f}k/s", each_second / 1e3);
  return fmt::format("{:.{}f}/s", each_second, each_second < 10 ? 1 : 0);
}

}  // namespace

std::string progress_line(const StepProgress& progress, std::size_t width) {
  const auto& [step, done, total, seconds] = progress;
  const double share = total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0.0;
  constexpr std::size_t bar = 24;
  const auto filled = static_cast<std::size_t>(share * double{bar});
  std::string line = fmt::format("[{}{}] {:3.0f}%", std::string(filled, '#'),
                                 std::string(bar - filled, ' '), 100 * share);
  if (done > 0 && seconds > 0) {
    line += "  " + rate(done / seconds);
    if (total > done) line += "  " + duration(seconds * (total - done) / done) + " left";
  }
  return cut_to_width(line + "  " + std::string(step), width > 1 ? width - 1 : 1);
}

}  // namespace entente
