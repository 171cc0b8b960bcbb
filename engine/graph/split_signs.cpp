// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/split_signs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/base/assert.hpp"

namespace entente {
namespace {

using Cell = std::pair<Vertex, std::uint32_t>;  // actor, item position

class Splitter {
 public:
  explicit Splitter(const View& view) : view_(view), actors_(view.actor_count()) {
    ENTENTE_ASSERT(view.two_mode());
    list_.directed = view.directed();
    list_.two_mode = true;
    list_.weight_role = view.weight_role();
    list_.as_of = view.as_of();
    for (const NodeColumn& column : view.columns()) list_.columns.push_back({column.name, {}});
  }

  SplitSigns run() {
    find_roll_calls();
    for (Vertex i = 0; i < actors_; ++i) add(i, 0, view_.key(i), view_.label(i));
    for (std::uint32_t j = 0; j < view_.item_count(); ++j) add_item(j);
    for (std::uint32_t j = 0; view_.has_roll_calls() && j < view_.item_count(); ++j) {
      const std::uint32_t other = view_.other_answer(j);
      if (other != no_item) list_.other_answer[yes_[j]] = yes_[other];
    }
    read_stances();
    add_edges();
    hide_cells();
    result_.view = View(std::move(list_));
    return std::move(result_);
  }

 private:
  Vertex actor(std::uint32_t edge) const {
    return std::min(view_.source(edge), view_.target(edge));
  }
  std::uint32_t item(std::uint32_t edge) const {
    return std::max(view_.source(edge), view_.target(edge)) - actors_;
  }

  void find_roll_calls() {
    is_roll_call_.assign(view_.item_count(), 0);
    const auto could_be = [&](std::uint32_t j) {
      const std::string& kind = view_.kind(actors_ + j);
      return view_.other_answer(j) == no_item && kind != "agreement" && kind != "principle" &&
             kind != "provision";
    };
    for (std::uint32_t j = 0; j < view_.item_count(); ++j) {
      is_roll_call_[j] = could_be(j) && view_.kind(actors_ + j) == "vote" ? 1 : 0;
      taken_.insert(view_.key(actors_ + j));
    }
    for (std::uint32_t e = 0; e < view_.edge_count(); ++e) {
      if (view_.sign(e) != 1 && could_be(item(e))) is_roll_call_[item(e)] = 1;
    }
    for (const std::uint8_t roll_call : is_roll_call_) result_.roll_calls += roll_call;
  }

  Vertex add(Vertex from, std::uint8_t is_item, std::string key, std::string label) {
    list_.keys.push_back(std::move(key));
    list_.labels.push_back(std::move(label));
    list_.kinds.push_back(view_.kind(from));
    list_.is_item.push_back(is_item);
    list_.other_answer.push_back(no_item);
    if (view_.has_life()) list_.life.push_back(view_.life(from));
    for (std::size_t c = 0; c < list_.columns.size(); ++c) {
      list_.columns[c].texts.push_back(view_.columns()[c].text(from));
    }
    return static_cast<Vertex>(list_.keys.size() - 1);
  }

  std::string free_key(std::string key) {
    while (!taken_.insert(key).second) key += '\'';
    return key;
  }

  void add_item(std::uint32_t j) {
    const Vertex v = actors_ + j;
    if (is_roll_call_[j] == 0) {
      yes_.push_back(add(v, 1, view_.key(v), view_.label(v)));
      no_.push_back(no_item);
      return;
    }
    yes_.push_back(add(v, 1, free_key(view_.key(v) + ".yes"), view_.label(v) + ": yes"));
    no_.push_back(add(v, 1, free_key(view_.key(v) + ".no"), view_.label(v) + ": no"));
    list_.other_answer[yes_[j]] = no_[j];
    list_.other_answer[no_[j]] = yes_[j];
  }

  void read_stances() {
    for (std::uint32_t e = 0; e < view_.edge_count(); ++e) {
      const auto [at, is_new] = stance_.emplace(Cell(actor(e), item(e)), view_.sign(e));
      if (!is_new && at->second && *at->second != view_.sign(e)) at->second.reset();
    }
    for (const auto& [cell, stance] : stance_) {
      if (!stance && is_roll_call_[cell.second] != 0) ++result_.contradictions;
    }
  }

  void add_edges() {
    for (std::uint32_t e = 0; e < view_.edge_count(); ++e) {
      const std::uint32_t j = item(e);
      const bool roll_call = is_roll_call_[j] != 0;
      if (!roll_call && view_.sign(e) != 1) {
        ++result_.left_out;
        continue;
      }
      if (roll_call && (view_.sign(e) == 0 || !stance_.at(Cell(actor(e), j)))) continue;
      const Vertex answer = view_.sign(e) == 1 ? yes_[j] : no_[j];
      const bool from_actor = view_.source(e) < actors_;
      list_.source.push_back(from_actor ? view_.source(e) : answer);
      list_.target.push_back(from_actor ? answer : view_.target(e));
      list_.evidence.push_back(view_.evidence(e));
      if (view_.has_weights()) list_.weight.push_back(view_.weight(e));
      if (view_.has_days()) list_.days.push_back(view_.days(e));
    }
  }

  void hide_cells() {
    for (std::uint32_t j = 0; j < view_.item_count(); ++j) {
      const bool roll_call = is_roll_call_[j] != 0;
      if (!roll_call && view_.mask() == nullptr) continue;
      for (Vertex i = 0; i < actors_; ++i) {
        const auto found = stance_.find(Cell(i, j));
        if (found != stance_.end() && (!roll_call || found->second)) continue;
        if (!roll_call && view_.mask()->known(i, j)) continue;
        const bool impossible = view_.mask() != nullptr && view_.mask()->impossible(i, j);
        auto& hidden = impossible ? list_.impossible : list_.unknown;
        hidden.emplace_back(i, yes_[j]);
        if (roll_call) hidden.emplace_back(i, no_[j]);
      }
    }
  }

  const View& view_;
  Vertex actors_;
  EdgeList list_;
  SplitSigns result_;
  std::vector<std::uint8_t> is_roll_call_;  // by item
  std::vector<Vertex> yes_, no_;            // by item: its vertex, or that of its answers
  std::set<std::string> taken_;             // keys of items
  std::map<Cell, std::optional<std::int8_t>> stance_;  // empty: contradictory
};

}  // namespace

SplitSigns split_signs(const View& view) { return Splitter(view).run(); }

std::vector<Vertex> vertices_named(const View& view, const std::string& id) {
  if (const auto v = view.find(id)) return {*v};
  // An item of the file may have the name that its answer would have; see free_key() above.
  for (std::string yes = id + ".yes"; const auto v = view.find(yes); yes += '\'') {
    if (*v < view.actor_count()) continue;
    const std::uint32_t no = view.other_answer(*v - view.actor_count());
    if (no != no_item) return {*v, view.actor_count() + no};
  }
  return {};
}

std::optional<std::string> roll_call_of(const std::string& answer) {
  const std::size_t end = answer.find_last_not_of('\'') + 1;
  for (const std::string_view suffix : {".yes", ".no"}) {
    if (!std::string_view(answer).substr(0, end).ends_with(suffix)) continue;
    return answer.substr(0, end - suffix.size());
  }
  return std::nullopt;
}

}  // namespace entente
