// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/best_response.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/parallel.hpp"

namespace entente::bipartite {
namespace {

// F and the sizes of the groups; a group without leaders has a row of zeros.
class Climb {
 public:
  Climb(const DenseTable& table, Groups leaders, const std::stop_token& stop)
      : table_(table), group_of_(std::move(leaders)), stop_(stop) {
    const std::uint32_t groups = renumber(group_of_);
    score_.assign(std::size_t{groups} * table.classes, 0);
    size_.assign(groups, 0);
    for (std::uint32_t l = 0; l < table.leaders; ++l) join(l, group_of_[l]);
    for (std::vector<double>* row : {&best_, &second_, &third_, &without_, &other_, &next_})
      row->resize(table.classes);
    double positive = 0;
    for (const double b : table.excess) positive += std::max(b, 0.0);
    tolerance_ = 1e-12 * positive;
  }

  Groups run() {
    do {
      rank_groups();
      while (sweep()) {
      }
    } while (merge());
    renumber(group_of_);
    return std::move(group_of_);
  }

 private:
  double* row(std::uint32_t group) { return score_.data() + std::size_t{group} * table_.classes; }

  void join(std::uint32_t leader, std::uint32_t group) {
    double* score = row(group);
    const double* excess = table_.row(leader);
    for (std::uint32_t f = 0; f < table_.classes; ++f) score[f] += excess[f];
    ++size_[group];
  }

  // Row of the leader's group as it is without the leader: exact zeros where nobody is left, so
  // that rounding does not pile up.
  void leave(std::uint32_t leader, double* without) {
    const std::uint32_t group = group_of_[leader];
    if (size_[group] == 1) {
      std::fill(without, without + table_.classes, 0.0);
      return;
    }
    const double* score = row(group);
    const double* excess = table_.row(leader);
    for (std::uint32_t f = 0; f < table_.classes; ++f) without[f] = score[f] - excess[f];
  }

  void move(std::uint32_t leader, std::uint32_t group) {
    leave(leader, row(group_of_[leader]));
    --size_[group_of_[leader]];
    join(leader, group);
    group_of_[leader] = group;
  }

  // The three best answers of each class; alone is worth 0. Which groups give them need not be
  // known: a group whose score equals the best one is the best one, or as good.
  void rank_groups() {
    const std::uint32_t n = table_.classes;
    std::fill(best_.begin(), best_.end(), 0.0);
    std::fill(second_.begin(), second_.end(), 0.0);
    std::fill(third_.begin(), third_.end(), 0.0);
    double *best = best_.data(), *second = second_.data(), *third = third_.data();
    for (std::uint32_t g = 0; g < size_.size(); ++g) {
      if (size_[g] == 0) continue;
      const double* score = row(g);
      for (std::uint32_t f = 0; f < n; ++f) {
        const double here = score[f];
        const double loser = std::min(here, best[f]);
        best[f] = std::max(here, best[f]);
        third[f] = std::max(third[f], std::min(loser, second[f]));
        second[f] = std::max(second[f], loser);
      }
    }
  }

  // The two best answers once a leader has left its group: of the three best ones, the group's old
  // score drops out, then its new one comes in. Two loops: compilers widen neither with more.
  void rank_without(const double* score) {
    const std::uint32_t n = table_.classes;
    const double *best = best_.data(), *second = second_.data(), *third = third_.data();
    double *other = other_.data(), *next = next_.data();
    for (std::uint32_t f = 0; f < n; ++f) {
      const double one = best[f], two = second[f], three = third[f], old = score[f];
      const double not_second = old == two ? three : two;
      other[f] = old == one ? two : one;
      next[f] = old == one ? three : not_second;
    }
    const double* without = without_.data();
    for (std::uint32_t f = 0; f < n; ++f) {
      const double here = without[f], one = other[f], two = next[f];
      other[f] = std::max(one, here);
      next[f] = std::max(two, std::min(one, here));
    }
  }

  // H with the leader in the group of that score, after rank_without().
  double value_in(const double* excess, const double* score) const {
    const double *other = other_.data(), *next = next_.data();
    return total([=](std::uint32_t f) {
      const double here = score[f], one = other[f], two = next[f];
      return std::max(here + excess[f], here == one ? two : one);
    });
  }

  // Four sums side by side: the same bits, whether or not the compiler uses wide registers.
  template <class Term>
  double total(const Term& term) const {
    double sums[4] = {0, 0, 0, 0};
    const std::uint32_t n = table_.classes, whole = n - n % 4;
    for (std::uint32_t f = 0; f < whole; f += 4) {
      for (std::uint32_t k = 0; k < 4; ++k) sums[k] += term(f + k);
    }
    for (std::uint32_t f = whole; f < n; ++f) sums[0] += term(f);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
  }

  std::uint32_t empty_group() {
    const auto at = std::find(size_.begin(), size_.end(), 0U);
    if (at == size_.end()) {
      size_.push_back(0);
      score_.resize(score_.size() + table_.classes, 0);
      return static_cast<std::uint32_t>(size_.size() - 1);
    }
    return static_cast<std::uint32_t>(at - size_.begin());
  }

  bool sweep() {
    bool moved = false;
    for (std::uint32_t l = 0; l < table_.leaders; ++l) {
      if (stop_.stop_requested()) throw Stopped{};
      const std::uint32_t old = group_of_[l], empty = empty_group();
      const double* excess = table_.row(l);
      leave(l, without_.data());
      rank_without(row(old));
      std::uint32_t best = old;
      double best_value = value_in(excess, without_.data());
      for (std::uint32_t g = 0; g < size_.size(); ++g) {
        if (g == old || (size_[g] == 0 && (g != empty || size_[old] == 1))) continue;
        const double value = value_in(excess, row(g));
        if (value > best_value + tolerance_) {
          best = g;
          best_value = value;
        }
      }
      if (best == old) continue;
      move(l, best);
      rank_groups();
      moved = true;
    }
    return moved;
  }

