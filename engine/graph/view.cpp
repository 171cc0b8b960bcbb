// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/view.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "engine/base/assert.hpp"
#include "engine/base/digest.hpp"

namespace entente {
namespace {

template <class T>
std::vector<T> gather(const std::vector<T>& values, const std::vector<std::uint32_t>& order) {
  std::vector<T> result;
  if (values.empty()) return result;
  result.reserve(order.size());
  for (const std::uint32_t i : order) result.push_back(values[i]);
  return result;
}

// Positions of the vertices in their final order: actors before items, then by key.
std::vector<std::uint32_t> vertex_order(const EdgeList& list) {
  std::vector<std::uint32_t> order(list.keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (list.two_mode && list.is_item[a] != list.is_item[b])
      return list.is_item[a] < list.is_item[b];
    return list.keys[a] < list.keys[b];
  });
  return order;
}

// Counting sort of edge numbers by a vertex of each; stable.
std::vector<std::uint32_t> by_vertex(const std::vector<std::uint32_t>& edges,
                                     const std::vector<Vertex>& vertex, std::size_t n) {
  std::vector<std::size_t> begin(n + 1, 0);
  for (const std::uint32_t e : edges) ++begin[vertex[e] + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> sorted(edges.size());
  for (const std::uint32_t e : edges) sorted[begin[vertex[e]]++] = e;
  return sorted;
}

std::vector<std::uint32_t> edge_order(const EdgeList& list, std::size_t n) {
  std::vector<std::uint32_t> edges(list.source.size());
  std::iota(edges.begin(), edges.end(), 0U);
  edges = by_vertex(by_vertex(edges, list.target, n), list.source, n);
  const auto same_pair = [&](std::uint32_t a, std::uint32_t b) {
    return list.source[a] == list.source[b] && list.target[a] == list.target[b];
  };
  for (auto first = edges.begin();
       first != edges.end();) {  // parallel edges: by weight, sign, days
    auto last = first + 1;
    while (last != edges.end() && same_pair(*first, *last)) ++last;
    std::sort(first, last, [&](std::uint32_t a, std::uint32_t b) {
      if (!list.weight.empty() && list.weight[a] != list.weight[b])
        return list.weight[a] < list.weight[b];
      if (!list.sign.empty() && list.sign[a] != list.sign[b]) return list.sign[a] < list.sign[b];
      if (!list.days.empty() && list.days[a] != list.days[b]) return list.days[a] < list.days[b];
      if (!list.evidence.empty() && list.evidence[a] != list.evidence[b]) {
        return list.evidence[a] < list.evidence[b];
      }
      return a < b;
    });
    first = last;
  }
  return edges;
}

struct Rows {
  std::vector<std::size_t> begin;
  std::vector<Vertex> neighbour;
  std::vector<std::uint32_t> edge;
};

// Rows by `from`; with both, each edge also in the row of its other end (loops once).
Rows make_rows(const std::vector<Vertex>& from, const std::vector<Vertex>& to, std::size_t n,
               bool both) {
  Rows rows;
  rows.begin.assign(n + 1, 0);
  for (std::size_t e = 0; e < from.size(); ++e) {
    ++rows.begin[from[e] + 1];
    if (both && from[e] != to[e]) ++rows.begin[to[e] + 1];
  }
  std::partial_sum(rows.begin.begin(), rows.begin.end(), rows.begin.begin());
  rows.neighbour.resize(rows.begin[n]);
  rows.edge.resize(rows.begin[n]);
  std::vector<std::size_t> next(rows.begin.begin(), rows.begin.end() - 1);
  const auto put = [&](Vertex at, Vertex neighbour, std::size_t e) {
    rows.neighbour[next[at]] = neighbour;
    rows.edge[next[at]++] = static_cast<std::uint32_t>(e);
  };
  // An edge's larger end sees smaller ends first, so rows come out ascending with two passes.
  if (both) {
    for (std::size_t e = 0; e < from.size(); ++e) {
      if (from[e] < to[e]) put(to[e], from[e], e);
    }
    for (std::size_t e = 0; e < from.size(); ++e) put(from[e], to[e], e);
  } else {
    for (std::size_t e = 0; e < from.size(); ++e) put(from[e], to[e], e);
  }
  return rows;
}

NodeColumn coded(const NodeTexts& texts, const std::vector<std::uint32_t>& order) {
  NodeColumn column{texts.name, {}, texts.texts};
  std::sort(column.words.begin(), column.words.end());
  column.words.erase(std::unique(column.words.begin(), column.words.end()), column.words.end());
  column.code.reserve(order.size());
  for (const std::uint32_t at : order) {
    const auto word = std::lower_bound(column.words.begin(), column.words.end(), texts.texts[at]);
    column.code.push_back(static_cast<std::uint32_t>(word - column.words.begin()));
  }
  return column;
}

void check(const EdgeList& list) {
  const std::size_t n = list.keys.size(), m = list.source.size();
  ENTENTE_ASSERT(n < no_item && m < no_item);
  ENTENTE_ASSERT(list.target.size() == m);
  ENTENTE_ASSERT(list.weight.empty() || list.weight.size() == m);
  ENTENTE_ASSERT(list.sign.empty() || list.sign.size() == m);
  ENTENTE_ASSERT(list.evidence.empty() || list.evidence.size() == m);
  ENTENTE_ASSERT(list.labels.empty() || list.labels.size() == n);
  ENTENTE_ASSERT(list.kinds.empty() || list.kinds.size() == n);
  ENTENTE_ASSERT(list.days.empty() || list.days.size() == m);
  ENTENTE_ASSERT(list.life.empty() || list.life.size() == n);
  for (const NodeTexts& column : list.columns) ENTENTE_ASSERT(column.texts.size() == n);
  ENTENTE_ASSERT(!list.two_mode || list.is_item.size() == n);
  ENTENTE_ASSERT(list.other_answer.empty() || list.other_answer.size() == n);
  for (std::size_t e = 0; e < m; ++e) {
    ENTENTE_ASSERT(list.source[e] < n && list.target[e] < n);
    ENTENTE_ASSERT(!list.two_mode || list.is_item[list.source[e]] != list.is_item[list.target[e]]);
  }
}

}  // namespace

View::View() : a_(std::make_shared<Arrays>()) {}

View::View(EdgeList list) {
  check(list);
  const std::size_t n = list.keys.size();
  const auto order = vertex_order(list);
  std::vector<Vertex> place(n);
  for (Vertex v = 0; v < n; ++v) place[order[v]] = v;

  auto a = std::make_shared<Arrays>();
  a->directed = list.directed;
  a->two_mode = list.two_mode;
  a->weight_role = list.weight_role;
  a->actor_count = static_cast<std::uint32_t>(n);
  if (list.two_mode) {
    a->actor_count = static_cast<std::uint32_t>(
        std::count(list.is_item.begin(), list.is_item.end(), std::uint8_t{0}));
  }
  a->keys = gather(list.keys, order);
  for (std::size_t v = 1; v < n; ++v) {
    ENTENTE_ASSERT(a->keys[v - 1] != a->keys[v]);
  }
  a->labels = gather(list.labels, order);
  a->kinds = gather(list.kinds, order);
  for (const NodeTexts& texts : list.columns) a->columns.push_back(coded(texts, order));
  a->life = gather(list.life, order);
  a->as_of = list.as_of;

  for (std::size_t e = 0; e < list.source.size(); ++e) {
    list.source[e] = place[list.source[e]];
    list.target[e] = place[list.target[e]];
    if (!list.directed && list.source[e] > list.target[e])
      std::swap(list.source[e], list.target[e]);
  }
  const auto edges = edge_order(list, n);
  a->source = gather(list.source, edges);
  a->target = gather(list.target, edges);
  a->weight = gather(list.weight, edges);
  a->sign = gather(list.sign, edges);
  a->evidence = gather(list.evidence, edges);
  a->days = gather(list.days, edges);

  Rows out = make_rows(a->source, a->target, n, !list.directed);
  a->out_begin = std::move(out.begin);
  a->out_target = std::move(out.neighbour);
  a->out_edge = std::move(out.edge);
  if (list.directed) {
    Rows in = make_rows(a->target, a->source, n, false);
    a->in_begin = std::move(in.begin);
    a->in_source = std::move(in.neighbour);
    a->in_edge = std::move(in.edge);
  }
  const std::uint32_t actors = a->actor_count;
  if (list.two_mode && !(list.unknown.empty() && list.impossible.empty())) {
    a->mask.emplace(actors, static_cast<std::uint32_t>(n - actors));
    for (const auto& [actor, item] : list.unknown)
      a->mask->set_unknown(place[actor], place[item] - actors);
    for (const auto& [actor, item] : list.impossible) {
      a->mask->set_impossible(place[actor], place[item] - actors);
    }
  }
  if (list.two_mode && !list.other_answer.empty()) {
    a->other_answer.assign(n - actors, no_item);
    for (std::size_t v = 0; v < n; ++v) {
      if (list.other_answer[v] != no_item)
        a->other_answer[place[v] - actors] = place[list.other_answer[v]] - actors;
    }
  }
  a_ = std::move(a);
}

const std::string& View::kind(Vertex v) const noexcept {
  static const std::string none;
  return a_->kinds.empty() ? none : a_->kinds[v];
}

const NodeColumn* View::column(std::string_view name) const noexcept {
  for (const NodeColumn& column : a_->columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

std::optional<Vertex> View::find(std::string_view key) const noexcept {
  const auto search = [&](std::size_t first, std::size_t last) -> std::optional<Vertex> {
    const auto begin = a_->keys.begin();
    const auto at =
        std::lower_bound(begin + std::ptrdiff_t(first), begin + std::ptrdiff_t(last), key);
    if (at == begin + std::ptrdiff_t(last) || *at != key) return std::nullopt;
    return static_cast<Vertex>(at - begin);
  };
  if (const auto v = search(0, a_->actor_count)) return v;
  return search(a_->actor_count, a_->keys.size());
}

std::string View::digest() const {
  Digest digest;
  const auto add = [&](const auto& values) {
    const std::uint64_t count = values.size();
    digest.add({reinterpret_cast<const char*>(&count), sizeof count});
    digest.add({reinterpret_cast<const char*>(values.data()), count * sizeof values[0]});
  };
  const std::uint8_t head[] = {a_->directed, a_->two_mode,
                               static_cast<std::uint8_t>(a_->weight_role)};
  digest.add({reinterpret_cast<const char*>(head), sizeof head});
  for (const auto& key : a_->keys) digest.add(key).add(std::string_view("\0", 1));
  const std::vector<std::uint32_t> actors{a_->actor_count};
  add(actors);
  add(a_->source);
  add(a_->target);
  add(a_->weight);
  add(a_->sign);
  add(a_->other_answer);
  if (a_->mask) {
    std::string cells;
    for (std::uint32_t i = 0; i < a_->mask->actors(); ++i) {
      for (std::uint32_t j = 0; j < a_->mask->items(); ++j) {
        cells += a_->mask->known(i, j) ? '0' : a_->mask->impossible(i, j) ? '2' : '1';
      }
    }
    digest.add(cells);
  }
  for (const NodeColumn& column : a_->columns) {
    digest.add(column.name).add(std::string_view("\0", 1));
    for (const auto& word : column.words) digest.add(word).add(std::string_view("\0", 1));
    add(column.code);
  }
  for (const auto* ranges : {&a_->days, &a_->life}) {
    if (!ranges->empty()) add(*ranges);
  }
  if (a_->as_of) add(std::vector<std::int32_t>{*a_->as_of});
  return digest.hex();
}

}  // namespace entente
