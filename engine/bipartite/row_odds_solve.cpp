// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_odds_solve.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/statistics/conditional_bernoulli.hpp"

namespace entente::bipartite {
namespace {

using Vector = std::vector<double>;

constexpr double wanted_residual = 1e-12;
constexpr double good_residual = 1e-10;
constexpr int most_steps = 300;
constexpr int most_inner_steps = 300;
constexpr double longest_step = 6;       // in logarithms
constexpr std::size_t exact_units = 64;  // classes of units whose covariances are computed

double dot(const Vector& a, const Vector& b) {
  Sum sum;
  for (std::size_t v = 0; v < a.size(); ++v) sum += a[v] * b[v];
  return sum.value();
}

// Unknowns are the logarithms of the odds of open answers.
class Problem {
 public:
  struct State {
    Vector at;
    double likelihood = 0, residual = 0;
    Vector gradient;
    Vector answers;              // by open unit: expected number, of one
    std::vector<Vector> chance;  // by open row class, then open unit
  };

  Problem(const BicmClasses& classes, const BicmPeel& peel, ChunkedLoop loop)
      : classes_(classes), loop_(std::move(loop)) {
    for (std::size_t r = 0; r < classes.rows.size(); ++r) {
      if (peel.row_open[r]) rows_.push_back(r);
    }
    for (std::size_t u = 0; u < classes.units.size(); ++u) {
      if (!peel.answer_open[2 * u] && !peel.answer_open[2 * u + 1]) continue;
      Unit unit{u, unknowns_.size(), 0, 0};
      for (std::size_t s = 0; s < 2; ++s) {
        if (!peel.answer_open[2 * u + s]) continue;
        unknowns_.push_back({units_.size(), s, static_cast<double>(peel.answer_degree[2 * u + s])});
        ++unit.answers;
      }
      for (const std::size_t r : rows_) unit.rows += classes.rows_known(r, u);
      units_.push_back(unit);
    }
    for (const std::size_t r : rows_) {
      ones_.push_back(peel.row_degree[r]);
      auto& count = count_.emplace_back();
      for (const Unit& unit : units_) count.push_back(classes.units_known(r, unit.of));
    }
    loop_.count = rows_.size();
  }

  bool empty() const { return unknowns_.empty(); }

  Vector start() const {
    Vector at;
    for (const Unknown& x : unknowns_) {
      const Unit& unit = units_[x.unit];
      double none = unit.rows;
      for (std::size_t v = 0; v < unit.answers; ++v) none -= unknowns_[unit.first + v].degree;
      at.push_back(std::log(x.degree / std::max(0.5, none)));
    }
    return at;
  }

  State evaluate(Vector at) const {
    State state;
    state.at = std::move(at);
    Vector odds(units_.size(), 0.0);
    for (std::size_t v = 0; v < unknowns_.size(); ++v) {
      odds[unknowns_[v].unit] += std::exp(state.at[v]);
    }
    state.chance.resize(rows_.size());
    Vector log_total(rows_.size());
    for_chunks(loop_, [&](std::size_t begin, std::size_t end) {
      for (std::size_t r = begin; r < end; ++r) {
        auto found = statistics::inclusion(odds, count_[r], ones_[r]);
        state.chance[r] = std::move(found.chance);
        log_total[r] = found.log_total;
      }
    });
    std::vector<Sum> answers(units_.size());
    Sum likelihood;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const double rows = classes_.rows[rows_[r]].count;
      likelihood += -rows * log_total[r];
      for (std::size_t u = 0; u < units_.size(); ++u) {
        if (count_[r][u] == 0) continue;
        answers[u] += classes_.rows_known(rows_[r], units_[u].of) * state.chance[r][u];
      }
    }
    for (const Sum& sum : answers) state.answers.push_back(sum.value());
    for (std::size_t v = 0; v < unknowns_.size(); ++v) {
      const auto& [u, s, degree] = unknowns_[v];
      const double weight = classes_.units[units_[u].of].count;
      const double expected = state.answers[u] * (std::exp(state.at[v]) / odds[u]);
      likelihood += weight * degree * state.at[v];
      state.gradient.push_back(weight * (degree - expected));
      const double miss = std::abs(degree - expected) / std::max(1.0, degree);
      if (!(miss <= state.residual)) state.residual = miss;  // a NaN must not pass
    }
    state.likelihood = likelihood.value();
    return state;
  }

