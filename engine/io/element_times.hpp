// SPDX-License-Identifier: Apache-2.0
// When each node or edge was there, as the attributes valid_from and valid_to say (both ends
// included), or else existed_from and existed_to, or valid_spells, a list of such intervals
// ("2018-11-12/2019-11-12"): what formats with a place for time put there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/property_graph.hpp"

namespace entente::io {

// Each end may be blank: no bound is known.
struct Spell {
  std::string start, end;
};

enum class TimeFormat : std::uint8_t { none, date, date_time, number };

class ElementTimes {
 public:
  explicit ElementTimes(const std::vector<Attribute>& attributes);

  // The narrowest format that holds every time; none where there is no time, or one of another
  // shape.
  TimeFormat format() const noexcept { return format_; }
  bool unreadable() const noexcept { return unreadable_; }  // there are times, but of no such shape
  // In order and disjoint. None where nothing is known, or an interval ends before it begins.
  std::vector<Spell> of(std::size_t row) const;
  bool ends_before_start(std::size_t row) const;

 private:
  std::vector<Spell> stated(std::size_t row) const;

  const Attribute* from_ = nullptr;
  const Attribute* to_ = nullptr;
  const Attribute* spells_ = nullptr;
  TimeFormat format_ = TimeFormat::none;
  bool unreadable_ = false;
};

// The wider of the two formats: a number does not go with the others (then unreadable).
struct CommonTime {
  TimeFormat format = TimeFormat::none;
  bool unreadable = false;
};
CommonTime common_time(const ElementTimes& nodes, const ElementTimes& edges) noexcept;

}  // namespace entente::io
