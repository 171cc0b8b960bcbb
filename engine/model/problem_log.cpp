// SPDX-License-Identifier: Apache-2.0
#include "engine/model/problem_log.hpp"

#include <utility>

namespace entente {

void ProblemLog::add(Diagnostic problem) {
  failed_ = failed_ || problem.severity == Severity::error;
  if (++count_[problem.code] <= shown_per_code) shown_.push_back(std::move(problem));
}

std::uint64_t ProblemLog::count(const std::string& code) const {
  const auto found = count_.find(code);
  return found == count_.end() ? 0 : found->second;
}

Diagnostics ProblemLog::take() {
  for (const auto& [code, count] : count_) {
    if (count > shown_per_code) {
      shown_.push_back(note(code, std::to_string(count - shown_per_code) + " more like these"));
    }
  }
  count_.clear();
  failed_ = false;
  return std::exchange(shown_, {});
}

}  // namespace entente
