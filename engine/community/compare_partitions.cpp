// SPDX-License-Identifier: Apache-2.0
// How alike two partitions of the same nodes are.
//
//   nmi           2 I / (H_a + H_b)                     1 if both are trivial and equal
//   ari           (sum C(n_ij, 2) - E) / (mean of the margins' sums - E), E = product / C(n, 2)
//   ami           (I - E[I]) / ((H_a + H_b) / 2 - E[I]), over random tables with these margins
//   vi            H_a + H_b - 2 I, in nats
//   homogeneity   1 - H(a | b) / H_a: each group of b within one of a; 1 if H_a = 0
//   completeness  1 - H(b | a) / H_b: each group of a within one of b; 1 if H_b = 0
//
// Input    a table with the columns node, a, b; rows without a or b are left out and counted.
// Output   one row. Equal partitions have 1 everywhere and vi 0.
// Cost     O(rows log rows), and O(groups_a groups_b + rows sqrt(rows)) or so for E[I].
// Method   Hubert and Arabie (1985), doi:10.1007/BF01908075; Vinh, Epps and Bailey (2010), JMLR 11;
//          Meila (2007), doi:10.1016/j.jmva.2006.11.013; Rosenberg and Hirschberg (2007)
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "engine/analysis/analysis.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/partition_comparison.hpp"

namespace entente::community {
namespace {

// How many groups have each size: E[I] depends on sizes alone.
std::map<std::int64_t, double> sizes(const std::vector<std::int64_t>& margin) {
  std::map<std::int64_t, double> count;
  for (const std::int64_t n : margin) count[n] += 1;
  return count;
}

double expected_information(const Contingency& table, const Context& context) {
  const std::int64_t n = table.vertices;
  std::vector<double> log_factorial(std::size_t(n) + 1, 0);
  Sum logs;
  for (std::int64_t k = 2; k <= n; ++k) {
    logs += std::log(double(k));
    log_factorial[std::size_t(k)] = logs.value();
  }
  const auto lf = [&](std::int64_t k) { return log_factorial[std::size_t(k)]; };
  Sum sum;
  for (const auto& [a, groups_a] : sizes(table.a)) {
    for (const auto& [b, groups_b] : sizes(table.b)) {
      context.check_stop();
      Sum of_pair;
      const double fixed = lf(a) + lf(b) + lf(n - a) + lf(n - b) - lf(n);
      for (std::int64_t k = std::max<std::int64_t>(1, a + b - n); k <= std::min(a, b); ++k) {
        const double chance = std::exp(fixed - lf(k) - lf(a - k) - lf(b - k) - lf(n - a - b + k));
        of_pair += double(k) / double(n) *
                   std::log(double(n) * double(k) / (double(a) * double(b))) * chance;
      }
      sum += groups_a * groups_b * of_pair.value();
    }
  }
  return sum.value();
}

double adjusted_information(const Contingency& table, double information, double mean_entropy,
                            const Context& context) {
  if (table.equal()) return 1;
  const double expected = expected_information(table, context);
  const double room = mean_entropy - expected;
  // Without room every table with these margins has the same information.
  return std::abs(room) < 1e-14 ? 0 : (information - expected) / room;
}

std::optional<std::size_t> column_named(const TextTable& table, std::string_view name) {
  const auto at = std::find(table.header.begin(), table.header.end(), name);
  if (at == table.header.end()) return std::nullopt;
  return std::size_t(at - table.header.begin());
}

// Groups numbered in the order of their names.
std::vector<std::uint32_t> numbered(const std::vector<std::string>& names) {
  std::map<std::string, std::uint32_t> number;
  for (const std::string& name : names) number.emplace(name, 0);
  std::uint32_t next = 0;
  for (auto& [name, place] : number) place = next++;
  std::vector<std::uint32_t> groups;
  for (const std::string& name : names) groups.push_back(number.at(name));
  return groups;
}

Expected<Contingency> count(const TextTable& table, Diagnostics& notes) {
  Diagnostics problems;
  for (const char* name : {"node", "a", "b"}) {
    if (column_named(table, name)) continue;
    problems.push_back(error("A310", "the table has no column '" + std::string(name) + "'",
                             "its header is node,a,b", {table.file, 1, 0}));
  }
  if (!problems.empty()) return problems;
  const std::size_t node = *column_named(table, "node"), a = *column_named(table, "a"),
                    b = *column_named(table, "b");
  std::vector<std::string> names_a, names_b;
  std::set<std::string> seen;
  std::int64_t blank = 0;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    if (!seen.insert(row[node]).second) {
      problems.push_back(error("A311", "'" + row[node] + "' stands in the table twice", "keep one",
                               {table.file, table.lines[r], 0}));
    }
    if (row[a].empty() || row[b].empty()) {
      ++blank;
      continue;
    }
    names_a.push_back(row[a]);
    names_b.push_back(row[b]);
  }
  if (!problems.empty()) return problems;
  if (blank > 0) {
    notes.push_back(note("A312", std::to_string(blank) + " rows without a group were left out"));
  }
  return contingency(numbered(names_a), numbered(names_b));
}

Expected<Outcome> run(const TextTable& text, const Params&, const Context& context) {
  Outcome outcome;
  const auto counted = count(text, outcome.notes);
  if (!counted) return counted.error();
  const Contingency& table = *counted;
  const double of_a = entropy(table.a, table.vertices), of_b = entropy(table.b, table.vertices);
  const double shared = mutual_information(table);
  const double mean = (of_a + of_b) / 2;
  const auto column = [](const char* name, const char* unit, double value) {
    return Column{name, unit, "", std::vector{value}};
  };
  outcome.tables.push_back(
      {"comparison",
       "How alike the partitions are",
       {column("nmi", "", mean == 0 ? 1 : shared / mean), column("ari", "", adjusted_rand(table)),
        column("ami", "", adjusted_information(table, shared, mean, context)),
        column("vi", "nats", variation_of_information(table)),
        column("homogeneity", "", of_a == 0 ? 1 : shared / of_a),
        column("completeness", "", of_b == 0 ? 1 : shared / of_b)}});
  return outcome;
}

}  // namespace

Analysis compare_partitions() {
  return {
      .method = {.id = "compare-partitions",
                 .title = "Comparison of two partitions",
                 .formula = "nmi 2I/(H_a + H_b); ari Hubert and Arabie; ami (I - E[I]) / ((H_a + "
                            "H_b)/2 - E[I]); vi H_a + H_b - 2I; homogeneity I/H_a; completeness "
                            "I/H_b",
                 .convention = "natural logarithms; nmi and ami divide by the mean entropy; equal "
                               "partitions have 1; homogeneity and completeness are 1 where their "
                               "entropy is 0; a stands for the classes, b for the groups found",
                 .cost = "O(rows log rows), and one sum per pair of group sizes for ami",
                 .citations = {{"L. Hubert and P. Arabie (1985), Comparing partitions, Journal of "
                                "Classification 2",
                                "10.1007/BF01908075"},
                               {"N. X. Vinh, J. Epps and J. Bailey (2010), Information theoretic "
                                "measures for clusterings comparison, Journal of Machine Learning "
                                "Research 11",
                                ""},
                               {"M. Meila (2007), Comparing clusterings: an information based "
                                "distance, Journal of Multivariate Analysis 98",
                                "10.1016/j.jmva.2006.11.013"}}},
      .params = describe<NoOptions>(),
      .on_table = run};
}

}  // namespace entente::community
