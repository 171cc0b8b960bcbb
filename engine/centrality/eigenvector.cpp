// SPDX-License-Identifier: Apache-2.0
// Eigenvector centrality: a node is as central as the nodes that point to it.
//
//   lambda x = W^T x          lambda the largest real eigenvalue, x of length 1 and not negative
//
// Where several parts of the graph have cycles of their own, lambda is the largest of theirs, and x
// is 0 wherever the part with that lambda does not lead. Parts that tie share x in proportion to
// the sums of their own vectors (what power iteration from equal scores tends to). Without any
// cycle lambda and x are 0. An undirected edge is a cycle of two arcs. Notes say which of this
// happened.
//
// Input    directed or not; an undirected loop is one arc; parallel edges add; weights only where
//          they are strengths, none negative.
// Options  per_component scales each (weak) component by itself.
// Output   `nodes`: one score per node; `components`: size and lambda of each component, numbered
// in
//          the order of their smallest keys.
// Cost     O(m) per step; strong components that do not settle in 300 steps, but stay sparse,
//          are solved by elimination.
// Method   Bonacich (1972), doi:10.1080/0022250X.1972.9989806; perron.hpp has the iteration.

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/centrality/parts.hpp"
#include "engine/centrality/perron.hpp"

namespace entente::centrality {
namespace {

struct Options {
  bool per_component = false;
  static auto fields() {
    return std::tuple{flag("per_component", &Options::per_component,
                           "scale each component by itself, not only the leading one")};
  }
};

constexpr double tie = 1e-11;  // relative: eigenvalues this near are equal

class Spectrum {
 public:
  Spectrum(const View& view, const Context& context)
      : context_(context),
        b_(inflow_matrix(view)),
        parts_(strong_parts(view)),
        wholes_(weak_parts(view)),
        place_of_(view.vertex_count(), no_item) {
    for (const auto& members : parts_.members) {
      context.check_stop();
      pairs_.push_back(perron_pair(submatrix(b_, members, place_of_), context));
    }
    lambda_.assign(wholes_.members.size(), 0);
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
      double& lambda = lambda_[wholes_.of[parts_.members[p].front()]];
      lambda = std::max(lambda, pairs_[p].lambda);
    }
  }

  const std::vector<std::vector<Vertex>>& components() const { return wholes_.members; }
  const std::vector<double>& lambda() const { return lambda_; }
  bool exact() const {
    return std::all_of(pairs_.begin(), pairs_.end(), [](const PerronPair& p) { return p.exact; });
  }
  bool tied() const { return tied_; }

  // Writes the eigenvector (not yet scaled) of a component's lambda into x, where x is still 0.
  void fill(std::size_t component, Eigen::VectorXd& x) {
    const double lambda = lambda_[component];
    if (lambda == 0) return;
    std::vector<Vertex> parts;  // ascending, so that an arc never leads to a later one
    for (const Vertex v : wholes_.members[component]) parts.push_back(parts_.of[v]);
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    const auto seeds = leading(parts, lambda);
    for (auto p = parts.rbegin(); p != parts.rend(); ++p) {
      const bool seed = std::binary_search(seeds.begin(), seeds.end(), *p);
      set(*p, seed ? pairs_[*p].vector.sum() * pairs_[*p].vector : led_to(*p, lambda, x), x);
    }
    tied_ = tied_ || seeds.size() > 1;
  }

 private:
  // Parts with the largest lambda that lead to no other such part: x begins in them.
  std::vector<Vertex> leading(const std::vector<Vertex>& parts, double lambda) const {
    std::vector<Vertex> seeds;
    std::vector<std::uint8_t> leads_on(pairs_.size(), 0);
    // An arc u -> v is the cell (v, u): visit sinks first and tell those that lead to them.
    for (const Vertex p : parts) {
      const bool largest = pairs_[p].lambda >= lambda * (1 - tie);
      if (largest && leads_on[p] == 0) seeds.push_back(p);
      if (!largest && leads_on[p] == 0) continue;
      for (const Vertex v : parts_.members[p]) {
        for (Matrix::InnerIterator cell(b_, static_cast<Eigen::Index>(v)); cell; ++cell) {
          const Vertex from = parts_.of[static_cast<std::size_t>(cell.col())];
          if (from != p) leads_on[from] = 1;
        }
      }
    }
    return seeds;
  }

