// SPDX-License-Identifier: Apache-2.0
#include "engine/io/element_times.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/date.hpp"
#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"

namespace entente::io {
namespace {

constexpr std::size_t date_length = 10;  // of 2018-11-12

const Attribute* named(const std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.name == name; });
  return found == attributes.end() ? nullptr : if_stated(&*found);
}

bool is_date(std::string_view text) {
  if (text.size() != date_length || text[0] == '[') return false;
  const auto span = parse_date(text);
  return span && span->exact();
}

// 2018-11-12T10:00:00, perhaps with a fraction and a zone.
bool is_date_time(std::string_view text) {
  if (text.size() < date_length + 6 || text[date_length] != 'T' ||
      !is_date(text.substr(0, date_length)))
    return false;
  return text.find_first_not_of("0123456789:.+-Z", date_length + 1) == text.npos;
}

TimeFormat format_of(std::string_view text) {
  if (is_date(text)) return TimeFormat::date;
  if (is_date_time(text)) return TimeFormat::date_time;
  const auto number = parse_double(text);
  return number && std::isfinite(*number) ? TimeFormat::number : TimeFormat::none;
}

// Whether a comes after b. Dates and times of one zone compare as texts.
bool after(const std::string& a, const std::string& b, TimeFormat format) {
  return format == TimeFormat::number ? *parse_double(a) > *parse_double(b) : a > b;
}

CommonTime common(TimeFormat a, TimeFormat b) noexcept {
  if (a == b || b == TimeFormat::none) return {a, false};
  if (a == TimeFormat::none) return {b, false};
  if (a == TimeFormat::number || b == TimeFormat::number) return {TimeFormat::none, true};
  return {TimeFormat::date_time, false};
}

}  // namespace

ElementTimes::ElementTimes(const std::vector<Attribute>& attributes)
    : from_(named(attributes, "valid_from")),
      to_(named(attributes, "valid_to")),
      spells_(named(attributes, "valid_spells")) {
  if (from_ == nullptr && to_ == nullptr) {
    from_ = named(attributes, "existed_from");
    to_ = named(attributes, "existed_to");
  }
  std::size_t rows = 0;
  for (const Attribute* column : {from_, to_, spells_}) {
    if (column == nullptr) continue;
    rows = std::visit([](const auto& values) { return values.size(); }, column->values);
  }
  for (std::size_t row = 0; row < rows && !unreadable_; ++row) {
    for (const Spell& spell : stated(row)) {
      for (const std::string& text : {spell.start, spell.end}) {
        if (text.empty()) continue;
        const TimeFormat one = format_of(text);
        const CommonTime both = common(format_, one);
        unreadable_ = unreadable_ || one == TimeFormat::none || both.unreadable;
        format_ = both.format;
      }
    }
  }
  if (unreadable_) format_ = TimeFormat::none;
}

std::vector<Spell> ElementTimes::stated(std::size_t row) const {
  if (spells_ != nullptr && spells_->has(row)) {
    std::vector<Spell> spells;
    for (const std::string& item : split_list(spells_->text(row))) {
      const auto slash = item.find('/');
      spells.push_back(
          {item.substr(0, slash), slash == item.npos ? std::string() : item.substr(slash + 1)});
    }
    return spells;
  }
  Spell spell;
  if (from_ != nullptr) spell.start = from_->text(row);
  if (to_ != nullptr) spell.end = to_->text(row);
  if (spell.start.empty() && spell.end.empty()) return {};
  return {std::move(spell)};
}

bool ElementTimes::ends_before_start(std::size_t row) const {
  if (format_ == TimeFormat::none) return false;
  for (const Spell& spell : stated(row)) {
    if (!spell.start.empty() && !spell.end.empty() && after(spell.start, spell.end, format_))
      return true;
  }
  return false;
}

std::vector<Spell> ElementTimes::of(std::size_t row) const {
  if (format_ == TimeFormat::none || ends_before_start(row)) return {};
  std::vector<Spell> spells = stated(row);
  std::erase_if(spells, [](const Spell& s) { return s.start.empty() && s.end.empty(); });
  std::stable_sort(spells.begin(), spells.end(), [&](const Spell& a, const Spell& b) {
    if (a.start.empty() || b.start.empty()) return a.start.empty() && !b.start.empty();
    return after(b.start, a.start, format_);
  });
  std::vector<Spell> disjoint;
  for (Spell& spell : spells) {
    const bool apart = disjoint.empty() || (!disjoint.back().end.empty() && !spell.start.empty() &&
                                            after(spell.start, disjoint.back().end, format_));
    if (apart) {
      disjoint.push_back(std::move(spell));
      continue;
    }
    std::string& end = disjoint.back().end;
    if (!end.empty() && (spell.end.empty() || after(spell.end, end, format_))) end = spell.end;
  }
  return disjoint;
}

CommonTime common_time(const ElementTimes& nodes, const ElementTimes& edges) noexcept {
  if (nodes.unreadable() || edges.unreadable()) return {TimeFormat::none, true};
  return common(nodes.format(), edges.format());
}

}  // namespace entente::io
