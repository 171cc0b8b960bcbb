// SPDX-License-Identifier: Apache-2.0
#include "engine/model/silence.hpp"

#include <algorithm>

namespace entente {
namespace {

Held held(const Eligibility& row, Day day) {
  return held_on(day, row.from.blank() ? DateSpan{before_all, before_all} : row.from, row.until);
}

// What rows that are all about the actor, or all about its kind, say together.
class Rows {
 public:
  void add(const Eligibility& row, Day day) {
    any_ = true;
    begun_ = begun_ || row.from.blank() || row.from.first <= day;
    complete_ =
        complete_ || (row.coverage == Coverage::complete && held(row, day) == Held::certainly);
  }
  bool any() const noexcept { return any_; }
  Silence read() const noexcept {
    if (complete_) return Silence::absent;
    // Rows that have ended: it could, and nobody says who would still be seen.
    return begun_ ? Silence::unknown : Silence::impossible;
  }

 private:
  bool any_ = false, begun_ = false, complete_ = false;
};

}  // namespace

Silence SilenceOn::of(NodeId actor, bool invited) const {
  const Node& node = graph_.node(actor);
  const bool not_yet = !node.from.blank() && node.from.first > day_;
  const bool no_more = !node.until.blank() && node.until.last <= day_;
  if (not_yet || no_more) return Silence::impossible;
  if (rows_.empty()) return Silence::unknown;
  Rows of_actor, of_kind;
  for (const Eligibility& row : rows_) {
    if (row.actor == actor) of_actor.add(row, day_);
    if (!row.actor && row.actor_kind == node.kind) of_kind.add(row, day_);
  }
  const Silence silence = of_actor.any() ? of_actor.read() : of_kind.read();
  return silence == Silence::impossible && invited ? Silence::unknown : silence;
}

}  // namespace entente
