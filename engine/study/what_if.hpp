// SPDX-License-Identifier: Apache-2.0
// The same analysis before and after an edit, view by view: coalitions matched by their members,
// and centralities beside the spread that drawing the items again gives them anyway.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/result.hpp"
#include "engine/base/expected.hpp"
#include "engine/model/edit.hpp"
#include "engine/study/group_changes.hpp"

namespace entente {

struct CentralityChange {
  std::string node, label, measure;
  double before = 0, after = 0;
  double spread = 0;  // standard deviation before the edit; NaN where none was taken
  double share = 0;   // |after - before| of the largest value of the measure before
};

struct WhatIfView {
  std::string name;
  bool changed = false;  // whether the edit touches this view at all
  ViewGroups before, after;
  GroupChanges groups;
  std::vector<CentralityChange> centralities;  // those that changed, the largest share first
  std::uint32_t replicates = 0;                // behind the spread; 0: the view is too large for it
};

struct WhatIf {
  Projection projection;
  std::vector<WhatIfView> views;  // states, companies, all actors; or the kinds that were asked for
};

// `projection` with its day.
Expected<WhatIf> what_if(const KnowledgeGraph& before, const KnowledgeGraph& after,
                         const Projection& projection, const Context& context);

// views, centralities, groups, flows, movers; each with the view's name first
std::vector<Table> what_if_tables(const WhatIf& found);

}  // namespace entente
