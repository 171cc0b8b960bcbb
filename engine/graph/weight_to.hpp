// SPDX-License-Identifier: Apache-2.0
// The weights from one vertex to each group, with the groups met in the order in which they come:
// what moves of single vertices are judged by.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

class WeightTo {
 public:
  explicit WeightTo(std::uint32_t groups) : weight_(groups, 0), met_(groups, 0) {}
  void add(std::uint32_t group, double weight) {
    if (met_[group] == 0) {
      met_[group] = 1;
      list_.push_back(group);
    }
    weight_[group] += weight;
  }
  double operator[](std::uint32_t group) const noexcept { return weight_[group]; }
  const std::vector<std::uint32_t>& groups() const noexcept { return list_; }
  void clear() {
    for (const std::uint32_t group : list_) {
      weight_[group] = 0;
      met_[group] = 0;
    }
    list_.clear();
  }

 private:
  std::vector<double> weight_;
  std::vector<std::uint8_t> met_;
  std::vector<std::uint32_t> list_;
};

}  // namespace entente
