// SPDX-License-Identifier: Apache-2.0
// Part absences: who should be there and is not.
//
// Two kinds, which may meet: those whom a source names as absent, and known cells without support
// where the bipartite configuration model expects it (p_ij >= 1/2; p value 1 - p_ij; Benjamini and
// Hochberg over all such cells, study/outliers.hpp). Of each the part says whether the actor stands
// inside the coalition where most of the item's supporters are, or in another one. Where the
// silence of others cannot be read, a named absence has no expectation: only those whom somebody
// chose to name would count.
//
// Flip      of the item that is told: the fewest claims without which nobody named as absent from
// it
//           stands inside (or outside) the coalition any more, among those that name them absent.
#include <fmt/format.h>

#include <algorithm>

#include "engine/question/absentee.hpp"
#include "engine/question/evidence.hpp"
#include "engine/question/part.hpp"
#include "engine/study/table_rows.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

using Text = std::string;
using Whole = std::int64_t;

struct Options {
  double level = 0.05;
  static auto fields() {
    return std::tuple{
        real("level", &Options::level, 0, 1, "largest p of the division into coalitions")};
  }
};

Table absent_table(const KnowledgeGraph& graph, const TwoMode& view,
                   const std::vector<Absentee>& absentees) {
  TableRows rows("absent",
                 "Those named as absent, and those expected: side is where they stand to the "
                 "coalition of most supporters, confidence how firmly they belong to their own, "
                 "support_of_coalition the share of its others that support the item",
                 {{"actor", Text{}},
                  {"item", Text{}},
                  {"actor_label", Text{}},
                  {"item_label", Text{}},
                  {"named", Whole{}},
                  {"side", Text{}},
                  {"confidence", double{}},
                  {"support_of_coalition", double{}},
                  {"expected", double{}},
                  {"p_value", double{}},
                  {"q_value", double{}},
                  {"because", Text{}},
                  {"claims", Text{}}});
  const Words words(graph);
  for (const Absentee& a : absentees) {
    rows.add({Text(graph.id(a.actor)), Text(graph.id(a.item)), words.node(a.actor),
              words.short_name(a.item), Whole{a.named}, Text(side_word(a.side)), a.confidence,
              a.support, a.expected, a.p_value, a.q_value, a.because,
              ids_of(graph, claims_behind(view, a.actor, a.item))});
  }
  return std::move(rows).take();
}

// The item of which most is told: absentees on both sides, then the most of them.
const NamedAbsentees* told_first(const ViewStudy& study) {
  const NamedAbsentees* best = nullptr;
  const auto weight = [](const NamedAbsentees& found) {
    const bool both = !found.inside.empty() && !found.outside.empty();
    return std::pair(both, found.inside.size() + found.outside.size());
  };
  for (const NamedAbsentees& found : study.absentees) {
    if (weight(found).second > 0 && (best == nullptr || weight(found) > weight(*best)))
      best = &found;
  }
  return best;
}

Text labels(const Words& words, const std::vector<NodeId>& nodes) {
  return nodes.empty() ? Text("nobody") : words.nodes(nodes);
}

void measure(Finding& finding, const AbsenceStudy& found, const std::vector<Absentee>& absentees) {
  const Outliers& outliers = found.study.outliers;
  double p = no_number, q = no_number;
  for (const AbsenceFinding& absence : outliers.absences) {
    if (!(absence.p_value >= p)) p = absence.p_value;
    if (!(absence.q_value >= q)) q = absence.q_value;
  }
  finding.uncertainty.push_back(
      {"p_value", "least expected absence", p, no_number, no_number,
       outliers.absences.empty()
           ? Text("No absence that could be seen is less likely than a signature.")
           : fmt::format("The least expected absence has p {}.", p_text(p))});
  finding.uncertainty.push_back(
      {"q_value", "least expected absence", q, no_number, no_number,
       outliers.absences.empty()
           ? fmt::format("{} cells were tested.", outliers.cells_tested)
           : fmt::format("q {} after correction for all {} cells where a signature is at least as "
                         "likely as not.",
                         p_text(q), outliers.cells_tested)});
  double low = no_number, high = no_number;
  for (const Absentee& a : absentees) {
    if (!a.named || a.confidence != a.confidence) continue;
    if (!(a.confidence >= low)) low = a.confidence;
    if (!(a.confidence <= high)) high = a.confidence;
  }
  finding.uncertainty.push_back(
      {"stability", "where the named absentees stand", no_number, low, high,
       low != low ? Text("Nobody who is named as absent stands in a coalition.")
                  : fmt::format("Those named as absent share a group with {} to {} of their "
                                "coalition where the items are drawn again.",
                                percent(low), percent(high))});
  finding.uncertainty.push_back(
      {"power", "absences that could have been beyond chance", double(found.attainable), 0,
       double(outliers.cells_tested),
       fmt::format(
           "Had all {} expected signatures been missing, {} absences would have been beyond "
           "chance (q <= 0.05).",
           outliers.cells_tested, found.attainable)});
}

