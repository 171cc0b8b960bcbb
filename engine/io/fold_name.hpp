// SPDX-License-Identifier: Apache-2.0
// Names without what people leave out when they type: case, accents, and blanks beyond one.
#pragma once

#include <string>
#include <string_view>

namespace entente::io {

// "  Acad\u00e9mie  des Sciences" -> "academie des sciences". Texts that read alike fold alike;
// bytes that are not UTF-8 become U+FFFD.
std::string fold_name(std::string_view name);

}  // namespace entente::io