  // What H gains by making one group of two.
  double merge_gain(std::uint32_t g, std::uint32_t h) {
    const double* one = row(g);
    const double* two = row(h);
    return total([&](std::uint32_t f) {
      const double first = one[f] == best_[f] ? second_[f] : best_[f];
      const double next = one[f] == best_[f] || one[f] == second_[f] ? third_[f] : second_[f];
      return std::max(one[f] + two[f], two[f] == first ? next : first) - best_[f];
    });
  }

  bool merge() {
    double best = tolerance_;
    std::pair<std::uint32_t, std::uint32_t> pair{0, 0};
    for (std::uint32_t g = 0; g < size_.size(); ++g) {
      if (stop_.stop_requested()) throw Stopped{};
      for (std::uint32_t h = g + 1; h < size_.size() && size_[g] > 0; ++h) {
        const double gain = size_[h] == 0 ? 0 : merge_gain(g, h);
        if (gain > best) {
          best = gain;
          pair = {g, h};
        }
      }
    }
    const auto [g, h] = pair;
    if (g == h) return false;
    for (std::uint32_t l = 0; l < table_.leaders; ++l) {
      if (group_of_[l] == h) move(l, g);
    }
    return true;
  }

  const DenseTable& table_;
  Groups group_of_;
  std::vector<double> score_;
  std::vector<std::uint32_t> size_;
  std::vector<double> best_, second_, third_;   // by class, of all groups
  std::vector<double> without_, other_, next_;  // of the leader that is looked at
  double tolerance_ = 0;
  const std::stop_token& stop_;
};

}  // namespace

DenseTable dense_table(const QualityGraph& graph, std::uint32_t actors) {
  const std::uint32_t items = graph.size() - actors;
  DenseTable table;
  table.actors_lead = actors <= items;
  table.leaders = std::min(actors, items);
  const std::uint32_t first_leader = table.actors_lead ? 0 : actors;
  const std::uint32_t first_follower = table.actors_lead ? actors : 0;
  std::map<std::vector<double>, std::uint32_t> known;  // columns of b
  std::vector<double> column(table.leaders);
  std::vector<std::vector<double>> columns;  // of the classes, added up
  for (std::uint32_t f = 0; f < std::max(actors, items); ++f) {
    const std::uint32_t u = first_follower + f;
    for (std::uint32_t l = 0; l < table.leaders; ++l) {
      const std::uint32_t v = first_leader + l;
      column[l] = -(graph.p[v] * graph.q[u] + graph.q[v] * graph.p[u]);
    }
    for (std::size_t a = graph.begin[u]; a < graph.begin[u + 1]; ++a) {
      column[graph.neighbour[a] - first_leader] += graph.weight[a];
    }
    const auto [place, added] = known.emplace(column, static_cast<std::uint32_t>(columns.size()));
    table.class_of.push_back(place->second);
    if (added) {
      columns.push_back(column);
    } else {
      std::vector<double>& sum = columns[place->second];
      for (std::uint32_t l = 0; l < table.leaders; ++l) sum[l] += column[l];
    }
  }
  table.classes = static_cast<std::uint32_t>(columns.size());
  table.excess.resize(std::size_t{table.leaders} * table.classes);
  for (std::uint32_t c = 0; c < table.classes; ++c) {
    for (std::uint32_t l = 0; l < table.leaders; ++l) {
      table.excess[std::size_t{l} * table.classes + c] = columns[c][l];
    }
  }
  return table;
}

Groups climb(const DenseTable& table, Groups leaders, const std::stop_token& stop) {
  return Climb(table, std::move(leaders), stop).run();
}

Groups leaders_of(const DenseTable& table, const Groups& groups) {
  const auto begin = groups.begin() + std::ptrdiff_t(table.actors_lead ? 0 : table.class_of.size());
  return Groups(begin, begin + std::ptrdiff_t(table.leaders));
}

Groups with_followers(const DenseTable& table, const Groups& leaders) {
  Groups numbered = leaders;
  const std::uint32_t groups = renumber(numbered);
  std::vector<double> score(std::size_t{groups} * table.classes, 0);
  for (std::uint32_t l = 0; l < table.leaders; ++l) {
    double* row = score.data() + std::size_t{numbered[l]} * table.classes;
    for (std::uint32_t c = 0; c < table.classes; ++c) row[c] += table.row(l)[c];
  }
  constexpr std::uint32_t alone = 0xffffffff;
  Groups answer(table.classes, alone);
  for (std::uint32_t c = 0; c < table.classes; ++c) {
    double best = 0;
    for (std::uint32_t g = 0; g < groups; ++g) {
      const double here = score[std::size_t{g} * table.classes + c];
      if (here > best) {
        best = here;
        answer[c] = g;
      }
    }
  }
  Groups followers;
  for (const std::uint32_t c : table.class_of) {
    const auto own = groups + static_cast<std::uint32_t>(followers.size());
    followers.push_back(answer[c] == alone ? own : answer[c]);
  }
  Groups all = table.actors_lead ? numbered : followers;
  const Groups& rest = table.actors_lead ? followers : numbered;
  all.insert(all.end(), rest.begin(), rest.end());
  renumber(all);
  return all;
}

}  // namespace entente::bipartite
