// SPDX-License-Identifier: Apache-2.0
// Views made of another View's vertices: those that view.hpp promises.
#include <algorithm>
#include <tuple>

#include "engine/graph/view.hpp"

namespace entente {
namespace {

View without_parallels(const View& view, bool directed) {
  const std::uint32_t n = view.vertex_count();
  EdgeList list = vertices_of(view);
  list.directed = directed;
  struct Arc {
    Vertex source, target;
    std::uint32_t edge;
  };
  std::vector<Arc> arcs;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    Vertex s = view.source(e), t = view.target(e);
    if (s == t) continue;
    if (!directed && s > t) std::swap(s, t);
    arcs.push_back({s, t, e});
  }
  if (view.directed() && !directed) {
    std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
      return std::tie(a.source, a.target, a.edge) < std::tie(b.source, b.target, b.edge);
    });
  }
  for (const Arc& arc : arcs) {
    const bool repeats = !list.source.empty() && list.source.back() == arc.source &&
                         list.target.back() == arc.target;
    if (repeats) {
      if (view.has_weights()) list.weight.back() += view.weight(arc.edge);
      continue;
    }
    list.source.push_back(arc.source);
    list.target.push_back(arc.target);
    list.evidence.push_back(view.evidence(arc.edge));
    if (view.has_weights()) list.weight.push_back(view.weight(arc.edge));
    if (view.has_signs()) list.sign.push_back(view.sign(arc.edge));
    if (view.has_days()) list.days.push_back(view.days(arc.edge));
  }
  if (view.two_mode()) {
    const std::uint32_t actors = view.actor_count();
    if (view.has_roll_calls()) {
      list.other_answer.assign(n, no_item);
      for (std::uint32_t j = 0; j < view.item_count(); ++j) {
        if (view.other_answer(j) != no_item)
          list.other_answer[actors + j] = actors + view.other_answer(j);
      }
    }
    if (const Mask* mask = view.mask()) {
      for (std::uint32_t i = 0; i < mask->actors(); ++i) {
        for (std::uint32_t j = 0; j < mask->items(); ++j) {
          if (mask->known(i, j)) continue;
          (mask->impossible(i, j) ? list.impossible : list.unknown).emplace_back(i, actors + j);
        }
      }
    }
  }
  return View(std::move(list));
}

}  // namespace

EdgeList vertices_of(const View& view) {
  EdgeList list;
  list.two_mode = view.two_mode();
  list.weight_role = view.weight_role();
  list.as_of = view.as_of();
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    list.keys.push_back(view.key(v));
    list.labels.push_back(view.label(v));
    list.kinds.push_back(view.kind(v));
    if (view.has_life()) list.life.push_back(view.life(v));
    if (view.two_mode()) list.is_item.push_back(v >= view.actor_count() ? 1 : 0);
  }
  for (const NodeColumn& column : view.columns()) {
    NodeTexts texts{column.name, {}};
    for (const std::uint32_t code : column.code) texts.texts.push_back(column.words[code]);
    list.columns.push_back(std::move(texts));
  }
  return list;
}

View simple_undirected(const View& view) { return without_parallels(view, false); }
View simple(const View& view) { return without_parallels(view, view.directed()); }

}  // namespace entente
