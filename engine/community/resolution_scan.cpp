// SPDX-License-Identifier: Apache-2.0
// Which groups appear as the resolution grows, over which range each partition is the best of those
// found, and where neighbours on the way hardly differ.
//
// Input    as leiden.
// Options  quality: modularity or cpm; low, high, steps: resolutions gamma from low to high,
// equally
//          far apart in their logarithms; restarts of Leiden at each; vi: neighbours whose
//          partitions differ by at most so many nats belong to one plateau.
// Output   scan: at each gamma the best of all partitions found at any; plateaus: runs of the scan;
//          partitions: those that are the best somewhere between low and high, and where (CHAMP);
//          nodes: their groups.
// Cost     steps x restarts times that of Leiden, and partitions found x partitions kept.
// Method   A partition's quality is a straight line A - gamma P, so the best ones are the upper
//          envelope of lines. Weir, Emmons, Gibson, Taylor and Mucha (2017), doi:10.3390/a10030093;
//          variation of information: Meila (2007), doi:10.1016/j.jmva.2006.11.013
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/graph/grouping.hpp"
#include "engine/graph/leiden_search.hpp"
#include "engine/graph/partition_comparison.hpp"

namespace entente::community {
namespace {

struct Options {
  std::string quality = "modularity";
  double low = 0.1, high = 10, vi = 0;
  std::int64_t steps = 21, restarts = 0;
  static auto fields() {
    return std::tuple{choice("quality", &Options::quality, {"modularity", "cpm"},
                             "what is maximised; cpm: the constant Potts model"),
                      real("low", &Options::low, 1e-9, 1e9, "the smallest gamma"),
                      real("high", &Options::high, 1e-9, 1e9, "the largest gamma, above low"),
                      integer("steps", &Options::steps, 2, 10'000, "how many resolutions"),
                      integer("restarts", &Options::restarts, 0, 1e6,
                              "independent searches at each; 0: by effort, 2, 5 or 20"),
                      real("vi", &Options::vi, 0, 100,
                           "neighbours of one plateau differ by at most so many nats")};
  }
};

// A partition and the line of its quality, inside - gamma * expected.
struct Candidate {
  Groups groups;
  double inside = 0, expected = 0;

  double at(double gamma) const { return inside - gamma * expected; }
};

struct Domain {
  std::size_t candidate = 0;
  double low = 0, high = 0;
};

Objective objective_at(const View& view, const Options& options, double gamma) {
  return options.quality == "cpm" ? constant_potts(view, gamma) : modularity(view, gamma);
}

std::vector<double> grid(const Options& options) {
  std::vector<double> gammas;
  for (std::int64_t k = 0; k < options.steps; ++k) {
    const double share = double(k) / double(options.steps - 1);
    gammas.push_back(options.low * std::pow(options.high / options.low, share));
  }
  gammas.back() = options.high;
  return gammas;
}

// All different partitions that searches at any resolution came to.
class Finder {
 public:
  Finder(const View& view, const Options& options, const Context& context)
      : view_(&view),
        options_(&options),
        context_(&context),
        rng_(context.rng("resolution-scan")),
        without_(objective_at(view, options, 0)),
        with_(objective_at(view, options, 1)) {}

  void search_at(double gamma) {
    context_->check_stop();
    PartitionSearch searched =
        search(objective_at(*view_, *options_, gamma), rng_.split(searches_++),
               {.restarts = amount(options_->restarts, context_->effort, {2, 5, 20}),
                .threads = context_->threads,
                .stop = context_->stop});
    for (Groups& groups : searched.found) {
      if (!known_.insert(groups).second) continue;
      const double inside = without_.value(groups);
      const double expected = inside - with_.value(groups);
      found_.push_back({std::move(groups), inside, expected});
    }
  }
  const std::vector<Candidate>& found() const noexcept { return found_; }
  std::vector<Candidate> take() { return std::move(found_); }

