// SPDX-License-Identifier: Apache-2.0
// Diagnostics on stderr: the first twenty, then how many more there are.
#pragma once

#include "engine/base/diagnostic.hpp"

namespace entente::cli {

void complain(const Diagnostics& diagnostics);

}  // namespace entente::cli
