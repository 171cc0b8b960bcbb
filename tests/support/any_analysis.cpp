// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "engine/analysis/run.hpp"

namespace entente::test {
namespace {

const Column* column_of(const Table& table, std::string_view name) {
  for (const Column& column : table.columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

// Numbers of groups depend on the numbers of the nodes: the column whose numbers they are.
std::string kind_of_group(const Table& table, const Column& column) {
  if (!std::holds_alternative<std::vector<std::int64_t>>(column.cells)) return "";
  const bool by_node = column_of(table, "node") != nullptr;
  if (column.name == "group") return "group";
  if (column.name == "component" || (by_node && column.name == "components")) return "component";
  return "";
}

std::string text_of_partition(const Table& table, std::size_t row) {
  const Column* partition = column_of(table, "partition");
  const auto* numbers =
      partition == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&partition->cells);
  return numbers == nullptr ? "" : std::to_string((*numbers)[row]);
}

using GroupNames = std::map<std::string, std::string>;
std::string group_key(const Table& table, const std::string& kind, std::size_t row,
                      std::int64_t group) {
  return kind + '/' + text_of_partition(table, row) + '/' + std::to_string(group);
}

GroupNames group_names(const Result& result) {
  GroupNames names;
  for (const Table& table : result.tables) {
    const Column* node = column_of(table, "node");
    if (node == nullptr || !std::holds_alternative<std::vector<Vertex>>(node->cells)) continue;
    const auto& vertices = std::get<std::vector<Vertex>>(node->cells);
    for (const Column& column : table.columns) {
      const std::string kind = kind_of_group(table, column);
      if (kind.empty()) continue;
      const auto& groups = std::get<std::vector<std::int64_t>>(column.cells);
      for (std::size_t row = 0; row < groups.size(); ++row) {
        const std::string& label = result.view.label(vertices[row]);
        auto& name = names.emplace(group_key(table, kind, row, groups[row]), label).first->second;
        name = std::min(name, label);
      }
    }
  }
  return names;
}

double number(const Cells& cells, std::size_t row) {
  if (const auto* reals = std::get_if<std::vector<double>>(&cells)) return (*reals)[row];
  return double(std::get<std::vector<std::int64_t>>(cells)[row]);
}

std::string text(const Cells& cells, std::size_t row, const View& view) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&cells)) {
    const auto vertex = view.find((*texts)[row]);  // some tables have keys as texts
    return vertex ? view.label(*vertex) : (*texts)[row];
  }
  const Vertex v = std::get<std::vector<Vertex>>(cells)[row];
  return v == no_item ? "" : view.label(v);
}

std::string exchanged(const std::string& name, const WordPairs& pairs) {
  std::string result;
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find('_', begin), name.size());
    std::string_view word = std::string_view(name).substr(begin, end - begin);
    for (const auto& [one, other] : pairs) {
      if (word == one || word == other) {
        word = word == one ? other : one;
        break;
      }
    }
    if (begin > 0) result += '_';
    result += word;
    begin = end + 1;
  }
  return result;
}

// Where the ends of a pair change places, so do the numbers of each end.
std::size_t partner(const Table& table, std::size_t column) {
  const std::string name =
      exchanged(table.columns[column].name, {{"source", "target"}, {"a", "b"}});
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == name) return c;
  }
  return column;
}

bool ends_in_wrong_order(const Result& result, const Table& table, std::size_t row) {
  for (const auto& [one, other] : {std::pair{"source", "target"}, std::pair{"a", "b"}}) {
    const Column *a = column_of(table, one), *b = column_of(table, other);
    if (a == nullptr || b == nullptr) continue;
    if (result.view.directed() && a->name == "source") return false;
    return text(b->cells, row, result.view) < text(a->cells, row, result.view);
  }
  return false;
}

NamedTable named(const Result& result, const Table& table, const GroupNames& groups) {
  NamedTable answer{table.name, {}};
  for (std::size_t row = 0; row < row_count(table); ++row) {
    const bool swap = ends_in_wrong_order(result, table, row);
    NamedTable::Names names;
    NamedTable::Numbers numbers;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::string& name = table.columns[c].name;
      const Cells& cells = table.columns[swap ? partner(table, c) : c].cells;
      const std::string kind = kind_of_group(table, table.columns[c]);
      if (!kind.empty()) {
        const auto found =
            groups.find(group_key(table, kind, row, std::int64_t(number(cells, row))));
        if (found != groups.end()) names[name] = found->second;
      } else if (cells.index() < 2) {
        numbers[name] = number(cells, row);
      } else {
        names[name] = text(cells, row, result.view);
      }
    }
    answer.rows[names].push_back(numbers);
  }
  for (auto& [names, rows] : answer.rows) std::sort(rows.begin(), rows.end());
  return answer;
}

