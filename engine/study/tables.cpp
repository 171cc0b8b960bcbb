// SPDX-License-Identifier: Apache-2.0
#include "engine/study/tables.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "engine/model/roll_call.hpp"
#include "engine/study/brokers.hpp"
#include "engine/study/coalition_cells.hpp"
#include "engine/study/data_tables.hpp"
#include "engine/study/membership.hpp"
#include "engine/study/sensitivity_table.hpp"
#include "engine/study/table_rows.hpp"
#include "engine/study/words.hpp"

namespace entente {
namespace {

using Text = std::string;
using Whole = std::int64_t;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

template <class T>
Whole whole(T value) {
  return static_cast<Whole>(value);
}

Text id_of(const KnowledgeGraph& graph, NodeId node) { return Text(graph.id(node)); }
Text label_of(const KnowledgeGraph& graph, NodeId node) { return Text(graph.label(node)); }

Text ids_of_claims(const KnowledgeGraph& graph, const TwoMode& view, NodeId actor,
                   const std::vector<NodeId>& items) {
  Text text;
  for (const Stand& stand : view.stands) {
    if (stand.actor != actor || std::find(items.begin(), items.end(), stand.item) == items.end())
      continue;
    for (std::uint32_t c = stand.first_claim; c < stand.last_claim; ++c) {
      if (!text.empty()) text += '|';
      text += graph.text(graph.claim(view.claims[c]).id);
    }
  }
  return text;
}

Table views_table(const Study& study) {
  TableRows rows("views", "What each view could see, and whether it has structure",
                 {{"view", Text{}},
                  {"actors", Whole{}},
                  {"core_actors", Whole{}},
                  {"items", Whole{}},
                  {"known_cells", Whole{}},
                  {"unknown_cells", Whole{}},
                  {"impossible_cells", Whole{}},
                  {"only_possible", Whole{}},
                  {"overruled", Whole{}},
                  {"butterflies", double{}},
                  {"butterflies_null_mean", double{}},
                  {"butterflies_null_sd", double{}},
                  {"p_upper", double{}},
                  {"p_lower", double{}},
                  {"modularity", double{}},
                  {"modularity_null_mean", double{}},
                  {"modularity_null_sd", double{}},
                  {"modularity_p", double{}},
                  {"share_near_best", double{}},
                  {"near_best_partitions", Whole{}},
                  {"backbone_ari", double{}},
                  {"backbone_actors", Whole{}},
                  {"first_axis_ari", double{}}});
  for (const ViewStudy& view : study.views) {
    const Structure s =
        view.structure.value_or(Structure{missing, missing, missing, missing, missing, 0});
    Coalitions none;
    none.modularity = none.null_mean = none.null_sd = none.p_value = none.share_near_best = missing;
    const Coalitions& c = view.coalitions ? *view.coalitions : none;
    rows.add({view.all.projection.name,
              whole(view.all.view.actor_count()),
              whole(view.core.view.actor_count()),
              whole(view.core.view.item_count()),
              whole(view.all.known),
              whole(view.all.unknown),
              whole(view.all.impossible),
              whole(view.all.only_possible),
              whole(view.all.overruled),
              s.butterflies,
              s.null_mean,
              s.null_sd,
              s.p_upper,
              s.p_lower,
              c.modularity,
              c.null_mean,
              c.null_sd,
              c.p_value,
              c.share_near_best,
              whole(c.near_best_partitions),
              view.opinions.backbone.value_or(missing),
              whole(view.opinions.backbone_actors),
              view.opinions.first_axis.value_or(missing)});
  }
  return std::move(rows).take();
}

Table actors_table(const KnowledgeGraph& graph, const Study& study) {
  const ViewStudy& all = study.views.back();
  std::vector<std::pair<Text, TableRows::Cell>> columns{
      {"node", Text{}},    {"label", Text{}},       {"kind", Text{}},
      {"country", Text{}}, {"agreements", Whole{}}, {"roll_calls", Whole{}}};
  for (const auto& name : all.measures.names) columns.emplace_back(name, double{});
  for (const char* name : {"coalition_confidence", "outlier_p", "outlier_q"})
    columns.emplace_back(name, double{});
  columns.insert(columns.end() - 3, {{"view", Text{}}, {"coalition", Whole{}}});
  TableRows rows("actors", "Every actor: what it supports, where it stands, how unusual it is",
                 columns);
  std::map<NodeId, std::pair<Whole, Whole>> counts;
  for (const Stand& stand : all.all.stands) {
    if (stand.stance == no_stance) continue;
    auto& [agreements, votes] = counts[stand.actor];
    if (is_roll_call(graph, stand.item)) {
      ++votes;
    } else if (stand.stance == 1) {
      ++agreements;
    }
  }
  for (Vertex v = 0; v < all.all.view.actor_count(); ++v) {
    const NodeId node = all.all.node[v];
    const ViewStudy& view = study.views[home_view(graph, study, node)];
    const Membership at = membership(view, node);
    const auto& [agreements, votes] = counts[node];
    std::vector<TableRows::Cell> row{id_of(graph, node),
                                     label_of(graph, node),
                                     Text(graph.kind(node)),
                                     Text(graph.text(graph.node(node).country)),
                                     agreements,
                                     votes};
    for (const auto& values : all.measures.values) row.emplace_back(values[v]);
    double p = missing, q = missing;
    if (const auto core = vertex_of(view.core, node)) {
      for (const UnusualFinding& unusual : view.outliers.unusual) {
        if (unusual.actor.actor == *core) p = unusual.actor.p_value, q = unusual.actor.q_value;
      }
    }
    row.insert(row.end(),
               {view.all.projection.name, at.coalition == 0 ? no_integer : whole(at.coalition),
                at.confidence, p, q});
    rows.add(std::move(row));
  }
  return std::move(rows).take();
}

Table coalitions_table(const Study& study, const Words& words) {
  TableRows rows("coalitions",
                 "Coalitions by Barber's modularity; p against tables with the same sums",
                 {{"view", Text{}},
                  {"coalition", Whole{}},
                  {"label", Text{}},
                  {"size", Whole{}},
                  {"stability", double{}},
                  {"p_value", double{}},
                  {"share_of_modularity", double{}},
                  {"binding_items", Text{}},
                  {"typical_members", Text{}}});
  for (const ViewStudy& view : study.views) {
    if (!has_coalitions(view)) continue;
    for (std::size_t c = 0; c < view.coalitions->coalitions.size(); ++c) {
      const Coalition& coalition = view.coalitions->coalitions[c];
      const CoalitionCells cells = coalition_cells(words, view.core, coalition);
      rows.add({view.all.projection.name, whole(c + 1), cells.label,
                whole(coalition.members.size()), coalition.stability, coalition.p_value,
                coalition.share_of_modularity, cells.binding_items, cells.typical_members});
    }
  }
  return std::move(rows).take();
}

Table members_table(const KnowledgeGraph& graph, const Study& study) {
  TableRows rows("coalition_members",
                 "Members; an actor with one stance has its item's coalition and no confidence",
                 {{"view", Text{}},
                  {"coalition", Whole{}},
                  {"node", Text{}},
                  {"label", Text{}},
                  {"confidence", double{}}});
  for (const ViewStudy& view : study.views) {
    for (Vertex v = 0; v < view.all.view.actor_count(); ++v) {
      const NodeId node = view.all.node[v];
      const Membership at = membership(view, node);
      if (at.coalition == 0) continue;
      rows.add({view.all.projection.name, whole(at.coalition), id_of(graph, node),
                label_of(graph, node), at.confidence});
    }
  }
  return std::move(rows).take();
}

Table outliers_table(const KnowledgeGraph& graph, const Study& study, const Words& words) {
  TableRows rows(
      "outliers",
      "Conspicuous absences and unusual actors under the model bicm, each with its reason",
      {{"view", Text{}},
       {"node", Text{}},
       {"label", Text{}},
       {"direction", Text{}},
       {"object", Text{}},
       {"expected", double{}},
       {"p_value", double{}},
       {"q_value", double{}},
       {"because", Text{}},
       {"claims", Text{}}});
  for (const ViewStudy& view : study.views) {
    const TwoMode& core = view.core;
    const auto item_node = [&](std::uint32_t item) {
      return core.node[core.view.actor_count() + item];
    };
    for (const AbsenceFinding& absence : view.outliers.absences) {
      const NodeId actor = core.node[absence.actor];
      std::vector<NodeId> items{item_node(absence.item)};
      for (const std::uint32_t item : absence.carried_by) items.push_back(item_node(item));
      rows.add({view.all.projection.name, id_of(graph, actor), label_of(graph, actor),
                Text("absent"), core.view.key(core.view.actor_count() + absence.item),
                absence.probability, absence.p_value, absence.q_value, words.because(core, absence),
                ids_of_claims(graph, core, actor, items)});
    }
    for (const UnusualFinding& unusual : view.outliers.unusual) {
      if (unusual.actor.p_value > told_up_to) continue;
      const NodeId actor = core.node[unusual.actor.actor];
      std::vector<NodeId> items;
      for (const auto& cell : unusual.actor.carrying) items.push_back(item_node(cell.item));
      rows.add({view.all.projection.name, id_of(graph, actor), label_of(graph, actor),
                Text("unusual"), Text(), missing, unusual.actor.p_value, unusual.actor.q_value,
                words.because(core, unusual), ids_of_claims(graph, core, actor, items)});
    }
  }
  return std::move(rows).take();
}

Table brokers_table(const KnowledgeGraph& graph, const Study& study) {
  TableRows rows("brokers", "Who bridges kinds of actor, by two-mode betweenness among all actors",
                 {{"node", Text{}},
                  {"label", Text{}},
                  {"kind", Text{}},
                  {"two_mode_betweenness", double{}},
                  {"outside_share", double{}},
                  {"kinds_met", Whole{}},
                  {"met", Text{}}});
  const ViewStudy& all = study.views.back();
  for (const Broker& broker : all.brokers) {
    const NodeId node = all.all.node[broker.actor];
    Text met;
    for (const auto& [kind, count] : broker.met)
      met += (met.empty() ? "" : "|") + kind + ":" + std::to_string(count);
    rows.add({id_of(graph, node), label_of(graph, node), Text(graph.kind(node)), broker.betweenness,
              broker.outside_share, whole(broker.met.size()), met});
  }
  return std::move(rows).take();
}

Table backbone_table(const KnowledgeGraph& graph, const Study& study) {
  TableRows rows("backbone",
                 "Pairs that share more than a null model expects; exact test, "
                 "Benjamini-Hochberg over all pairs, q <= 0.05",
                 {{"view", Text{}},
                  {"null_model", Text{}},
                  {"a", Text{}},
                  {"b", Text{}},
                  {"a_label", Text{}},
                  {"b_label", Text{}},
                  {"shared", Whole{}},
                  {"expected", double{}},
                  {"p_value", double{}},
                  {"q_value", double{}}});
  for (const ViewStudy& view : study.views) {
    for (const bipartite::PairTest& edge : view.backbone.pairs) {
      const NodeId a = view.core.node[edge.a], b = view.core.node[edge.b];
      rows.add({view.all.projection.name, Text(view.backbone.null_model), id_of(graph, a),
                id_of(graph, b), label_of(graph, a), label_of(graph, b), whole(edge.observed),
                edge.expected, edge.p_value, edge.q_value});
    }
  }
  return std::move(rows).take();
}

Table absentees_table(const KnowledgeGraph& graph, const Study& study) {
  TableRows rows(
      "absentees",
      "Those whom sources name as absent, and where they stand to the signatories' coalition",
      {{"view", Text{}}, {"item", Text{}}, {"node", Text{}}, {"label", Text{}}, {"side", Text{}}});
  for (const ViewStudy& view : study.views) {
    for (const NamedAbsentees& found : view.absentees) {
      const auto add = [&](const std::vector<NodeId>& nodes, const char* side) {
        for (const NodeId node : nodes) {
          rows.add({view.all.projection.name, id_of(graph, found.item), id_of(graph, node),
                    label_of(graph, node), Text(side)});
        }
      };
      add(found.inside, "inside");
      add(found.outside, "outside");
      add(found.unplaced, "unplaced");
    }
  }
  return std::move(rows).take();
}

}  // namespace

std::vector<Table> study_tables(const KnowledgeGraph& graph, const Study& study) {
  const Words words(graph);
  return {views_table(study),
          actors_table(graph, study),
          stances_table(graph, study.views.back().all),
          agreements_table(graph, study.views.back().all),
          principles_table(graph),
          coalitions_table(study, words),
          members_table(graph, study),
          outliers_table(graph, study, words),
          brokers_table(graph, study),
          backbone_table(graph, study),
          absentees_table(graph, study),
          sensitivity_table(graph, study),
          timeline_table(graph, study.views.back().all)};
}

}  // namespace entente
