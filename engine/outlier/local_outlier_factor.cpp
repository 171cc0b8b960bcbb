// SPDX-License-Identifier: Apache-2.0
// Points that lie in a thinner place than their neighbours do.
//
//   neighbours N of p   all points not farther from p than its k-th nearest one: k-distance(p)
//   reach(p, o)         max(k-distance(o), distance(p, o))
//   density(p)          1 / (mean of reach(p, o) over o in N(p) + 1e-10)
//   local_outlier_factor(p)   mean of density(o) over o in N(p), divided by density(p)
//
// About 1 inside of a cluster, larger where a point stands apart.
//
// Input    a table with the column id and further ones of numbers: coordinates, all of one scale.
// Options  k: neighbours, at most one less than there are points.
// Output   one row for each point. Points that coincide have 1.
// Cost     O(points^2 columns); memory O(points).
// Method   Breunig, Kriegel, Ng and Sander (2000), doi:10.1145/342009.335388; the 1e-10 keeps the
//          density of more than k coinciding points finite.
// Differs  from programs that keep exactly k neighbours where several are equally far away.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/table_columns.hpp"
#include "engine/base/sum.hpp"

namespace entente::outlier {
namespace {

constexpr std::size_t most_points = 100'000;
constexpr double largest = 1e150;  // squares and their sums stay finite

struct Options {
  std::int64_t k = 20;
  static auto fields() {
    return std::tuple{integer("k", &Options::k, 1, 1e6, "how many nearest points are compared")};
  }
};

class Points {
 public:
  Points(std::size_t count, std::vector<std::vector<double>> columns)
      : count_(count), dimensions_(columns.size()), places_(count * columns.size()) {
    for (std::size_t d = 0; d < dimensions_; ++d) {
      for (std::size_t p = 0; p < count; ++p) places_[p * dimensions_ + d] = columns[d][p];
    }
  }
  std::size_t count() const noexcept { return count_; }

  // From p to every point; itself is infinitely far away.
  void distances(std::size_t p, std::vector<double>& to) const {
    to.resize(count_);
    for (std::size_t o = 0; o < count_; ++o) {
      double squares = 0;
      for (std::size_t d = 0; d < dimensions_; ++d) {
        const double apart = places_[p * dimensions_ + d] - places_[o * dimensions_ + d];
        squares += apart * apart;
      }
      to[o] = std::sqrt(squares);
    }
    to[p] = std::numeric_limits<double>::infinity();
  }

 private:
  std::size_t count_, dimensions_;
  std::vector<double> places_;  // by point
};

Expected<Points> read_points(const TextTable& table) {
  Diagnostics problems;
  std::vector<std::vector<double>> columns;
  for (const std::string& name : table.header) {
    if (name == "id") continue;
    auto numbers = number_column(table, name, -largest, largest);
    if (numbers) {
      columns.push_back(*std::move(numbers));
    } else {
      problems.insert(problems.end(), numbers.error().begin(), numbers.error().end());
    }
  }
  if (problems.empty() && columns.empty()) {
    problems.push_back(error("O111", "the table has no column of numbers",
                             "each column beside id is a coordinate", {table.file, 1, 0}));
  }
  if (table.rows.size() > most_points) {
    problems.push_back(error("O112",
                             fmt::format("{} points are more than 100 thousand", table.rows.size()),
                             "take fewer: the cost grows with their square"));
  }
  if (!problems.empty()) return problems;
  return Points(table.rows.size(), std::move(columns));
}

struct Factors {
  std::vector<double> factor;
  std::vector<std::int64_t> neighbours;
};

// k is at least 1 and less than the number of points.
Factors local_outlier_factors(const Points& points, std::size_t k, const Context& context) {
  const std::size_t n = points.count();
  // Distances on a grid differ by rounding alone.
  std::vector<double> k_distance(n), bound(n), density(n);
  Factors result{std::vector<double>(n), std::vector<std::int64_t>(n)};
  const auto for_points = [&](double step, auto&& body) {
    for_chunks(context.loop(n, 32), [&](std::size_t begin, std::size_t end) {
      std::vector<double> to;
      for (std::size_t p = begin; p < end; ++p) {
        context.check_stop();
        points.distances(p, to);
        body(p, to);
      }
    });
    context.report("neighbours", step, 3);
  };
  for_points(1, [&](std::size_t p, std::vector<double>& to) {
    const auto kth = to.begin() + std::ptrdiff_t(k) - 1;
    std::nth_element(to.begin(), kth, to.end());
    k_distance[p] = *kth;
    bound[p] = *kth * (1 + 1e-12);
  });
  for_points(2, [&](std::size_t p, const std::vector<double>& to) {
    Sum reach;
    for (std::size_t o = 0; o < n; ++o) {
      if (!(to[o] <= bound[p])) continue;
      ++result.neighbours[p];
      reach += std::max(k_distance[o], to[o]);
    }
    density[p] = 1 / (reach.value() / double(result.neighbours[p]) + 1e-10);
  });
  for_points(3, [&](std::size_t p, const std::vector<double>& to) {
    Sum around;
    for (std::size_t o = 0; o < n; ++o) {
      if (to[o] <= bound[p]) around += density[o];
    }
    result.factor[p] = around.value() / double(result.neighbours[p]) / density[p];
  });
  return result;
}

Expected<Outcome> run(const TextTable& table, const Params& params, const Context& context) {
  const auto asked = static_cast<std::size_t>(bind<Options>(params).k);
  auto ids = id_column(table, "id");
  auto points = read_points(table);
  if (!ids || !points) {
    Diagnostics problems;
    if (!ids) problems = ids.error();
    if (!points) problems.insert(problems.end(), points.error().begin(), points.error().end());
    return problems;
  }
  const std::size_t n = points->count();
  Outcome outcome;
  Factors found;
  if (n > 1) {
    if (asked >= n) {
      outcome.notes.push_back(
          note("O113", fmt::format("only {} other points: k is {}, not {}", n - 1, n - 1, asked)));
    }
    found = local_outlier_factors(*points, std::min(asked, n - 1), context);
  } else if (n == 1) {
    found = {{std::numeric_limits<double>::quiet_NaN()}, {0}};
    outcome.notes.push_back(note("O114", "a single point has no neighbours to compare it with"));
  }
  outcome.tables.push_back(
      {"points",
       "How thin the place of each point is",
       {{"id", "", "of the point", *std::move(ids)},
        {"local_outlier_factor", "", "about 1 inside of a cluster", std::move(found.factor)},
        {"neighbours", "points", "within its k-distance", std::move(found.neighbours)}}});
  return outcome;
}

}  // namespace

Analysis local_outlier_factor() {
  return {
      .method = {.id = "local-outlier-factor",
                 .title = "Local outlier factor",
                 .formula = "mean density of the neighbours / density; density 1 / (mean of "
                            "max(k-distance(o), distance) + 1e-10)",
                 .convention = "input is a table with id and columns of numbers; Euclidean, not "
                               "scaled; neighbours are all points within the k-distance, ties "
                               "included; k = 20, and n - 1 where there are fewer points",
                 .cost = "O(points^2 columns)",
                 .citations = {{"M. M. Breunig, H.-P. Kriegel, R. T. Ng and J. Sander (2000), LOF: "
                                "identifying density-based local outliers, SIGMOD",
                                "10.1145/342009.335388"}}},
      .params = describe<Options>(),
      .on_table = run};
}

}  // namespace entente::outlier