  Vector newton_step(const State& state) const {
    const Curvature h(*this, state);
    // Conjugate gradients, scaled by the diagonal.
    Vector step(unknowns_.size(), 0.0), left = state.gradient, scaled(left.size());
    const auto scale = [&] {
      for (std::size_t v = 0; v < left.size(); ++v) scaled[v] = left[v] / h.diagonal[v];
    };
    scale();
    Vector direction = scaled;
    double rho = dot(left, scaled);
    const double enough = rho * 1e-16;
    for (int inner = 0; inner < most_inner_steps && rho > enough; ++inner) {
      const Vector image = h.times(direction);
      const double curve = dot(direction, image);
      if (!(curve > 0)) break;
      const double length = rho / curve;
      for (std::size_t v = 0; v < step.size(); ++v) {
        step[v] += length * direction[v];
        left[v] -= length * image[v];
      }
      scale();
      const double next = dot(left, scaled);
      for (std::size_t v = 0; v < step.size(); ++v) {
        direction[v] = scaled[v] + next / rho * direction[v];
      }
      rho = next;
    }
    return step;
  }

  void store(const Vector& at, std::vector<std::array<double, 2>>& odds) const {
    for (std::size_t v = 0; v < unknowns_.size(); ++v) {
      odds[units_[unknowns_[v].unit].of][unknowns_[v].answer] = std::exp(at[v]);
    }
  }

 private:
  struct Unknown {
    std::size_t unit, answer;
    double degree;
  };
  struct Unit {
    std::size_t of, first, answers;  // its class; its unknowns
    double rows;                     // open ones that know it
  };

  // The expected number of answers moves with the odds of all units by H_units; the share of each
  // answer of a roll call with these alone.
  struct Curvature {
    Curvature(const Problem& problem, const State& state) : problem_(problem) {
      const auto& units = problem.units_;
      Vector odds(units.size(), 0.0), units_diagonal(units.size(), 0.0);
      for (std::size_t v = 0; v < state.at.size(); ++v) {
        odds[problem.unknowns_[v].unit] += std::exp(state.at[v]);
      }
      for (std::size_t v = 0; v < state.at.size(); ++v) {
        share_.push_back(std::exp(state.at[v]) / odds[problem.unknowns_[v].unit]);
      }
      for (std::size_t u = 0; u < units.size(); ++u) {
        expected_.push_back(state.answers[u] * problem.classes_.units[units[u].of].count);
      }
      if (units.size() <= exact_units) {
        dense_.assign(units.size() * units.size(), 0.0);
        for (std::size_t r = 0; r < problem.rows_.size(); ++r) {
          const double rows = problem.classes_.rows[problem.rows_[r]].count;
          const auto of_row = statistics::covariances(odds, problem.count_[r], problem.ones_[r]);
          for (std::size_t at = 0; at < dense_.size(); ++at) dense_[at] += rows * of_row[at];
        }
        for (std::size_t u = 0; u < units.size(); ++u) {
          units_diagonal[u] = dense_[u * units.size() + u];
        }
      }
      for (std::size_t r = 0; dense_.empty() && r < problem.rows_.size(); ++r) {
        rows_.push_back(factors(problem.count_[r], state.chance[r]));
        const double rows = problem.classes_.rows[problem.rows_[r]].count;
        const auto& c = rows_.back();
        for (std::size_t u = 0; u < units.size(); ++u) {
          const double n = problem.count_[r][u];
          units_diagonal[u] += rows * n * c.of_unit[u] * (c.sum - n * c.of_unit[u]);
        }
      }
      for (std::size_t v = 0; v < share_.size(); ++v) {
        const std::size_t u = problem.unknowns_[v].unit;
        const double d =
            share_[v] * share_[v] * units_diagonal[u] + expected_[u] * share_[v] * (1 - share_[v]);
        diagonal.push_back(std::max(d, 1e-300));
      }
    }

    Vector times(const Vector& x) const {
      const auto& units = problem_.units_;
      Vector of_unit(units.size(), 0.0), moved(units.size(), 0.0), image(x.size());
      for (std::size_t v = 0; v < x.size(); ++v) {
        of_unit[problem_.unknowns_[v].unit] += share_[v] * x[v];
      }
      for (std::size_t at = 0; at < dense_.size(); ++at) {
        moved[at / units.size()] += dense_[at] * of_unit[at % units.size()];
      }
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const double rows = problem_.classes_.rows[problem_.rows_[r]].count;
        const auto& [c, sum] = rows_[r];
        const auto& count = problem_.count_[r];
        double all = 0;
        for (std::size_t u = 0; u < units.size(); ++u) all += count[u] * c[u] * of_unit[u];
        for (std::size_t u = 0; u < units.size(); ++u) {
          moved[u] += rows * count[u] * c[u] * (sum * of_unit[u] - all);
        }
      }
      for (std::size_t v = 0; v < x.size(); ++v) {
        const std::size_t u = problem_.unknowns_[v].unit;
        image[v] = share_[v] * (moved[u] + expected_[u] * (x[v] - of_unit[u]));
      }
      return image;
    }