 private:
  const View* view_;
  const Options* options_;
  const Context* context_;
  Rng rng_;
  Objective without_, with_;  // at gamma 0 and 1: two points of each line
  std::uint64_t searches_ = 0;
  std::set<Groups> known_;
  std::vector<Candidate> found_;
};

// The best at gamma and, of those, the one that stays the best for longer.
std::size_t best_at(const std::vector<Candidate>& candidates, double gamma) {
  std::size_t best = 0;
  for (std::size_t c = 1; c < candidates.size(); ++c) {
    const double here = candidates[c].at(gamma), most = candidates[best].at(gamma);
    const double equal = 1e-12 * (1 + std::abs(most));
    if (here > most + equal ||
        (here >= most - equal && candidates[c].expected < candidates[best].expected)) {
      best = c;
    }
  }
  return best;
}

// The upper envelope of the lines between low and high.
std::vector<Domain> domains_of(const std::vector<Candidate>& candidates, double low, double high) {
  std::vector<Domain> domains;
  std::size_t now = best_at(candidates, low);
  double from = low;
  for (;;) {
    std::size_t next = now;
    double to = high;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const double flatter = candidates[now].expected - candidates[c].expected;
      if (!(flatter > 1e-14 * (1 + std::abs(candidates[now].expected)))) continue;
      const double meet = (candidates[now].inside - candidates[c].inside) / flatter;
      // Of several that meet here the flattest is the best afterwards.
      if (meet < to ||
          (meet == to && next != now && candidates[c].expected < candidates[next].expected)) {
        next = c;
        to = std::max(meet, from);
      }
    }
    if (to > from * (1 + 1e-12)) domains.push_back({now, from, to});
    if (next == now) return domains;
    now = next;
    from = to;
  }
}

// Whatever is better than the envelope anywhere is better at a border of two domains, so borders
// are searched until nothing new is the best there, or as often as there are resolutions.
std::vector<Domain> search_borders(Finder& finder, const Options& options, const Context& context) {
  std::vector<Domain> domains = domains_of(finder.found(), options.low, options.high);
  std::set<double> searched;
  std::int64_t left = options.steps;
  for (bool found = true; found && left > 0;) {
    found = false;
    for (std::size_t d = 1; d < domains.size() && left > 0; ++d) {
      if (!searched.insert(domains[d].low).second) continue;
      context.report("borders", double(options.steps - left), double(options.steps));
      finder.search_at(domains[d].low);
      --left;
      found = true;
    }
    domains = domains_of(finder.found(), options.low, options.high);
  }
  return domains;
}

std::int64_t group_count(const Groups& groups) {
  return groups.empty() ? 0 : std::int64_t{*std::max_element(groups.begin(), groups.end())} + 1;
}

// By gamma, the position of its best partition among the domains.
std::vector<std::size_t> places(const std::vector<Domain>& domains,
                                const std::vector<double>& gammas) {
  std::vector<std::size_t> place;
  for (const double gamma : gammas) {
    std::size_t at = 0;
    while (at + 1 < domains.size() && gamma >= domains[at].high) ++at;
    place.push_back(at);
  }
  return place;
}

struct Scan {
  std::vector<double> gammas;
  std::vector<Candidate> candidates;
  std::vector<Domain> domains;
  std::vector<std::size_t> place;  // by gamma, in domains
  std::vector<double> vi_to_next;  // by gamma; the last has none

