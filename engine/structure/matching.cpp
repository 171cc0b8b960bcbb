// SPDX-License-Identifier: Apache-2.0
// Matching: the largest number of actors that can have an item each, no item twice, along edges.
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   `matching`: its size; `pairs`: one such matching. There may be others of that size.
// Mask     uses the edges that are there.
// Cost     O(m sqrt(n)).
// Method   Hopcroft and Karp (1973), doi:10.1137/0202019: shortest ways from a free actor to a free
//          item, alternately off and on the matching, as many at once as do not meet.

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente::structure {
namespace {

constexpr std::uint32_t unmatched = 0xffffffff;
constexpr std::uint32_t unreached = 0xffffffff;

class Matching {
 public:
  Matching(const bipartite::Incidence& table, const Context& context)
      : table_(table),
        context_(context),
        item_of_(table.actors(), unmatched),
        actor_of_(table.items(), unmatched),
        level_(table.actors()),
        tried_(table.actors()) {
    while (set_levels()) {
      std::fill(tried_.begin(), tried_.end(), 0);
      for (std::uint32_t i = 0; i < table_.actors(); ++i) {
        if (item_of_[i] == unmatched) extend_from(i);
      }
    }
  }
  const std::vector<std::uint32_t>& item_of() const { return item_of_; }

 private:
  // How many pairs lie between a free actor and each actor, at least; false where no free item is
  // in reach.
  bool set_levels() {
    context_.check_stop();
    std::fill(level_.begin(), level_.end(), unreached);
    queue_.clear();
    for (std::uint32_t i = 0; i < table_.actors(); ++i) {
      if (item_of_[i] != unmatched) continue;
      level_[i] = 0;
      queue_.push_back(i);
    }
    bool found = false;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
      const std::uint32_t i = queue_[head];
      for (const std::uint32_t j : table_.row(i)) {
        const std::uint32_t next = actor_of_[j];
        if (next == unmatched) {
          found = true;
        } else if (level_[next] == unreached) {
          level_[next] = level_[i] + 1;
          queue_.push_back(next);
        }
      }
    }
    return found;
  }

  // Looks for a free item level by level, without recursion: a way may be as long as the graph.
  void extend_from(std::uint32_t free_actor) {
    way_.assign(1, free_actor);
    while (!way_.empty()) {
      const std::uint32_t i = way_.back();
      const auto row = table_.row(i);
      if (tried_[i] == row.size()) {
        way_.pop_back();
        if (!way_.empty()) ++tried_[way_.back()];
        continue;
      }
      const std::uint32_t next = actor_of_[row[tried_[i]]];
      if (next == unmatched) return turn_over();
      if (level_[next] == level_[i] + 1 && tried_[next] < table_.row(next).size()) {
        way_.push_back(next);
      } else {
        ++tried_[i];
      }
    }
  }

  // Each actor of the way takes the item that it tried last.
  void turn_over() {
    for (const std::uint32_t i : way_) {
      const std::uint32_t item = table_.row(i)[tried_[i]];
      item_of_[i] = item;
      actor_of_[item] = i;
      tried_[i] = static_cast<std::uint32_t>(table_.row(i).size());  // no second way through it
    }
  }

  const bipartite::Incidence& table_;
  const Context& context_;
  std::vector<std::uint32_t> item_of_, actor_of_;
  std::vector<std::uint32_t> level_, tried_;  // by actor; tried: places in its row
  std::vector<std::uint32_t> queue_, way_;
};

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const bipartite::Incidence table(view);
  const Matching matching(table, context);
  std::vector<Vertex> actor, item;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    if (matching.item_of()[i] == unmatched) continue;
    actor.push_back(i);
    item.push_back(view.actor_count() + matching.item_of()[i]);
  }
  const auto size = static_cast<std::int64_t>(actor.size());
  return Outcome{{{"matching",
                   "Largest matching",
                   {{"matching", "pairs", "how many", std::vector<std::int64_t>{size}}}},
                  {"pairs",
                   "Pairs of one largest matching",
                   {{"actor", "", "key of the actor", std::move(actor)},
                    {"item", "", "key of its item", std::move(item)}}}},
                 {}};
}

}  // namespace

Analysis matching() {
  return {.method = {.id = "matching",
                     .title = "Maximum matching",
                     .formula = "the largest set of edges of which no two have an end in common",
                     .convention = "by number of pairs, weights are not looked at; one of the "
                                   "largest matchings is shown, there may be others",
                     .cost = "O(m sqrt(n))",
                     .citations = {{"J. E. Hopcroft and R. M. Karp (1973), An n^(5/2) algorithm "
                                    "for maximum matchings in bipartite graphs, SIAM Journal on "
                                    "Computing 2",
                                    "10.1137/0202019"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
