// SPDX-License-Identifier: Apache-2.0
// An immutable graph in compressed sparse rows: what every algorithm reads.
//
// Directed or undirected; parallel edges and loops are kept; one-mode, or two-mode with the actors
// first and the items after them. Vertices are sorted by key (within each mode) and edges by source
// and target, so the order of the input is forgotten: equal graphs give equal Views.
// Copies share the arrays.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/graph/details.hpp"
#include "engine/graph/mask.hpp"

namespace entente {

using Vertex = std::uint32_t;
inline constexpr std::uint32_t no_item = 0xffffffff;

// What a weight means; a measure uses it only in its own sense and ignores it otherwise.
enum class WeightRole : std::uint8_t { ignore, strength, distance };

// A graph as a reader or a projection hands it over: any order, ends as positions in `keys`.
struct EdgeList {
  bool directed = false;
  bool two_mode = false;
  WeightRole weight_role = WeightRole::ignore;
  std::vector<std::string> keys;       // unique
  std::vector<std::string> labels;     // by vertex; empty: the keys
  std::vector<std::string> kinds;      // by vertex; may be empty
  std::vector<std::uint8_t> is_item;   // by vertex, two-mode only
  std::vector<Vertex> source, target;  // by edge; two-mode: one end an actor, the other an item
  std::vector<double> weight;          // by edge; empty: every weight is 1
  std::vector<std::int8_t> sign;       // by edge, 1, 0 or -1; empty: no signs
  std::vector<std::uint32_t>
      evidence;                       // by edge: a number that the caller understands; may be empty
  std::vector<NodeTexts> columns;     // further properties of the vertices: group, country, ...
  std::vector<DayRange> days;         // by edge: when it began; empty: nothing is known
  std::vector<DayRange> life;         // by vertex: outside of it it did not exist; may be empty
  std::optional<std::int32_t> as_of;  // the day on which all this was looked at
  // Two-mode only, both by position in `keys`:
  std::vector<Vertex>
      other_answer;  // the item that is the other answer of the same roll call, or no_item
  std::vector<std::pair<Vertex, Vertex>> unknown, impossible;  // cells (actor, item)
};

class View {
 public:
  View();  // the empty graph
  // Throws std::logic_error where the list breaks a promise above (readers check before).
  explicit View(EdgeList edges);

  std::uint32_t vertex_count() const noexcept { return std::uint32_t(a_->out_begin.size() - 1); }
  std::uint32_t edge_count() const noexcept { return std::uint32_t(a_->source.size()); }
  bool directed() const noexcept { return a_->directed; }
  bool two_mode() const noexcept { return a_->two_mode; }
  std::uint32_t actor_count() const noexcept {
    return a_->actor_count;
  }  // two-mode: vertices [0, actor_count)
  std::uint32_t item_count() const noexcept { return vertex_count() - a_->actor_count; }

  // Neighbours, ascending, one entry for each parallel edge. An undirected edge stands in both of
  // its ends' rows, an undirected loop once in its own. in() of an undirected View is out().
  std::span<const Vertex> out(Vertex v) const noexcept {
    return row(a_->out_begin, a_->out_target, v);
  }
  std::span<const Vertex> in(Vertex v) const noexcept {
    return a_->directed ? row(a_->in_begin, a_->in_source, v) : out(v);
  }
  // The edge behind each neighbour, beside out() and in().
  std::span<const std::uint32_t> out_edges(Vertex v) const noexcept {
    return row(a_->out_begin, a_->out_edge, v);
  }
  std::span<const std::uint32_t> in_edges(Vertex v) const noexcept {
    return a_->directed ? row(a_->in_begin, a_->in_edge, v) : out_edges(v);
  }