Flip flip_of(const KnowledgeGraph& graph, const TwoMode& view, const NamedAbsentees* told) {
  Flip flip;
  if (told == nullptr) {
    flip.says = "Nobody is named as absent, so no removal makes that another finding.";
    return flip;
  }
  std::vector<ClaimId> inside, outside;
  const auto collect = [&](const std::vector<NodeId>& actors, std::vector<ClaimId>& claims) {
    for (const NodeId actor : actors) {
      const auto own = claims_behind(view, actor, told->item);
      claims.insert(claims.end(), own.begin(), own.end());
    }
  };
  collect(told->inside, inside);
  collect(told->outside, outside);
  const bool drop_inside = outside.empty() || (!inside.empty() && inside.size() <= outside.size());
  flip.claims = drop_inside ? inside : outside;
  flip.says = fmt::format(
      "Without the {} claims that name {} as absent from {} nobody named would "
      "stand {} the coalition of its supporters.",
      flip.claims.size(), labels(Words(graph), drop_inside ? told->inside : told->outside),
      Words(graph).short_name(told->item), drop_inside ? "inside" : "outside");
  return flip;
}

Expected<Finding> find(const Inquiry& inquiry) {
  const auto options = bind<Options>(inquiry.params);
  const KnowledgeGraph& graph = inquiry.graph;
  auto result = study_absences(inquiry, options.level);
  if (!result) return result.error();
  const AbsenceStudy& found = *result;
  const ViewStudy& study = found.study;
  if (!study.coalitions) {
    return cannot_tell(
        fmt::format("{} actors with two stances on {} items are too few to expect anything",
                    study.core.view.actor_count(), study.core.view.item_count()));
  }
  const Words words(graph);
  const std::vector<Absentee> absentees = absentees_of(graph, found);
  const NamedAbsentees* const told = found.beyond_chance ? told_first(study) : nullptr;

  Finding finding;
  finding.headline = "nobody named as absent stands in a coalition";
  if (told != nullptr) {
    finding.headline = fmt::format("{}: {} inside, {} outside", words.short_name(told->item),
                                   told->inside.empty() ? "none" : "some",
                                   told->outside.empty() ? "none" : "some");
    const auto name = [&](const std::vector<NodeId>& actors, const char* side) {
      for (const NodeId actor : actors) finding.named.push_back(Text(graph.id(actor)) + " " + side);
    };
    name(told->inside, "inside");
    name(told->outside, "outside");
    std::sort(finding.named.begin(), finding.named.end());
  }
  Text named = study.absentees.empty() ? "No source names anybody as absent." : Text();
  if (!found.beyond_chance)
    named = "There are no coalitions beyond chance to stand inside of.";
  else if (told != nullptr)
    named = fmt::format("{}", fmt::join(words.absentees(study, *told), " "));
  else if (named.empty())
    named = "Of those whom sources name as absent, nobody stands in a coalition.";
  Stated least{"least expected", "",
               "no absence that could be seen is less likely than a signature"};
  Text conspicuous = "No absence that could be seen is less likely than a signature.";
  if (!study.outliers.absences.empty()) {
    const AbsenceFinding& a = study.outliers.absences.front();
    const Text which = fmt::format("{} from {} (expected {}, p {}, q {})",
                                   words.actor(study.core, a.actor), words.item(study.core, a.item),
                                   percent(a.probability), p_text(a.p_value), p_text(a.q_value));
    conspicuous = fmt::format("Least expected of the absences that could be seen: {}: {}.", which,
                              words.because(study.core, a));
    least.key = study.core.view.key(a.actor) + "|" +
                study.core.view.key(study.core.view.actor_count() + a.item);
    least.says = "least expected absence: " + which;
  }
  finding.slots = {{"named", named},
                   {"conspicuous", conspicuous},
                   {"inside", told == nullptr ? "nobody" : labels(words, told->inside)},
                   {"outside", told == nullptr ? "nobody" : labels(words, told->outside)},
                   {"item", told == nullptr ? "nothing" : words.short_name(told->item)},
                   {"tested", std::to_string(study.outliers.cells_tested)}};
  const Text counts = fmt::format("{} cells tested", study.outliers.cells_tested);
  finding.stated = {
      {"absentees", fmt::format("{}", fmt::join(finding.named, "|")),
       told == nullptr
           ? Text("nobody named as absent stands in a coalition")
           : fmt::format("absent from {}: {} inside, {} outside", words.short_name(told->item),
                         labels(words, told->inside), labels(words, told->outside))},
      least,
      {"counts", counts, counts, false}};
  if (inquiry.brief) return finding;
  finding.tables = {absent_table(graph, study.all, absentees)};
  measure(finding, found, absentees);
  for (const Absentee& a : absentees) {
    const auto naming = claims_behind(study.all, a.actor, a.item);
    finding.claims.insert(finding.claims.end(), naming.begin(), naming.end());
    for (const NodeId item : a.reasons) {
      const auto reasons = claims_behind(study.all, a.actor, item);
      finding.claims.insert(finding.claims.end(), reasons.begin(), reasons.end());
    }
  }
  finding.missing = unseen(graph, study.core);
  finding.flip = flip_of(graph, study.all, told);
  return finding;
}

}  // namespace

Part absences() {
  return {
      .id = "absences",
      .does =
          "who should support an item and does not: those named as absent, inside or outside "
          "the coalition of its supporters, and absences that chance does not explain",
      .slots = {{"named", "where those stand whom sources name as absent, and what divides them"},
                {"conspicuous", "the absence that was least expected, with p, q and reason"},
                {"inside", "the named absentees inside the coalition of the supporters"},
                {"outside", "the named absentees in another coalition"},
                {"item", "what they are absent from"},
                {"tested", "cells where a signature is at least as likely as not"}},
      .params = describe<Options>(),
      .null_models = {"bicm"},
      .find = find};
}

}  // namespace entente::question
