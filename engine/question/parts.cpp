// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "engine/question/part.hpp"

namespace entente {
namespace question {

Part support_counts();
Part shared_items();
Part camps();
Part absences();
Part kind_brokers();
Part changes();

}  // namespace question

Finding cannot_tell(std::string why) {
  Finding finding;
  finding.told = false;
  finding.headline = "the data cannot tell";
  finding.missing.push_back(why);
  finding.why = std::move(why);
  return finding;
}

const std::vector<Part>& parts() {
  static const std::vector<Part> all{question::support_counts(), question::shared_items(),
                                     question::camps(),          question::absences(),
                                     question::kind_brokers(),   question::changes()};
  return all;
}

const Part* find_part(std::string_view id) {
  for (const Part& part : parts()) {
    if (part.id == id) return &part;
  }
  return nullptr;
}

}  // namespace entente