  // By edge, in the order (source, target); undirected: source <= target; two-mode undirected: the
  // source is the actor.
  Vertex source(std::uint32_t edge) const noexcept { return a_->source[edge]; }
  Vertex target(std::uint32_t edge) const noexcept { return a_->target[edge]; }
  double weight(std::uint32_t edge) const noexcept {
    return a_->weight.empty() ? 1.0 : a_->weight[edge];
  }
  std::int8_t sign(std::uint32_t edge) const noexcept {
    return a_->sign.empty() ? std::int8_t{1} : a_->sign[edge];
  }
  std::uint32_t evidence(std::uint32_t edge) const noexcept {
    return a_->evidence.empty() ? edge : a_->evidence[edge];
  }

  bool has_weights() const noexcept { return !a_->weight.empty(); }  // false: every weight is 1
  bool has_signs() const noexcept { return !a_->sign.empty(); }
  WeightRole weight_role() const noexcept { return a_->weight_role; }
  // The weight of an edge where the measure reads strengths (or distances); 1 in any other role.
  double strength(std::uint32_t edge) const noexcept {
    return a_->weight_role == WeightRole::strength ? weight(edge) : 1.0;
  }
  double distance(std::uint32_t edge) const noexcept {
    return a_->weight_role == WeightRole::distance ? weight(edge) : 1.0;
  }

  const std::string& key(Vertex v) const noexcept { return a_->keys[v]; }
  const std::string& label(Vertex v) const noexcept {
    return a_->labels.empty() ? a_->keys[v] : a_->labels[v];
  }
  const std::string& kind(Vertex v) const noexcept;  // "" where none is known
  std::optional<Vertex> find(std::string_view key) const noexcept;
  // Null where there is none of that name.
  const NodeColumn* column(std::string_view name) const noexcept;
  const std::vector<NodeColumn>& columns() const noexcept { return a_->columns; }

  bool has_days() const noexcept { return !a_->days.empty(); }
  DayRange days(std::uint32_t edge) const noexcept {
    return a_->days.empty() ? DayRange{} : a_->days[edge];
  }
  bool has_life() const noexcept { return !a_->life.empty(); }
  DayRange life(Vertex v) const noexcept { return a_->life.empty() ? DayRange{} : a_->life[v]; }
  std::optional<std::int32_t> as_of() const noexcept { return a_->as_of; }

  // Two-mode: null where every cell is known. Columns are item positions, vertex - actor_count().
  const Mask* mask() const noexcept { return a_->mask ? &*a_->mask : nullptr; }
  // By item position: the other answer of the same roll call, or no_item.
  std::uint32_t other_answer(std::uint32_t item) const noexcept {
    return a_->other_answer.empty() ? no_item : a_->other_answer[item];
  }
  bool has_roll_calls() const noexcept { return !a_->other_answer.empty(); }

  // SHA-256 over all of the above but evidence: equal graphs have equal digests.
  std::string digest() const;

 private:
  struct Arrays {
    bool directed = false, two_mode = false;
    WeightRole weight_role = WeightRole::ignore;
    std::uint32_t actor_count = 0;
    std::vector<std::string> keys, labels, kinds;
    std::vector<std::size_t> out_begin{0}, in_begin;
    std::vector<Vertex> out_target, in_source;
    std::vector<std::uint32_t> out_edge, in_edge;
    std::vector<Vertex> source, target;
    std::vector<double> weight;
    std::vector<std::int8_t> sign;
    std::vector<std::uint32_t> evidence, other_answer;
    std::vector<NodeColumn> columns;
    std::vector<DayRange> days, life;
    std::optional<std::int32_t> as_of;
    std::optional<Mask> mask;
  };

  template <class T>
  static std::span<const T> row(const std::vector<std::size_t>& begin, const std::vector<T>& values,
                                Vertex v) noexcept {
    return {values.data() + begin[v], values.data() + begin[v + 1]};
  }

  std::shared_ptr<const Arrays> a_;
};

// The same vertices without loops, parallel edges (weights added; the sign and the days of the
// first) or direction.
View simple_undirected(const View& view);
// The same without loops and parallel edges, directions kept.
View simple(const View& view);

// The vertices of a View and all that is said of them, as the beginning of another one: keys,
// labels, kinds, modes, columns, life, and the day.
EdgeList vertices_of(const View& view);

}  // namespace entente
