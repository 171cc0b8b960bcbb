// SPDX-License-Identifier: Apache-2.0
// Ids that every reader of graph files keeps: [A-Za-z][A-Za-z0-9_.-]*, unique.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::io {

bool is_portable_id(std::string_view id) noexcept;

// The first of each portable id stays as it is; each other one gets a letter in front if it needs
// one, '_' for what is not allowed, and a number at its end where that is taken. An empty id
// becomes `prefix` and a number. In the order given; differing ids stay different.
std::vector<std::string> portable_ids(const std::vector<std::string>& ids, char prefix);

}  // namespace entente::io
