// SPDX-License-Identifier: Apache-2.0
#include "engine/base/version.hpp"

namespace entente {

std::string_view version() noexcept { return ENTENTE_VERSION; }

}  // namespace entente
