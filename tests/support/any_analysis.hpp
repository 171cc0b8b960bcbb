// SPDX-License-Identifier: Apache-2.0
// Runs any analysis of the registry, and tells its answers by the labels of the nodes, so that they
// can be compared between graphs whose nodes have other numbers.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/registry.hpp"

namespace entente::test {

// What an analysis must be told: a partition is the property `group` of the nodes, and as few draws
// as it allows. The rest are its defaults.
Params usual_params(const Analysis& analysis, const View& view);
// With usual_params, but for what `changed` says.
Expected<Result> usual_run(const Analysis& analysis, const View& view, const Params& changed = {},
                           unsigned threads = 1);
bool takes(const Analysis& analysis, std::string_view parameter);

// Rows are found by what is no number: labels, texts, and the groups, which go by their smallest
// label. Ends of undirected edges and pairs are in the order of their labels.
struct NamedTable {
  using Names = std::map<std::string, std::string>;  // by column
  using Numbers = std::map<std::string, double>;     // by column
  std::string name;
  std::map<Names, std::vector<Numbers>> rows;
};
using Answer = std::vector<NamedTable>;
Answer by_name(const Result& result);

// Columns whose names have one of the words, as in_degree has "in", get the other one where there
// is a column of that name, and so do texts.
using WordPairs = std::vector<std::pair<std::string_view, std::string_view>>;
Answer exchanged(const Answer& answer, const WordPairs& words);

// Multiplies a column ("nodes.degree") where there is one.
void multiply(Answer& answer, std::string_view column, double factor);

enum class Rows { all, of_the_first };  // of_the_first: b may have further ones
// The columns ("nodes.degree") in which the answers differ by more than rounding, and the tables
// ("nodes") that have other rows.
std::set<std::string> differences(const Answer& a, const Answer& b, Rows rows = Rows::all);

// Columns in which an analysis may differ, and why; "nodes" stands for all columns of that table,
// and for its rows; "" for all that it answers.
struct Exception {
  std::string_view analysis;
  std::vector<std::string_view> columns;
  std::string_view reason;
};
std::set<std::string> without(std::set<std::string> found, std::string_view analysis,
                              const std::vector<Exception>& exceptions);

std::string joined(const std::set<std::string>& words);

}  // namespace entente::test
