// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/registry.hpp"

#define ANALYSIS(folder, name) \
  namespace entente::folder {  \
  Analysis name();             \
  }
#include "engine/registry.def"
#undef ANALYSIS

namespace entente {

std::span<const Analysis> analyses() {
  static const std::vector<Analysis> all{
#define ANALYSIS(folder, name) folder::name(),
#include "engine/registry.def"
#undef ANALYSIS
  };
  return all;
}

std::span<const std::string_view> analysis_folders() {
  static const std::vector<std::string_view> all{
#define ANALYSIS(folder, name) #folder,
#include "engine/registry.def"
#undef ANALYSIS
  };
  return all;
}

const Analysis* find_analysis(std::string_view id) {
  for (const Analysis& analysis : analyses()) {
    if (analysis.method.id == id) return &analysis;
  }
  return nullptr;
}

}  // namespace entente