  const Candidate& best(std::size_t step) const {
    return candidates[domains[place[step]].candidate];
  }
};

Scan scan_of(const View& view, const Options& options, const Context& context) {
  Scan scan{grid(options), {}, {}, {}, {}};
  Finder finder(view, options, context);
  for (std::size_t k = 0; k < scan.gammas.size(); ++k) {
    context.report("resolutions", double(k), double(scan.gammas.size()));
    finder.search_at(scan.gammas[k]);
  }
  scan.domains = search_borders(finder, options, context);
  scan.candidates = finder.take();
  scan.place = places(scan.domains, scan.gammas);
  for (std::size_t k = 0; k + 1 < scan.gammas.size(); ++k) {
    const bool same = scan.place[k] == scan.place[k + 1];
    scan.vi_to_next.push_back(
        same ? 0
             : variation_of_information(contingency(scan.best(k).groups, scan.best(k + 1).groups)));
  }
  scan.vi_to_next.push_back(std::numeric_limits<double>::quiet_NaN());
  return scan;
}

void add_scan_tables(const Scan& scan, double most_vi, std::vector<Table>& tables) {
  std::vector<double> quality, from, to;
  std::vector<std::int64_t> groups, partition, plateau, steps, least, most;
  for (std::size_t k = 0; k < scan.gammas.size(); ++k) {
    quality.push_back(scan.best(k).at(scan.gammas[k]));
    groups.push_back(group_count(scan.best(k).groups));
    partition.push_back(std::int64_t(scan.place[k]) + 1);
    const bool begins = k == 0 || !(scan.vi_to_next[k - 1] <= most_vi + 1e-12);
    if (begins) {
      from.push_back(scan.gammas[k]);
      to.push_back(0);
      steps.push_back(0);
      least.push_back(groups[k]);
      most.push_back(groups[k]);
    }
    to.back() = scan.gammas[k];
    ++steps.back();
    least.back() = std::min(least.back(), groups[k]);
    most.back() = std::max(most.back(), groups[k]);
    plateau.push_back(std::int64_t(from.size()));
  }
  std::vector<std::int64_t> number;
  for (std::size_t p = 0; p < from.size(); ++p) number.push_back(std::int64_t(p) + 1);
  tables.push_back({"scan",
                    "The best partition at each resolution",
                    {{"resolution", "", "gamma", scan.gammas},
                     {"quality", "", "at this resolution", std::move(quality)},
                     {"groups", "", "", std::move(groups)},
                     {"partition", "", "of the table partitions", std::move(partition)},
                     {"vi_to_next", "nats", "variation of information", scan.vi_to_next},
                     {"plateau", "", "of the table plateaus", std::move(plateau)}}});
  tables.push_back({"plateaus",
                    "Neighbours that hardly differ",
                    {{"plateau", "", "", std::move(number)},
                     {"from", "", "gamma", std::move(from)},
                     {"to", "", "gamma", std::move(to)},
                     {"resolutions", "", "of the scan", std::move(steps)},
                     {"fewest_groups", "", "", std::move(least)},
                     {"most_groups", "", "", std::move(most)}}});
}

void add_partition_tables(const View& view, const Scan& scan, std::vector<Table>& tables) {
  std::vector<std::int64_t> partition, groups, of_node, group;
  std::vector<double> low, high, inside, expected;
  std::vector<Vertex> nodes;
  for (std::size_t d = 0; d < scan.domains.size(); ++d) {
    const Domain& domain = scan.domains[d];
    const Candidate& candidate = scan.candidates[domain.candidate];
    partition.push_back(std::int64_t(d) + 1);
    groups.push_back(group_count(candidate.groups));
    low.push_back(domain.low);
    high.push_back(domain.high);
    inside.push_back(candidate.inside);
    expected.push_back(candidate.expected);
    const auto numbers = group_numbers(view, candidate.groups);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      nodes.push_back(v);
      of_node.push_back(std::int64_t(d) + 1);
      group.push_back(numbers[v]);
    }
  }
  tables.push_back({"partitions",
                    "Partitions that are the best of those found somewhere",
                    {{"partition", "", "in the order of their domains", std::move(partition)},
                     {"groups", "", "", std::move(groups)},
                     {"low", "", "gamma from which it is the best", std::move(low)},
                     {"high", "", "gamma up to which it is", std::move(high)},
                     {"inside", "", "its quality is inside - gamma expected", std::move(inside)},
                     {"expected", "", "", std::move(expected)}}});
  tables.push_back({"nodes",
                    "The groups of these partitions",
                    {{"node", "", "key of the node", std::move(nodes)},
                     {"partition", "", "", std::move(of_node)},
                     {"group", "", "1 is the largest", std::move(group)}}});
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  if (!(options.low < options.high)) {
    return error("P107", "parameter 'low' is not below 'high'", "for example --low 0.1 --high 10");
  }
  const Scan scan = scan_of(view, options, context);
  Outcome outcome;
  add_scan_tables(scan, options.vi, outcome.tables);
  add_partition_tables(view, scan, outcome.tables);
  outcome.notes.push_back(note("A368", "vi_to_next of the last resolution is null: none follows"));
  return outcome;
}

}  // namespace

Analysis resolution_scan() {
  return {
      .method = {.id = "resolution-scan",
                 .title = "Groups over a range of resolutions",
                 .formula = "at each gamma the best of all partitions found; a partition's "
                            "quality is inside - gamma expected; domains are the upper envelope "
                            "of these lines (CHAMP); plateaus: VI between neighbours <= vi",
                 .convention = "21 resolutions from 0.1 to 10, equally far apart in their "
                               "logarithms, then the borders of domains; modularity; a plateau "
                               "keeps one partition (vi = 0)",
                 .cost = "steps x restarts times Leiden",
                 .citations = {{"W. H. Weir, S. Emmons, R. Gibson, D. Taylor and P. J. Mucha "
                                "(2017), Post-processing partitions to identify domains of "
                                "modularity optimization, Algorithms 10",
                                "10.3390/a10030093"},
                               {"V. A. Traag, L. Waltman and N. J. van Eck (2019), From Louvain "
                                "to Leiden: guaranteeing well-connected communities, Scientific "
                                "Reports 9",
                                "10.1038/s41598-019-41695-z"},
                               {"M. Meila (2007), Comparing clusterings: an information based "
                                "distance, Journal of Multivariate Analysis 98",
                                "10.1016/j.jmva.2006.11.013"}}},
      .needs = {.one_mode = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
