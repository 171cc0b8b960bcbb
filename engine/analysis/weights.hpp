// SPDX-License-Identifier: Apache-2.0
// Why a measure cannot use the weights of a View, or nothing. Each names the first edge in the way.
#pragma once

#include <optional>

#include "engine/base/diagnostic.hpp"
#include "engine/graph/view.hpp"

namespace entente {

// Paths need distances above 0 (code G101).
std::optional<Diagnostic> bad_distances(const View& view);
// Random walks and eigenvectors need strengths that are not negative (code G102).
std::optional<Diagnostic> bad_strengths(const View& view);

}  // namespace entente
