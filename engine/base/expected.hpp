// SPDX-License-Identifier: Apache-2.0
// A value, or the diagnostics that say why there is none. Names follow std::expected.
#pragma once

#include <utility>
#include <variant>

#include "engine/base/diagnostic.hpp"

namespace entente {

template <class T>
class [[nodiscard]] Expected {
 public:
  Expected(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Expected(Diagnostics problems) : state_(std::in_place_index<1>, std::move(problems)) {}
  Expected(Diagnostic problem) : state_(std::in_place_index<1>, Diagnostics{std::move(problem)}) {}

  explicit operator bool() const noexcept { return state_.index() == 0; }
  const T& operator*() const& { return std::get<0>(state_); }
  T& operator*() & { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const Diagnostics& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Diagnostics> state_;
};

}  // namespace entente
