// SPDX-License-Identifier: Apache-2.0
#include "engine/question/sector_brokers.hpp"

#include <fmt/format.h>

#include <map>

#include "engine/bipartite/cross_brokerage.hpp"
#include "engine/study/table_rows.hpp"

namespace entente::question {
namespace {

using bipartite::Incidence;
using Text = std::string;
using Whole = std::int64_t;

// The pairs between which an actor stands, by the sectors of their ends at [a * sectors + c], a <=
// c; the same for all that hold its items, whose number is `holders`.
struct Joined {
  std::vector<double> pairs;
  Whole holders = 0;
};

Text joined_text(const Sectors& sectors, const Joined& joined) {
  const std::size_t count = sectors.names.size();
  Text text;
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t c = a; c < count; ++c) {
      const double n = joined.pairs[a * count + c];
      if (n > 0)
        text += fmt::format("{}{} - {}: {:.0f}", text.empty() ? "" : "|", sectors.names[a],
                            sectors.names[c], n);
    }
  }
  return text;
}

double outside(const Sectors& sectors, const Joined& joined, std::uint32_t own) {
  const std::size_t count = sectors.names.size();
  double sum = 0;
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t c = a; c < count; ++c) {
      if (a != own && c != own) sum += joined.pairs[a * count + c];
    }
  }
  return sum;
}

}  // namespace

Table sector_brokers_table(const KnowledgeGraph& graph, const TwoMode& core, const Incidence& table,
                           const Sectors& sectors, const std::vector<SectorSeen>& seen,
                           const std::vector<SectorBroker>& brokers) {
  TableRows rows(
      "brokers",
      "Actors with two items or more. brokerage: pairs of actors of two sectors that share no item "
      "while each shares one with the actor, and what tables with the same sums give; outside: "
      "those pairs without an end of the actor's own sector; alike: others who hold the same items "
      "and so stand between the same pairs; told: 0 where too little could be seen of the actor's "
      "sector",
      {{"node", Text{}},
       {"label", Text{}},
       {"kind", Text{}},
       {"sector", Text{}},
       {"holds", Whole{}},
       {"brokerage", double{}},
       {"outside", double{}},
       {"alike", Whole{}},
       {"expected", double{}},
       {"sd", double{}},
       {"p_value", double{}},
       {"q_value", double{}},
       {"told", Whole{}},
       {"joined", Text{}}});
  std::map<std::vector<std::uint32_t>, Joined> by_items;
  const auto items_of = [&](Vertex actor) {
    return std::vector<std::uint32_t>(table.row(actor).begin(), table.row(actor).end());
  };
  for (const SectorBroker& b : brokers) ++by_items[items_of(b.actor)].holders;
  for (const SectorBroker& b : brokers) {
    const NodeId node = core.node[b.actor];
    const std::uint32_t sector = sectors.of_actor[b.actor];
    Joined& joined = by_items[items_of(b.actor)];
    if (joined.pairs.empty()) {
      joined.pairs = bipartite::joined_sectors(
          table, sectors.of_actor, static_cast<std::uint32_t>(sectors.names.size()), b.actor);
    }
    rows.add({Text(graph.id(node)), Text(graph.label(node)), Text(graph.kind(node)),
              sectors.names[sector], Whole{table.row_sum(b.actor)}, b.brokerage,
              outside(sectors, joined, sector), joined.holders - 1, b.expected, b.sd, b.p_value,
              b.q_value, Whole{seen[sector].enough}, joined_text(sectors, joined)});
  }
  return std::move(rows).take();
}

}  // namespace entente::question
