// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/two_mode.hpp"

#include <algorithm>

#include "engine/base/assert.hpp"
#include "engine/model/roll_call.hpp"
#include "engine/model/silence.hpp"
#include "engine/projection/cells.hpp"

namespace entente {
namespace {

// Whether some claim, of whatever day, joins the actor to an item. Who only takes part in a body or
// a programme is in no view.
bool met_an_item(const KnowledgeGraph& graph, NodeId actor) {
  const auto claims = graph.claims_of(actor);
  return std::any_of(claims.begin(), claims.end(), [&](std::uint32_t position) {
    const Claim& claim = graph.claims()[position];
    return claim.subject == actor && graph.schema().role(graph.kind(claim.object)) == Role::item;
  });
}

std::vector<NodeId> actors_of(const KnowledgeGraph& graph, const Projection& projection) {
  std::vector<NodeId> actors;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const NodeId node{n};
    if (graph.schema().role(graph.kind(node)) != Role::actor) continue;
    if (!looks_at(graph, node, projection)) continue;
    if (graph.claims_of(node).empty() || met_an_item(graph, node)) actors.push_back(node);
  }
  return actors;
}

// All that is read of the actors' claims, by actor and then item.
void read_stands(const KnowledgeGraph& graph, const Projection& projection,
                 const std::vector<NodeId>& actors, TwoMode& result) {
  std::vector<std::uint8_t> looked_at;  // by node
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const bool item = graph.schema().role(graph.kind(NodeId{n})) == Role::item &&
                      graph.node(NodeId{n}).from.first <= result.day;  // else it is yet to come
    looked_at.push_back(item && looks_at(graph, NodeId{n}, projection) ? 1 : 0);
  }
  std::vector<std::pair<NodeId, std::uint32_t>> met;  // items, and the claims of one actor on them
  std::vector<std::uint32_t> claims;                  // of one actor on one item
  for (const NodeId actor : actors) {
    met.clear();
    for (const std::uint32_t position : graph.claims_of(actor)) {
      const Claim& claim = graph.claims()[position];
      if (claim.subject != actor || looked_at[index(claim.object)] == 0) continue;
      met.emplace_back(claim.object, position);
    }
    std::sort(met.begin(), met.end());
    for (std::size_t at = 0; at < met.size();) {
      const NodeId item = met[at].first;
      claims.clear();
      for (; at < met.size() && met[at].first == item; ++at) claims.push_back(met[at].second);
      const Reading reading = read_pair(graph, claims, projection, result.day);
      result.overruled += reading.overruled;
      if (reading.invited) result.invited.emplace_back(actor, item);
      if (reading.left_out) result.thinned.emplace(item, graph.node(actor).kind);
      if (reading.possibly_left_out) result.perhaps.emplace_back(actor, item);
      if (!reading.known) continue;
      Stand stand{actor,
                  item,
                  reading.stance,
                  reading.only_possible,
                  static_cast<std::uint32_t>(result.claims.size()),
                  0};
      result.claims.insert(result.claims.end(), reading.claims.begin(), reading.claims.end());
      stand.last_claim = static_cast<std::uint32_t>(result.claims.size());
      result.only_possible += reading.only_possible && reading.stance != no_stance ? 1 : 0;
      result.stands.push_back(stand);
    }
  }
}

// How silence reads where the projection may have dropped what was said.
Silence silence_in(const KnowledgeGraph& graph, const TwoMode& view, const SilenceOn& silence,
                   NodeId actor, NodeId item) {
  const std::pair cell(actor, item);
  const auto holds = [&](const auto& cells) {
    return std::binary_search(cells.begin(), cells.end(), cell);
  };
  const Silence reading = silence.of(actor, holds(view.invited));
  const bool dropped = holds(view.perhaps) || view.thinned.contains({item, graph.node(actor).kind});
  return reading == Silence::absent && dropped ? Silence::unknown : reading;
}

