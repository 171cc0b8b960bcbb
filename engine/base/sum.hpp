// SPDX-License-Identifier: Apache-2.0
// A sum that does not lose the small terms (Neumaier's variant of Kahan,
// doi:10.1002/zamm.19740540106).
#pragma once

#include <cmath>

namespace entente {

class Sum {
 public:
  void add(double term) noexcept {
    const double total = total_ + term;
    lost_ += std::abs(total_) >= std::abs(term) ? (total_ - total) + term : (term - total) + total_;
    total_ = total;
  }
  Sum& operator+=(double term) noexcept {
    add(term);
    return *this;
  }
  double value() const noexcept { return total_ + lost_; }

 private:
  double total_ = 0, lost_ = 0;
};

}  // namespace entente
