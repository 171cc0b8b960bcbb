// SPDX-License-Identifier: Apache-2.0
// How far a step of a run has come, as one line of a terminal: a bar, the rate, the time that
// remains at this rate.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

struct StepProgress {
  std::string_view step;
  double done = 0, total = 0;
  double seconds = 0;  // since the step began
};

std::string progress_line(const StepProgress& progress, std::size_t width);

}  // namespace entente
