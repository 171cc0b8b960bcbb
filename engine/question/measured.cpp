// SPDX-License-Identifier: Apache-2.0
#include "engine/question/measured.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/base/assert.hpp"
#include "engine/question/evidence.hpp"
#include "engine/study/words.hpp"

namespace entente {
namespace {

// The value column of a table about nodes as reals; empty where there is none.
std::vector<double> values_of(const Table& table) {
  if (table.columns.size() < 2 || table.columns.front().name != "node") return {};
  const Cells& cells = table.columns[1].cells;
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&cells))
    return {whole->begin(), whole->end()};
  if (const auto* reals = std::get_if<std::vector<double>>(&cells)) return *reals;
  return {};
}

// Vertices become their keys, since an answer has no View; a table about nodes is ordered by value.
Table with_keys(Table table, const View& view) {
  std::vector<std::size_t> order;
  if (const auto values = values_of(table); !values.empty()) {
    order.resize(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto end = std::stable_partition(order.begin(), order.end(),
                                           [&](std::size_t v) { return !std::isnan(values[v]); });
    std::stable_sort(order.begin(), end,
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  }
  for (Column& column : table.columns) {
    std::visit(
        [&](auto& cells) {
          auto sorted = cells;
          for (std::size_t k = 0; k < order.size(); ++k) sorted[k] = cells[order[k]];
          cells = std::move(sorted);
        },
        column.cells);
    const auto* vertices = std::get_if<std::vector<Vertex>>(&column.cells);
    if (vertices == nullptr) continue;
    std::vector<std::string> keys;
    for (const Vertex v : *vertices) keys.push_back(v == no_item ? "" : view.key(v));
    column.cells = std::move(keys);
  }
  return table;
}

}  // namespace

Diagnostics add_measured(const Question& question, const Inquiry& inquiry, Finding& finding) {
  const TwoMode two_mode = project_two_mode(inquiry.graph, inquiry.projection);
  if (two_mode.view.edge_count() == 0) {
    finding = cannot_tell("nobody takes a stance in the view");
    return {};
  }
  const Words words(inquiry.graph);
  for (const MethodCall& call : question.methods) {
    const Analysis* const analysis = find_analysis(call.id);
    ENTENTE_ASSERT(analysis != nullptr);
    const auto result = run(*analysis, two_mode.view, call.params, inquiry.context);
    if (!result) return result.error();
    const auto values = values_of(result->tables.front());
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < values.size(); ++v) {
      if (!std::isnan(values[v])) order.push_back(v);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    std::vector<std::string> names;
    for (std::size_t k = 0; k < order.size() && k < 3; ++k) {
      names.push_back(
          fmt::format("{} ({:.3g})", words.node(two_mode.node[order[k]]), values[order[k]]));
    }
    finding.slots[call.id] = join(names);
    std::vector<std::string> leaders;
    for (std::size_t k = 0; k < names.size(); ++k)
      leaders.emplace_back(inquiry.graph.id(two_mode.node[order[k]]));
    std::sort(leaders.begin(), leaders.end());
    finding.stated.push_back({call.id, fmt::format("{}", fmt::join(leaders, "|")),
                              fmt::format("first by {}: {}", call.id, join(names))});
    if (finding.headline.empty() && !order.empty()) {
      const NodeId first = two_mode.node[order.front()];
      finding.headline = "first: " + std::string(inquiry.graph.id(first));
      if (!inquiry.brief) {
        finding.claims = claims_behind(two_mode, [&](const Stand& stand) {
          return stand.actor == first || stand.item == first;
        });
      }
    }
    if (inquiry.brief) continue;
    for (const Table& table : result->tables) {
      Table shown = with_keys(table, result->view);
      shown.name = call.id + (table.name.empty() ? "" : "." + table.name);
      finding.tables.push_back(std::move(shown));
    }
    for (const Diagnostic& note : result->notes)
      finding.missing.push_back(call.id + ": " + note.message);
  }
  if (!inquiry.brief && question.part.empty()) finding.missing = unseen(inquiry.graph, two_mode);
  return {};
}

}  // namespace entente
