// SPDX-License-Identifier: Apache-2.0
// Actors whose choice of items is odd for someone as active as they are.
//
//   surprisal_i = - sum over items of ln P(what i did),   z = (surprisal - E) / sd,
//   p = (1 + #{surprisal of a redrawn row >= surprisal_i}) / (1 + N)
//
// under the bipartite configuration model, rows redrawn with exactly k_i ones.
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   one row per actor; the items that carry each surprisal.
// Mask     cells that could not be seen are left out.
// Cost     bipartite/surprisal.hpp.
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/surprisal.hpp"

namespace entente::outlier {
namespace {

struct Options {
  std::int64_t samples = 1000, min_stances = 2, top_items = 5;
  std::string correction = "bh", model = "bicm";
  static auto fields() {
    return std::tuple{
        choice("model", &Options::model, {"bicm"}, "what a cell is expected to hold"),
        integer("samples", &Options::samples, 1, 1e6, "redrawn rows of each actor"),
        integer("min_stances", &Options::min_stances, 0, 1e6,
                "actors with fewer stances (an abstention is one) are listed and not tested"),
        integer("top_items", &Options::top_items, 0, 1000, "items listed for each actor, at most"),
        choice("correction", &Options::correction, statistics::adjustment_names(),
               "how q_value is made from all p values")};
  }
};

Table items_table(const View& view, const std::vector<bipartite::UnusualActor>& actors) {
  std::vector<Vertex> actor, item;
  std::vector<std::int64_t> present;
  std::vector<double> probability, surprisal;
  for (const auto& a : actors) {
    for (const auto& c : a.carrying) {
      actor.push_back(a.actor);
      item.push_back(view.actor_count() + c.item);
      present.push_back(c.present ? 1 : 0);
      probability.push_back(c.probability);
      surprisal.push_back(c.surprisal);
    }
  }
  return {"items",
          "What carries each surprisal, the most surprising first",
          {{"actor", "", "", std::move(actor)},
           {"item", "", "of a roll call: the answer given, or the likelier one where none was",
            std::move(item)},
           {"present", "", "1: endorsed; 0: not", std::move(present)},
           {"probability", "", "of a 1 under the model", std::move(probability)},
           {"surprisal", "nats", "the term of the sum", std::move(surprisal)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  const auto options = bind<Options>(params);
  const auto fit = bipartite::fit_bicm(bipartite::Incidence(view), context.stop);
  if (!fit) return fit.error();
  context.report("fit", 1, 2);
  const auto actors =
      bipartite::unusual_actors(*fit, context.rng("unusual-actors"),
                                {.samples = static_cast<std::size_t>(options.samples),
                                 .least_stances = static_cast<std::uint32_t>(options.min_stances),
                                 .top_items = static_cast<std::size_t>(options.top_items),
                                 .adjustment = statistics::adjustment_named(options.correction),
                                 .threads = context.threads,
                                 .stop = context.stop});
  context.report("redraws", 2, 2);
  std::vector<Vertex> node;
  std::vector<double> surprisal, expected, z, p, q;
  std::vector<std::int64_t> undefined;
  std::size_t untested = 0, without_choice = 0;
  for (const auto& a : actors) {
    node.push_back(a.actor);
    surprisal.push_back(a.surprisal);
    expected.push_back(a.expected);
    z.push_back(a.z);
    undefined.push_back(a.undefined ? 1 : 0);
    without_choice += a.undefined ? 1 : 0;
    p.push_back(a.tested ? a.p_value : std::numeric_limits<double>::quiet_NaN());
    q.push_back(a.tested ? a.q_value : std::numeric_limits<double>::quiet_NaN());
    untested += a.tested ? 0 : 1;
  }
  Outcome outcome;
  outcome.tables.push_back(
      {"nodes",
       "Actors by how odd their choice is",
       {{"node", "", "the actor", std::move(node)},
        {"surprisal", "nats", "of the actor's row under the model", std::move(surprisal)},
        {"expected", "nats", "its mean under the model", std::move(expected)},
        {"z", "", "(surprisal - expected) / sd; 0 where the model leaves no choice", std::move(z)},
        {"undefined", "", "1: the model leaves no choice, so z says nothing", std::move(undefined)},
        {"p_value", "", "chance of a surprisal as large, given the activity", std::move(p)},
        {"q_value", "", "p_value corrected for all actors tested", std::move(q)}}});
  outcome.tables.push_back(items_table(view, actors));
  if (without_choice > 0) {
    outcome.notes.push_back(
        note("O102", "z is undefined and 0 where the model leaves an actor no choice: " +
                         std::to_string(without_choice)));
  }
  if (untested > 0) {
    outcome.notes.push_back(
        note("O101",
             "actors with fewer than " + std::to_string(options.min_stances) +
                 " stances are listed without p_value and q_value: " + std::to_string(untested)));
  }
  return outcome;
}

}  // namespace

Analysis unusual_actors() {
  return {.method = {.id = "unusual-actors",
                     .title = "Unusual actors",
                     .formula = "surprisal_i = - sum_j [a_ij ln p_ij + (1 - a_ij) ln(1 - p_ij)]; p "
                                "= (1 + #{redrawn >= observed}) / (1 + N)",
                     .convention = "model bicm; rows are redrawn with exactly k_i ones; a roll "
                                   "call is one trial with three outcomes; cells that could not "
                                   "be seen are left out",
                     .cost = "O(items x k_i) per kind of row, O(items) per redrawn row",
                     .citations = {{"Saracco et al. 2015, Randomizing bipartite networks: the case "
                                    "of the World Trade Web",
                                    "10.1038/srep10595"},
                                   {"Chen, Dempster and Liu 1994, Weighted finite population "
                                    "sampling to maximize entropy",
                                    "10.1093/biomet/81.3.457"},
                                   {"Benjamini and Hochberg 1995, Controlling the false discovery "
                                    "rate",
                                    "10.1111/j.2517-6161.1995.tb02031.x"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::outlier
