// SPDX-License-Identifier: Apache-2.0
#include "engine/stance/stance_table.hpp"

#include <algorithm>
#include <compare>
#include <string_view>

#include "engine/base/assert.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente::stance {
namespace {

constexpr std::string_view no_ending = ".no", yes_ending = ".yes";

class Reader {
 public:
  explicit Reader(const View& view) : view_(view), actors_(view.actor_count()) {
    ENTENTE_ASSERT(view.two_mode());
  }

  StanceTable run() {
    name_columns();
    read_edges();
    if (std::find(is_answer_.begin(), is_answer_.end(), 1) != is_answer_.end()) add_abstentions();
    fill();
    return std::move(table_);
  }

 private:
  const std::string& key(std::uint32_t item) const { return view_.key(actors_ + item); }

  void name_columns() {
    const std::uint32_t items = view_.item_count();
    column_.assign(items, 0);
    is_no_.assign(items, 0);
    for (std::uint32_t j = 0; j < items; ++j) {
      const std::uint32_t other = view_.other_answer(j);
      const bool is_vote = view_.kind(actors_ + j) == "vote";
      const bool no = key(j).ends_with(no_ending), yes = key(j).ends_with(yes_ending);
      // An answer that nobody gave is no item, so the one that is left stands alone.
      const bool is_answer = other != no_item || (is_vote && !view_.has_signs() && (no || yes));
      is_no_[j] = is_answer && (other != no_item && other < j ? is_no_[other] == 0 : no) ? 1 : 0;
      if (other != no_item && other < j) {
        column_[j] = column_[other];
        continue;
      }
      column_[j] = static_cast<std::uint32_t>(table_.column_name.size());
      const std::size_t ending = !is_answer ? 0
                                 : no       ? no_ending.size()
                                 : yes      ? yes_ending.size()
                                            : 0;
      table_.column_name.push_back(key(j).substr(0, key(j).size() - ending));
      table_.is_roll_call.push_back(is_answer || is_vote ? 1 : 0);
      is_answer_.push_back(is_answer ? 1 : 0);
      answer_.push_back(j);
    }
  }

  void read_edges() {
    for (std::uint32_t e = 0; e < view_.edge_count(); ++e) {
      const auto [actor, item] = std::minmax({view_.source(e), view_.target(e)});
      const std::uint32_t j = item - actors_;
      const int stance = is_no_[j] != 0 ? -view_.sign(e) : view_.sign(e);
      entries_.push_back({actor, column_[j], 0, static_cast<std::int8_t>(stance)});
    }
  }

  void add_abstentions() {
    const bipartite::Incidence cells(view_);
    for (std::uint32_t c = 0; c < is_answer_.size(); ++c) {
      if (is_answer_[c] == 0) continue;
      for (std::uint32_t i = 0; i < actors_; ++i) {
        if (cells.known(i, answer_[c])) entries_.push_back({i, c, 1, 0});
      }
    }
  }

  void fill() {
    table_.of_actor.resize(actors_);
    table_.on_column.resize(table_.column_name.size());
    std::sort(entries_.begin(), entries_.end());
    for (std::size_t k = 0, next = 0; k < entries_.size(); k = next) {
      const Entry& entry = entries_[k];  // an edge, where there is one
      bool contradicted = false;
      for (next = k; next < entries_.size() && entries_[next].same_cell(entry); ++next) {
        contradicted =
            contradicted || (entries_[next].implied == 0 && entries_[next].stance != entry.stance);
      }
      if (contradicted) {
        ++table_.contradictions;
        continue;
      }
      table_.of_actor[entry.actor].push_back({entry.column, entry.stance});
      table_.on_column[entry.column].push_back({entry.actor, entry.stance});
      if (entry.stance != 1) table_.is_roll_call[entry.column] = 1;
    }
  }

  struct Entry {
    std::uint32_t actor, column;
    std::uint8_t implied;  // 1: an abstention where no edge says more
    std::int8_t stance;
    auto operator<=>(const Entry&) const = default;
    bool same_cell(const Entry& other) const {
      return actor == other.actor && column == other.column;
    }
  };

  const View& view_;
  std::uint32_t actors_;
  StanceTable table_;
  std::vector<std::uint32_t> column_;    // by item
  std::vector<std::uint8_t> is_no_;      // by item
  std::vector<std::uint8_t> is_answer_;  // by column: answers are items of their own
  std::vector<std::uint32_t> answer_;    // by column: its first item
  std::vector<Entry> entries_;
};

}  // namespace

StanceTable stance_table(const View& view) { return Reader(view).run(); }

}  // namespace entente::stance