// When the stance was first taken: any one claim proves it.
DayRange first_held(const KnowledgeGraph& graph, const TwoMode& view, const Stand& stand) {
  DayRange days{after_all.number, after_all.number};
  for (std::uint32_t c = stand.first_claim; c < stand.last_claim; ++c) {
    const DateSpan from = graph.claim(view.claims[c]).from;
    days.first = std::min(days.first, from.first.number);
    days.last = std::min(days.last, from.last.number);
  }
  return days;
}

DayRange life_of(const Node& node) {
  const Day end = node.until.last;  // the first day without it, if not later
  return {node.from.first.number, end == after_all ? end.number : end.number - 1};
}

struct ItemVertices {
  Vertex yes = no_item, no = no_item;  // an agreement has only the first
  bool any() const noexcept { return yes != no_item || no != no_item; }
};

// Builds the View and the columns beside it from the stands. Only items with a 1 in `stands` enter;
// an answer that nobody gave does not. With `tested`, a named absence from a list that is
// incomplete is unknown as the other silences are: else only those whom somebody chose to name
// would count.
void build_view(const KnowledgeGraph& graph, const std::vector<NodeId>& actors, bool tested,
                TwoMode& result) {
  const std::size_t nodes = graph.nodes().size();
  std::vector<std::uint8_t> favoured(nodes, 0), opposed(nodes, 0);  // by node: by anybody
  for (const Stand& stand : result.stands) {
    if (stand.stance == 1) favoured[index(stand.item)] = 1;
    if (stand.stance == -1) opposed[index(stand.item)] = 1;
  }
  EdgeList list;
  list.two_mode = true;
  list.as_of = result.day.number;
  list.columns = {{"country", {}}, {"category", {}}};
  std::vector<Vertex> actor_vertex(nodes, no_item);
  std::vector<NodeId> node;
  std::vector<Answer> answer;
  const auto add = [&](NodeId id, Answer what, bool item) {
    const char* suffix = what == Answer::yes ? ".yes" : what == Answer::no ? ".no" : "";
    const char* before = what == Answer::yes ? "yes to " : what == Answer::no ? "no to " : "";
    list.keys.push_back(std::string(graph.id(id)) + suffix);
    list.labels.push_back(before + std::string(graph.label(id)));
    list.kinds.emplace_back(graph.kind(id));
    list.is_item.push_back(item ? 1 : 0);
    list.columns[0].texts.emplace_back(graph.text(graph.node(id).country));
    list.columns[1].texts.emplace_back(graph.text(graph.node(id).category));
    list.life.push_back(life_of(graph.node(id)));
    node.push_back(id);
    answer.push_back(what);
    return static_cast<Vertex>(list.keys.size() - 1);
  };
  for (const NodeId actor : actors) {
    actor_vertex[index(actor)] = add(actor, Answer::support, false);
  }
  std::vector<ItemVertices> items(nodes);         // by node
  std::vector<std::uint8_t> roll_call(nodes, 0);  // by node
  for (std::uint32_t n = 0; n < nodes; ++n) {
    const NodeId item{n};
    if (is_roll_call(graph, item)) {
      roll_call[n] = 1;
      if (favoured[n] != 0) items[n].yes = add(item, Answer::yes, true);
      if (opposed[n] != 0) items[n].no = add(item, Answer::no, true);
    } else if (favoured[n] != 0) {
      items[n].yes = add(item, Answer::support, true);
    }
  }
  list.other_answer.assign(list.keys.size(), no_item);
  for (const ItemVertices& item : items) {
    if (item.yes == no_item || item.no == no_item) continue;
    list.other_answer[item.yes] = item.no;
    list.other_answer[item.no] = item.yes;
  }

  std::vector<std::vector<NodeId>> answered(nodes);  // by item: whose cell is known, ascending
  for (std::uint32_t s = 0; s < result.stands.size(); ++s) {
    const Stand& stand = result.stands[s];
    const bool absence = roll_call[index(stand.item)] == 0 && stand.stance != 1;
    if (!tested || !absence) answered[index(stand.item)].push_back(stand.actor);
    if (stand.stance == no_stance || stand.stance == 0) continue;
    const ItemVertices& item = items[index(stand.item)];
    const Vertex target = stand.stance > 0 ? item.yes : item.no;
    if (target == no_item) continue;  // criticism of an agreement is no roll call
    list.source.push_back(actor_vertex[index(stand.actor)]);
    list.target.push_back(target);
    list.evidence.push_back(s);
    list.days.push_back(first_held(graph, result, stand));
  }
  for (std::uint32_t n = 0; n < nodes; ++n) {
    const ItemVertices& vertices = items[n];
    if (!vertices.any()) continue;
    const NodeId item{n};
    const auto cells = (vertices.yes != no_item ? 1U : 0U) + (vertices.no != no_item ? 1U : 0U);
    const SilenceOn silence(graph, item, result.day);
    auto next_answer = answered[n].begin();
    for (const NodeId actor : actors) {
      const bool answers = next_answer != answered[n].end() && *next_answer == actor;
      if (answers) ++next_answer;
      const Silence reading =
          answers ? Silence::absent : silence_in(graph, result, silence, actor, item);
      if (reading == Silence::absent) {
        result.known += cells;
        continue;
      }
      (reading == Silence::unknown ? result.unknown : result.impossible) += cells;
      auto& hidden = reading == Silence::unknown ? list.unknown : list.impossible;
      const Vertex row = actor_vertex[index(actor)];
      if (vertices.yes != no_item) hidden.emplace_back(row, vertices.yes);
      if (vertices.no != no_item) hidden.emplace_back(row, vertices.no);
    }
  }

  const auto keys = list.keys;
  result.view = View(std::move(list));
  result.node.resize(keys.size());
  result.answer.resize(result.view.item_count());
  for (std::size_t v = 0; v < keys.size(); ++v) {
    const Vertex at = *result.view.find(keys[v]);
    result.node[at] = node[v];
    if (at >= result.view.actor_count()) result.answer[at - result.view.actor_count()] = answer[v];
  }
  std::vector<std::uint32_t> count(nodes, 0);
  for (const Stand& stand : result.stands) {
    if (stand.stance != no_stance) ++count[index(stand.actor)];
  }
  for (Vertex v = 0; v < result.view.actor_count(); ++v) {
    result.stand_count.push_back(count[index(result.node[v])]);
  }
}

}  // namespace