    Vector diagonal;

   private:
    struct Factors {
      Vector of_unit;
      double sum = 0;
    };
    static Factors factors(const std::vector<std::uint32_t>& count, const Vector& chance) {
      Factors f{Vector(count.size(), 0.0), 0};
      double variance = 0;
      for (std::size_t u = 0; u < count.size(); ++u) {
        variance += count[u] * chance[u] * (1 - chance[u]);
      }
      f.sum = std::sqrt(variance);
      for (int round = 0; round < 30; ++round) {
        double sum = 0;
        for (std::size_t u = 0; u < count.size(); ++u) {
          const double v = chance[u] * (1 - chance[u]);
          // The smaller root of c (sum - c) = v, and no more than half the sum.
          const double root = std::sqrt(std::max(0.0, f.sum * f.sum / 4 - v));
          f.of_unit[u] = f.sum / 2 + root > 0 ? v / (f.sum / 2 + root) : 0;
          sum += count[u] * f.of_unit[u];
        }
        const bool settled = std::abs(sum - f.sum) <= 1e-9 * f.sum;
        f.sum = (f.sum + sum) / 2;  // the new sum alone would swing about the right one
        if (settled) break;
      }
      return f;
    }

    const Problem& problem_;
    Vector share_, expected_;    // by unknown; by unit, of all of its class
    std::vector<double> dense_;  // covariances of units, where there are few
    std::vector<Factors> rows_;  // else
  };

  const BicmClasses& classes_;
  ChunkedLoop loop_;
  std::vector<std::size_t> rows_;
  std::vector<std::uint32_t> ones_;
  std::vector<Unit> units_;
  std::vector<Unknown> unknowns_;
  std::vector<std::vector<std::uint32_t>> count_;  // by open row class and unit: units it knows
};

// Halves the step until the likelihood grows. Where rounding hides that, the step is taken as it
// is, unless the residual grows by far.
bool advance(const Problem& problem, const Vector& step, Problem::State& state) {
  double longest = 0;
  for (const double x : step) longest = std::max(longest, std::abs(x));
  const double slope = dot(state.gradient, step);
  const double rounding = 1e-13 * std::abs(state.likelihood);
  double length = longest > longest_step ? longest_step / longest : 1;
  for (int halving = 0; halving < 40; ++halving, length /= 2) {
    Vector next = state.at;
    for (std::size_t v = 0; v < next.size(); ++v) next[v] += length * step[v];
    Problem::State tried = problem.evaluate(std::move(next));
    const bool accepted = length * slope > rounding
                              ? tried.likelihood >= state.likelihood + 1e-4 * length * slope
                              : tried.residual < 4 * state.residual;
    if (!accepted) continue;
    state = std::move(tried);
    return true;
  }
  return false;
}

}  // namespace

RowOddsSolution solve_row_odds(const BicmClasses& classes, const BicmPeel& peel, unsigned threads,
                               const std::stop_token& stop) {
  RowOddsSolution solution;
  solution.odds.assign(classes.units.size(), {0, 0});
  const Problem problem(classes, peel, {.count = 0, .chunk = 4, .threads = threads, .stop = stop});
  if (problem.empty()) return solution;
  Problem::State state = problem.evaluate(problem.start());
  Vector best = state.at;
  solution.residual = state.residual;
  // Near the end the residual may rise once more before it falls; when it no longer does, what is
  // left is rounding.
  for (int idle = 0; solution.residual > wanted_residual && solution.steps < most_steps &&
                     idle < (solution.residual < good_residual ? 4 : 20);
       ++idle) {
    if (!advance(problem, problem.newton_step(state), state)) break;
    ++solution.steps;
    if (!(state.residual < solution.residual)) continue;
    idle = 0;
    best = state.at;
    solution.residual = state.residual;
  }
  problem.store(best, solution.odds);
  return solution;
}

}  // namespace entente::bipartite