bool equal(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return a == b || std::abs(a - b) <= 1e-10 + 1e-8 * std::max(std::abs(a), std::abs(b));
}

void compare(const NamedTable& a, const NamedTable& b, Rows rows, std::set<std::string>& found) {
  if (rows == Rows::all && a.rows.size() != b.rows.size()) found.insert(a.name);
  for (const auto& [names, numbers] : a.rows) {
    const auto other = b.rows.find(names);
    if (other == b.rows.end() || other->second.size() != numbers.size()) {
      found.insert(a.name);
      continue;
    }
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      for (const auto& [column, value] : numbers[k]) {
        const auto same = other->second[k].find(column);
        if (same == other->second[k].end() || !equal(value, same->second)) {
          found.insert(a.name + '.' + column);
        }
      }
    }
  }
}

}  // namespace

bool takes(const Analysis& analysis, std::string_view parameter) {
  return std::any_of(analysis.params.begin(), analysis.params.end(),
                     [&](const ParamSpec& spec) { return spec.name == parameter; });
}

Params usual_params(const Analysis& analysis, const View& view) {
  Params params;
  for (const ParamSpec& spec : analysis.params) {
    if (spec.file_columns == "node,group") {
      auto table = std::make_shared<NodeTable>();
      table->file = "groups.csv";
      const NodeColumn* groups = view.column("group");
      for (Vertex v = 0; v < view.vertex_count(); ++v) {
        table->rows.emplace_back(view.key(v), groups == nullptr ? "all" : groups->text(v));
      }
      params[spec.name] = FileTable(std::move(table));
    } else if (spec.name == "samples" || spec.name == "modularity_samples") {
      const std::int64_t usual = std::get<std::int64_t>(spec.fallback);
      params[spec.name] = std::min(usual, std::max<std::int64_t>(20, std::int64_t(spec.low)));
    }
  }
  return params;
}

Expected<Result> usual_run(const Analysis& analysis, const View& view, const Params& changed,
                           unsigned threads) {
  Params params = usual_params(analysis, view);
  for (const auto& [name, value] : changed) params[name] = value;
  Context context;
  context.threads = threads;
  context.effort = Effort::quick;
  return run(analysis, view, params, context);
}

Answer by_name(const Result& result) {
  const GroupNames groups = group_names(result);
  Answer answer;
  for (const Table& table : result.tables) answer.push_back(named(result, table, groups));
  return answer;
}

Answer exchanged(const Answer& answer, const WordPairs& words) {
  Answer result;
  for (const NamedTable& table : answer) {
    NamedTable& other = result.emplace_back(NamedTable{table.name, {}});
    for (const auto& [names, rows] : table.rows) {
      // A name without a counterpart, such as left_out, means something else.
      const auto renamed = [&](const std::string& column, const auto& columns) {
        const std::string counterpart = exchanged(column, words);
        return columns.contains(counterpart) ? counterpart : column;
      };
      NamedTable::Names new_names;
      for (const auto& [column, text] : names) {
        new_names[renamed(column, names)] = exchanged(text, words);
      }
      auto& added = other.rows[new_names];
      for (const auto& numbers : rows) {
        NamedTable::Numbers& row = added.emplace_back();
        for (const auto& [column, value] : numbers) row[renamed(column, numbers)] = value;
      }
      std::sort(added.begin(), added.end());
    }
  }
  return result;
}

void multiply(Answer& answer, std::string_view column, double factor) {
  for (NamedTable& table : answer) {
    for (auto& [names, rows] : table.rows) {
      for (auto& numbers : rows) {
        for (auto& [name, value] : numbers) {
          if (table.name + '.' + name == column) value *= factor;
        }
      }
    }
  }
}

std::set<std::string> differences(const Answer& a, const Answer& b, Rows rows) {
  std::set<std::string> found;
  for (std::size_t t = 0; t < a.size(); ++t) {
    if (t >= b.size() || a[t].name != b[t].name) {
      found.insert(a[t].name);
    } else {
      compare(a[t], b[t], rows, found);
    }
  }
  return found;
}

std::set<std::string> without(std::set<std::string> found, std::string_view analysis,
                              const std::vector<Exception>& exceptions) {
  for (const Exception& exception : exceptions) {
    if (find_analysis(exception.analysis) == nullptr) {
      throw std::logic_error(fmt::format("no analysis {}", exception.analysis));
    }
    if (exception.analysis != analysis) continue;
    for (const std::string_view column : exception.columns) {
      std::erase_if(found, [&](const std::string& name) {
        return column.empty() || name == column || name.substr(0, name.find('.')) == column;
      });
    }
  }
  return found;
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace entente::test