  Eigen::VectorXd led_to(Vertex p, double lambda, const Eigen::VectorXd& x) {
    const auto& members = parts_.members[p];
    Eigen::VectorXd inflow = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(members.size()));
    for (std::size_t k = 0; k < members.size(); ++k) {
      for (Matrix::InnerIterator cell(b_, static_cast<Eigen::Index>(members[k])); cell; ++cell) {
        if (parts_.of[static_cast<std::size_t>(cell.col())] == p) continue;
        inflow[static_cast<Eigen::Index>(k)] += cell.value() * x[cell.col()];
      }
    }
    if (inflow.maxCoeff() == 0) return inflow;
    return resolvent(submatrix(b_, members, place_of_), lambda, inflow, context_);
  }

  void set(Vertex p, const Eigen::VectorXd& values, Eigen::VectorXd& x) const {
    const auto& members = parts_.members[p];
    for (std::size_t k = 0; k < members.size(); ++k) {
      x[static_cast<Eigen::Index>(members[k])] = values[static_cast<Eigen::Index>(k)];
    }
  }

  const Context& context_;
  Matrix b_;
  Parts parts_, wholes_;
  std::vector<Vertex> place_of_;
  std::vector<PerronPair> pairs_;  // by part
  std::vector<double> lambda_;     // by component
  bool tied_ = false;
};

Eigen::VectorXd scores(Spectrum& spectrum, std::size_t n, bool per_component, double largest,
                       std::size_t& led) {
  Eigen::VectorXd x = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(n));
  for (std::size_t c = 0; c < spectrum.components().size(); ++c) {
    if (!per_component && spectrum.lambda()[c] < largest * (1 - tie)) continue;
    spectrum.fill(c, x);
    ++led;
    if (!per_component) continue;
    Eigen::VectorXd own(static_cast<Eigen::Index>(spectrum.components()[c].size()));
    Eigen::Index k = 0;
    for (const Vertex v : spectrum.components()[c]) own[k++] = x[static_cast<Eigen::Index>(v)];
    if (own.norm() == 0) continue;
    for (const Vertex v : spectrum.components()[c]) x[static_cast<Eigen::Index>(v)] /= own.norm();
  }
  if (!per_component && x.norm() > 0) x.normalize();
  return x;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const bool per_component = bind<Options>(params).per_component;
  Outcome outcome;
  Spectrum spectrum(view, context);
  const auto& lambda = spectrum.lambda();
  const double largest = lambda.empty() ? 0 : *std::max_element(lambda.begin(), lambda.end());
  std::size_t led = 0;
  const auto x = scores(spectrum, view.vertex_count(), per_component, largest, led);

  if (view.vertex_count() > 0 && largest == 0) {
    outcome.notes.push_back(note("G108", "the graph has no cycle: lambda and every score are 0"));
  } else if (!per_component && (x.array() == 0).any()) {
    outcome.notes.push_back(
        note("G109", "nodes that the part with the largest lambda does not lead to have 0",
             "per_component scales each component by itself"));
  }
  if (largest > 0 && (spectrum.tied() || (!per_component && led > 1))) {
    outcome.notes.push_back(
        note("G110",
             "several parts tie for the largest lambda; they share the vector in proportion to "
             "their sums"));
  }
  if (!spectrum.exact()) {
    outcome.notes.push_back(
        warning("G111", "the iteration did not settle; scores are approximate"));
  }
  std::vector<std::int64_t> number, size;
  for (const auto& members : spectrum.components()) {
    number.push_back(static_cast<std::int64_t>(number.size()) + 1);
    size.push_back(static_cast<std::int64_t>(members.size()));
  }
  outcome.tables.push_back(node_table(
      view, "Eigenvector centrality of each node",
      {{"eigenvector", "", "entry of the vector", std::vector<double>(x.begin(), x.end())}}));
  outcome.tables.push_back({"components",
                            "Largest eigenvalue of each component",
                            {{"component", "", "number of the component", std::move(number)},
                             {"size", "nodes", "nodes in it", std::move(size)},
                             {"lambda", "", "its largest eigenvalue", lambda}}});
  return outcome;
}

}  // namespace

Analysis eigenvector() {
  return {.method = {.id = "eigenvector",
                     .title = "Eigenvector centrality",
                     .formula = "lambda x = W^T x, lambda the largest real eigenvalue",
                     .convention = "length 1, not negative; disconnected: the component with the "
                                   "largest lambda, 0 elsewhere; no cycle: all 0; an undirected "
                                   "loop is one arc; parallel edges add",
                     .cost = "O(m) per step",
                     .citations = {{"P. Bonacich (1972), Factoring and weighting approaches to "
                                    "status scores and clique identification, Journal of "
                                    "Mathematical Sociology 2",
                                    "10.1080/0022250X.1972.9989806"},
                                   {"T. Noda (1971), Note on the computation of the maximal "
                                    "eigenvalue of a non-negative irreducible matrix, Numerische "
                                    "Mathematik 17",
                                    ""}}},
          .needs = {.strengths = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::centrality
