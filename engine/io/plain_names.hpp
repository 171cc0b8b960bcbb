// SPDX-License-Identifier: Apache-2.0
// Names of attributes for formats that allow ASCII letters, digits and '_' only.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/export_report.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

using NamedAttributes = std::vector<std::pair<std::string, const Attribute*>>;

// Unique among themselves, whatever their case, and apart from `reserved` (lower case): those get
// the prefix. Counts what it renames.
NamedAttributes plain_names(const std::vector<const Attribute*>& attributes,
                            const std::set<std::string>& reserved, const char* prefix,
                            ExportReport& report);

}  // namespace entente::io
