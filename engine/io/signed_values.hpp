// SPDX-License-Identifier: Apache-2.0
// The values of lines in formats whose one number is both the weight of an edge and its sign.
#pragma once

#include <vector>

#include "engine/io/graph_builder.hpp"

namespace entente::io {

// Of each edge: where `weighted`, its weight, the size of the value (1 for 0); and where any value
// is 0 or less, its sign. True where there are signs.
bool add_signed_values(AttributeTable& edges, const std::vector<double>& values, bool weighted);

// The same in a graph that was read from a format that holds any weight: how many weights are 0 or
// less, where the edges have no `sign` and each weight is a finite number; else 0.
std::size_t count_signed_weights(const PropertyGraph& graph);
// Where there are such weights: each edge gets a sign, and its weight is the size.
void split_signed_weights(PropertyGraph& graph);

}  // namespace entente::io