TwoMode project_two_mode(const KnowledgeGraph& graph, const Projection& projection) {
  TwoMode result;
  result.projection = projection;
  result.day = projection.as_of.value_or(graph.snapshot());
  const auto actors = actors_of(graph, projection);
  read_stands(graph, projection, actors, result);
  build_view(graph, actors, false, result);
  return result;
}

TwoMode core_of(const TwoMode& all, const KnowledgeGraph& graph, std::uint32_t stances) {
  TwoMode core;
  core.projection = all.projection;
  core.day = all.day;
  core.claims = all.claims;
  core.overruled = all.overruled;
  core.invited = all.invited;
  core.perhaps = all.perhaps;
  core.thinned = all.thinned;
  std::vector<NodeId> actors;
  for (Vertex v = 0; v < all.view.actor_count(); ++v) {
    if (all.stand_count[v] >= stances) actors.push_back(all.node[v]);
  }
  std::sort(actors.begin(), actors.end());
  for (const Stand& stand : all.stands) {
    if (!std::binary_search(actors.begin(), actors.end(), stand.actor)) continue;
    core.stands.push_back(stand);
    core.only_possible += stand.only_possible && stand.stance != no_stance ? 1 : 0;
  }
  build_view(graph, actors, true, core);
  return core;
}

bool is_small(const TwoMode& core) noexcept {
  return core.view.actor_count() < 3 || core.view.item_count() < 2;
}

}  // namespace entente
