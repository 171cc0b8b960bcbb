// SPDX-License-Identifier: Apache-2.0
// A promise between parts of the engine; a broken one is a defect, never the user's fault.
#pragma once

#include <stdexcept>
#include <string>

#define ENTENTE_ASSERT(condition)                                                          \
  do {                                                                                     \
    if (!(condition))                                                                      \
      throw std::logic_error(std::string("internal error at " __FILE__ ":") +              \
                             std::to_string(__LINE__) + ": " #condition " does not hold"); \
  } while (false)
