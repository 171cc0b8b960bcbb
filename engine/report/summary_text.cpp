// SPDX-License-Identifier: Apache-2.0
#include "engine/report/summary_text.hpp"

#include <algorithm>
#include <set>

#include "engine/report/grid.hpp"

namespace entente {
namespace {

const char* word(Role role) {
  return role == Role::actor ? "actor" : role == Role::item ? "item" : "around";
}
const char* word(Aspect aspect) {
  static constexpr const char* words[] = {"-", "support", "opinion", "vote"};
  return words[static_cast<int>(aspect)];
}
const char* word(Coverage coverage) {
  static constexpr const char* words[] = {"complete", "partial", "named"};
  return words[static_cast<int>(coverage)];
}

GridColumn words(const char* head) { return {head, Align::left, {}}; }
GridColumn numbers(const char* head) { return {head, Align::right, {}}; }
void add(GridColumn& column, std::uint64_t number) {
  column.cells.push_back(std::to_string(number));
}

std::string count(std::uint64_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + ' ' + (n == 1 ? one : many);
}

std::string more(std::size_t all, std::size_t shown, const char* what) {
  if (all <= shown) return {};
  return "... " + std::to_string(all - shown) + " more " + what + '\n';
}

std::string kinds(const Summary& summary, std::size_t width) {
  GridColumn role = words("role"), kind = words("kind"), nodes = numbers("nodes");
  for (const KindCount& row : summary.kinds) {
    role.cells.emplace_back(word(row.role));
    kind.cells.push_back(row.kind);
    add(nodes, row.nodes);
  }
  return grid({role, kind, nodes}, {.width = width});
}

std::string relations(const Summary& summary, std::size_t width) {
  GridColumn name = words("relation"), aspect = words("aspect"), relation = numbers("relations"),
             claims = numbers("claims"), known = numbers("day"), possible = numbers("interval"),
             unknown = numbers("blank");
  const auto dates = [&](const DateCount& count) {
    add(known, count.known);
    add(possible, count.possible);
    add(unknown, count.unknown);
  };
  std::uint64_t all_relations = 0, all_claims = 0;
  for (const RelationCount& row : summary.relations) {
    name.cells.push_back(row.relation);
    aspect.cells.emplace_back(word(row.aspect));
    add(relation, row.relations);
    add(claims, row.claims);
    dates(row.dates);
    all_relations += row.relations;
    all_claims += row.claims;
  }
  name.cells.emplace_back("all");
  aspect.cells.emplace_back();
  add(relation, all_relations);
  add(claims, all_claims);
  dates(summary.dates);
  return grid({name, aspect, relation, claims, known, possible, unknown}, {.width = width});
}

// "complete state; partial company, academia": the best known of each, whatever the dates.
std::string coverage(const ItemCoverage& item) {
  std::string text;
  std::set<std::string> told;
  for (const Coverage level : {Coverage::complete, Coverage::partial, Coverage::named}) {
    std::string actors;
    for (const KindCoverage& part : item.coverage) {
      if (part.coverage != level || !told.insert(part.actors).second) continue;
      actors += (actors.empty() ? " " : ", ") + part.actors;
    }
    if (!actors.empty()) text += (text.empty() ? "" : "; ") + std::string(word(level)) + actors;
  }
  return text.empty() ? "nothing is said" : text;
}

std::string items(const KnowledgeGraph& graph, const Summary& summary,
                  const SummaryTextOptions& options) {
  std::vector<const ItemCoverage*> order;
  for (const ItemCoverage& item : summary.items) order.push_back(&item);
  std::stable_sort(order.begin(), order.end(), [](const ItemCoverage* a, const ItemCoverage* b) {
    return a->actors > b->actors;
  });
  const std::size_t all = order.size();
  if (all > options.rows) order.resize(options.rows);
  GridColumn id = words("item"), actors = numbers("actors"),
             seen = words("how completely it is known for whom");
  for (const ItemCoverage* item : order) {
    id.cells.emplace_back(graph.id(item->item));
    add(actors, item->actors);
    seen.cells.push_back(coverage(*item));
  }
  return grid({id, actors, seen}, {.width = options.width}) + more(all, order.size(), "items");
}

// "17 rows complete, 57 partial, 181 named; 2 items of whose silence nothing is said"
std::string coverage_of_all(const Summary& summary) {
  std::size_t rows[3] = {0, 0, 0}, silent = 0;
  for (const ItemCoverage& item : summary.items) {
    silent += item.coverage.empty() ? 1 : 0;
    for (const KindCoverage& part : item.coverage) ++rows[static_cast<std::size_t>(part.coverage)];
  }
  std::string text = "Coverage: " + count(rows[0], "row", "rows") + " complete, " +
                     std::to_string(rows[1]) + " partial, " + std::to_string(rows[2]) + " named";
  if (silent > 0)
    text += "; " + count(silent, "item", "items") + " of whose silence nothing is said";
  return text + '\n';
}

std::string stance(const Claim& claim) {
  return claim.stance == no_stance ? "none" : std::to_string(int{claim.stance});
}

std::string contradictions(const KnowledgeGraph& graph, const Summary& summary,
                           const SummaryTextOptions& options) {
  GridColumn subject = words("subject"), object = words("object"), aspect = words("aspect"),
             stances = words("stances"), rules = words("rules");
  const std::size_t shown = std::min(options.rows, summary.contradictions.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Contradiction& row = summary.contradictions[i];
    subject.cells.emplace_back(graph.id(row.subject));
    object.cells.emplace_back(graph.id(row.object));
    aspect.cells.emplace_back(word(row.aspect));
    std::string taken;
    for (const ClaimId claim : row.claims) {
      if (!taken.empty()) taken += ' ';
      taken += stance(graph.claim(claim));
    }
    stances.cells.push_back(taken);
    rules.cells.emplace_back(graph.text(graph.claim(row.claims.front()).id));
  }
  return grid({subject, object, aspect, stances, rules}, {.width = options.width, .keys = 2}) +
         more(summary.contradictions.size(), shown, "contradictions");
}

std::string differing_values(const KnowledgeGraph& graph, const Summary& summary,
                             const SummaryTextOptions& options) {
  GridColumn subject = words("subject"), object = words("object"), when = words("when"),
             values = words("values");
  const std::size_t shown = std::min(options.rows, summary.differing.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const DifferingValues& row = summary.differing[i];
    subject.cells.emplace_back(graph.id(row.subject));
    object.cells.emplace_back(graph.id(row.object));
    DateSpan time = graph.claim(row.claims.front()).from;
    std::string given;
    for (const ClaimId claim : row.claims) {
      time.last = std::max(time.last, graph.claim(claim).from.last);
      if (!given.empty()) given += ' ';
      given += graph.text(graph.claim(claim).value);
    }
    when.cells.push_back(to_text(time));
    values.cells.push_back(given);
  }
  return grid({subject, object, when, values}, {.width = options.width, .keys = 2}) +
         more(summary.differing.size(), shown, "values that differ");
}

}  // namespace

std::string to_text(const KnowledgeGraph& graph, const Summary& summary,
                    const SummaryTextOptions& options) {
  const StatusCount& status = summary.status;
  std::string text = graph.name() + ": " + count(graph.nodes().size(), "node", "nodes") + ", " +
                     count(graph.relations().size(), "relation", "relations") + ", " +
                     count(graph.claims().size(), "claim", "claims") + ", " +
                     count(graph.sources().size(), "source", "sources") + '\n';
  if (!graph.claims().empty()) text += "known up to " + to_text(graph.snapshot()) + "; ";
  text += "claims asserted " + std::to_string(status.asserted) + ", retracted " +
          std::to_string(status.retracted) + ", disputed " + std::to_string(status.disputed) + '\n';
  text += "\nNodes by kind\n" + kinds(summary, options.width);
  text += "\nClaims by relation, and how well the beginning of what they claim is dated\n" +
          relations(summary, options.width);
  if (!summary.items.empty()) {
    text += "\nItems by the actors that took a stance\n" + items(graph, summary, options) +
            coverage_of_all(summary);
  }
  text += '\n';
  if (!summary.contradictions.empty()) {
    text += "Contradictions; the claim named last rules over the others\n" +
            contradictions(graph, summary, options) + '\n';
  }
  if (!summary.differing.empty()) {
    text += "Values that sources give differently for the same time\n" +
            differing_values(graph, summary, options) + '\n';
  }
  text += wrapped(
      "",
      count(summary.contradictions.size(), "contradiction", "contradictions") + ", " +
          count(summary.overruled, "claim", "claims") + " overruled; " +
          count(summary.differing.size(), "value", "values") + " given differently; " +
          count(summary.silent_nodes.size(), "node", "nodes") + " that no claim names; " +
          count(summary.unused_sources.size(), "source", "sources") + " that no claim rests on",
      options.width);
  return text;
}

}  // namespace entente
