// SPDX-License-Identifier: Apache-2.0
// Who could have signed an item, would have been expected to, and did not.
//
//   expected: p_ij >= threshold under the bipartite configuration model; p value of one cell:
//   1 - p_ij; of a group: P(as few or fewer of its members sign), Poisson-binomial over p_ij
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   the missing cells, the most expected first; how many of them each item has; with
//          --partition, every group and item.
// Mask     cells that could not be seen are no absences and are left out of every sum.
// Cost     bipartite/bicm_fit.hpp, and O(actors x items); more than 50 million cells without a
//          signature are refused.
#include <map>

#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/absences.hpp"

namespace entente::outlier {
namespace {

constexpr std::uint64_t most_absences = 50'000'000;  // 50 bytes each while they are sorted

struct Options {
  double threshold = 0.5;
  std::string model = "bicm", correction = "bh";
  FileTable partition;
  static auto fields() {
    return std::tuple{
        choice("model", &Options::model, {"bicm"}, "what a cell is expected to hold"),
        real("threshold", &Options::threshold, 0, 1, "least chance of an expected signature"),
        choice("correction", &Options::correction, statistics::adjustment_names(),
               "how q_value is made from all p values"),
        file("partition", &Options::partition, "node,group",
             "groups of actors to test for absences; actors without one are left out")};
  }
};

struct GroupsOfActors {
  std::vector<std::string> names;             // ascending
  std::vector<std::uint32_t> group_of_actor;  // or no_group
};

Expected<GroupsOfActors> read_groups(const View& view, const NodeTable& file, Diagnostics& notes) {
  std::map<std::string, std::uint32_t> number;
  for (const auto& [node, group] : file.rows) number.emplace(group, 0);
  GroupsOfActors groups{{}, std::vector<std::uint32_t>(view.actor_count(), no_group)};
  for (auto& [name, at] : number) {
    at = static_cast<std::uint32_t>(groups.names.size());
    groups.names.push_back(name);
  }
  std::size_t others = 0, without = 0;
  for (const auto& [node, group] : file.rows) {
    const auto v = view.find(node);
    if (!v || *v >= view.actor_count()) {
      ++others;
      continue;
    }
    std::uint32_t& of_actor = groups.group_of_actor[*v];
    if (of_actor != no_group && of_actor != number.at(group)) {
      return error("O102", "'" + node + "' has two groups in " + file.file, "name each actor once");
    }
    of_actor = number.at(group);
  }
  for (const std::uint32_t group : groups.group_of_actor) {
    without += group == no_group ? 1 : 0;
  }
  if (others > 0) {
    notes.push_back(note("O103", "names in " + file.file + " that are no actors of the graph: " +
                                     std::to_string(others)));
  }
  if (without > 0) {
    notes.push_back(
        note("O104", "actors without a group in " + file.file + ": " + std::to_string(without)));
  }
  return groups;
}

Table absences_table(const View& view, const bipartite::Incidence& table,
                     const std::vector<bipartite::Absence>& found, const std::vector<double>& q) {
  std::vector<Vertex> actor, item, instead;
  std::vector<double> probability, p_value, q_value;
  for (std::size_t at = 0; at < found.size(); ++at) {
    const auto& absence = found[at];
    actor.push_back(absence.actor);
    item.push_back(view.actor_count() + absence.item);
    probability.push_back(absence.probability);
    p_value.push_back(1 - absence.probability);
    q_value.push_back(q[at]);
    const std::uint32_t other = table.other_answer(absence.item);
    const bool given = other != no_item && table.has(absence.actor, other);
    instead.push_back(given ? view.actor_count() + other : no_item);
  }
  Table result{"absences",
               "Expected signatures that are missing, the most expected first",
               {{"actor", "", "", std::move(actor)},
                {"item", "", "", std::move(item)},
                {"probability", "", "of a signature under the model", std::move(probability)},
                {"p_value", "", "chance of its absence", std::move(p_value)},
                {"q_value", "", "p_value corrected for all known cells", std::move(q_value)}}};
  if (table.has_roll_calls()) {
    result.columns.push_back(
        {"instead", "", "the other answer, where the actor gave it", std::move(instead)});
  }
  return result;
}

Table items_table(const View& view, const bipartite::BicmFit& fit,
                  const std::vector<bipartite::Absence>& found) {
  std::vector<Vertex> item;
  std::vector<std::int64_t> known(view.item_count(), 0), has, absent(view.item_count(), 0);
  for (std::uint32_t j = 0; j < view.item_count(); ++j) {
    item.push_back(view.actor_count() + j);
    has.push_back(fit.table().column_sum(j));
    for (std::uint32_t i = 0; i < view.actor_count(); ++i) {
      known[j] += fit.table().known(i, j) ? 1 : 0;
    }
  }
  for (const auto& absence : found) ++absent[absence.item];
  return {"items",
          "Items, and how many expected signatures each lacks",
          {{"item", "", "", std::move(item)},
           {"known", "", "actors that could be seen", std::move(known)},
           {"signatures", "", "", std::move(has)},
           {"absences", "", "expected signatures that are missing", std::move(absent)}}};
}

Table groups_table(const View& view, const GroupsOfActors& groups,
                   const std::vector<bipartite::GroupAbsence>& tests) {
  std::vector<std::string> group;
  std::vector<Vertex> item;
  std::vector<std::int64_t> members, signed_by;
  std::vector<double> expected, p_value, q_value;
  for (const auto& test : tests) {
    group.push_back(groups.names[test.group]);
    item.push_back(view.actor_count() + test.item);
    members.push_back(test.members);
    signed_by.push_back(test.signed_by);
    expected.push_back(test.expected);
    p_value.push_back(test.p_value);
    q_value.push_back(test.q_value);
  }
  return {"groups",
          "Groups that stay away from an item more than their members' activity explains",
          {{"group", "", "", std::move(group)},
           {"item", "", "", std::move(item)},
           {"members", "", "that could be seen", std::move(members)},
           {"signatures", "", "of members", std::move(signed_by)},
           {"expected", "", "under the model", std::move(expected)},
           {"p_value", "", "chance of as few or fewer", std::move(p_value)},
           {"q_value", "", "p_value corrected for all groups and items", std::move(q_value)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const auto adjustment = statistics::adjustment_named(options.correction);
  Outcome outcome;
  const auto fit = bipartite::fit_bicm(bipartite::Incidence(view), context.stop);
  if (!fit) return fit.error();
  std::uint64_t known = 0, absent = 0;
  for (std::uint32_t i = 0; i < view.actor_count(); ++i) {
    context.check_stop();
    for (std::uint32_t j = 0; j < view.item_count(); ++j) {
      if (!fit->table().known(i, j)) continue;
      ++known;
      absent += fit->table().has(i, j) ? 0 : 1;
    }
  }
  if (absent > most_absences) {
    return error("O106",
                 "more than " + std::to_string(most_absences / 1'000'000) +
                     " million cells could be absences",
                 "take fewer actors or items: each absence is tested, and corrected for all");
  }
  auto found = bipartite::absences(*fit, 0, context.stop);
  std::vector<double> p;
  for (const auto& absence : found) p.push_back(1 - absence.probability);
  const auto q = statistics::adjusted(p, adjustment, known);
  std::erase_if(found, [&](const auto& a) { return a.probability < options.threshold; });
  outcome.tables.push_back(absences_table(view, fit->table(), found, q));
  outcome.tables.push_back(items_table(view, *fit, found));
  if (fit->table().has_roll_calls()) {
    outcome.notes.push_back(
        note("O105",
             "instead is empty where the actor gave neither answer, or no roll call is "
             "meant"));
  }
  if (options.partition != nullptr) {
    const auto groups = read_groups(view, *options.partition, outcome.notes);
    if (!groups) return groups.error();
    outcome.tables.push_back(groups_table(
        view, *groups,
        bipartite::group_absences(*fit, groups->group_of_actor, adjustment, context.stop)));
  }
  return outcome;
}

}  // namespace

Analysis missing_signatories() {
  return {.method = {.id = "missing-signatories",
                     .title = "Missing signatories",
                     .formula = "a_ij = 0 and p_ij >= threshold; of a group: P(X <= signatures), X "
                                "~ Poisson-binomial(p_ij: i in the group)",
                     .convention = "model bicm, which gives the chance of a cell from both "
                                   "degrees, the cell itself included; silence of an actor that "
                                   "could not be seen is no absence; a vote for the other answer "
                                   "is listed with it",
                     .cost = "one fit, O(actors x items)",
                     .citations = {{"Saracco et al. 2015, Randomizing bipartite networks: the case "
                                    "of the World Trade Web",
                                    "10.1038/srep10595"},
                                   {"Benjamini and Hochberg 1995, Controlling the false discovery "
                                    "rate",
                                    "10.1111/j.2517-6161.1995.tb02031.x"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::outlier
