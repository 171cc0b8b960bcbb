// SPDX-License-Identifier: Apache-2.0
// The version of the engine, as CMake's project() states it: what every result is stamped with.
#pragma once

#include <string_view>

namespace entente {

std::string_view version() noexcept;

}  // namespace entente
