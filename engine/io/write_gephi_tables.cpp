// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gephi_tables.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/ascii_lower.hpp"
#include "engine/base/date.hpp"
#include "engine/base/list_text.hpp"
#include "engine/io/csv_field.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/element_times.hpp"
#include "engine/io/gephi_rules.hpp"
#include "engine/io/gexf_list.hpp"
#include "engine/io/written_ids.hpp"

namespace entente::io {
namespace {

// Gephi's form: <[2018-11-12, 2020-01-01]; [2021-01-01, Infinity]>
std::string timeset(const std::vector<Spell>& spells) {
  std::string text;
  for (const Spell& spell : spells) {
    text += text.empty() ? "<[" : "; [";
    text += spell.start.empty() ? "-Infinity" : spell.start;
    text += ", ";
    text += spell.end.empty() ? "Infinity" : spell.end;
    text += ']';
  }
  return text.empty() ? text : text + '>';
}

// Whether Gephi's import takes the column for moments in time: all its texts are months or days.
bool is_moments(const Attribute& attribute) {
  const auto* texts = std::get_if<std::vector<std::string>>(&attribute.values);
  if (texts == nullptr || attribute.is_list) return false;
  constexpr std::size_t month = 7;  // the size of 2018-11; a year alone is a number
  bool any = false;
  for (std::size_t i = 0; i < texts->size(); ++i) {
    const std::string& text = (*texts)[i];
    if (!attribute.has(i) || text.empty()) continue;
    const bool is_date = text.size() >= month && text[0] >= '0' && text[0] <= '9';
    if (!is_date || !parse_date(text)) return false;
    any = true;
  }
  return any;
}

// The columns of one table that stand behind those with a meaning.
class Others {
 public:
  Others(const std::vector<Attribute>& attributes, bool of_edges, ExportReport& report)
      : report_(report), times_(attributes) {
    std::set<std::string> taken = {"id",     "label",  "timeset", "interval",
                                   "source", "target", "type",    "weight"};
    if (of_edges) taken.insert("kind");
    for (const Attribute& attribute : attributes) {
      const bool has_own_column =
          attribute.name == "label" || (of_edges && attribute.name == "weight");
      if (has_own_column) continue;
      std::string name = attribute.name;
      if (taken.count(ascii_lower(name)) != 0) name.insert(0, of_edges ? "edge_" : "node_");
      for (int number = 2; !taken.insert(ascii_lower(name)).second; ++number)
        name = attribute.name + '_' + std::to_string(number);
      if (name != attribute.name) report.renamed_attributes.emplace_back(attribute.name, name);
      columns_.emplace_back(std::move(name), &attribute);
    }
  }

  const ElementTimes& times() const noexcept { return times_; }

  void append_names(std::string& out, bool timed) {
    if (timed) out += ",timeset";
    std::string moments;
    for (const auto& [name, attribute] : columns_) {
      out += ',';
      append_csv_field(out, name);
      if (timed && is_moments(*attribute)) moments += (moments.empty() ? "'" : ", '") + name + '\'';
    }
    out += '\n';
    if (!moments.empty())
      report_.remarks.push_back(
          note("E215", "Gephi takes " + moments + " for moments, and then drops the intervals",
               "in its import dialog choose the type String for them, and Intervals as the time"));
  }

  void append_values(std::string& out, std::size_t row, bool timed) {
    if (timed) {
      out += ',';
      append_csv_field(out, timeset(times_.of(row)));
    }
    for (const auto& [name, attribute] : columns_) {
      out += ',';
      append_csv_field(out, value(*attribute, row));
    }
    out += '\n';
  }

 private:
  std::string value(const Attribute& attribute, std::size_t row) {
    const auto* reals = std::get_if<std::vector<double>>(&attribute.values);
    if (reals != nullptr && attribute.has(row) && !std::isfinite((*reals)[row])) {
      ++report_.omitted_numbers;
      return {};
    }
    std::string text = attribute.text(row);
    const bool is_text = std::holds_alternative<std::vector<std::string>>(attribute.values);
    if (is_text && !text.empty()) count_gephi_text(text, {}, report_);
    return attribute.is_list && !text.empty() ? gexf_list(split_list(text)) : text;
  }

  ExportReport& report_;
  ElementTimes times_;
  std::vector<std::pair<std::string, const Attribute*>> columns_;
};

bool has_times(const PropertyGraph& graph) {
  return common_time(ElementTimes(graph.node_attributes), ElementTimes(graph.edge_attributes))
             .format != TimeFormat::none;
}

std::string label_of(const Attribute* label, std::size_t row, ExportReport& report) {
  if (label == nullptr) return {};
  std::string text = label->text(row);
  if (!text.empty()) count_gephi_text(text, {.is_label = true}, report);
  return text;
}

void append_row(std::string& out, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!std::exchange(first, false)) out += ',';
    append_csv_field(out, field);
  }
}

}  // namespace

ExportReport write_gephi_nodes(const PropertyGraph& graph, const Sink& sink) {
  ExportReport report;
  report.nodes = graph.node_ids.size();
  Others others(graph.node_attributes, false, report);
  const bool timed = has_times(graph);
  const Attribute* label = graph.node_attribute("label");
  std::string out = "Id,Label";
  others.append_names(out, timed);
  for (const std::uint32_t v : order_by_id(graph.node_ids)) {
    append_row(out, {graph.node_ids[v], label_of(label, v, report)});
    others.append_values(out, v, timed);
    hand_on(out, sink);
  }
  hand_on(out, sink, 1);
  return report;
}

Expected<ExportReport> write_gephi_edges(const PropertyGraph& graph, const Sink& sink) {
  ExportReport report;
  Diagnostics problems = check_weights(graph, report);
  if (!problems.empty()) return problems;
  report.nodes = graph.node_ids.size();
  report.edges = graph.source.size();
  report.merged_parallels =
      count_parallels(graph, graph.edge_attribute("relation"), OuterBlanks::trimmed);
  Others others(graph.edge_attributes, true, report);
  const bool timed = has_times(graph);
  const Attribute* label = graph.edge_attribute("label");
  const Attribute* weight = graph.edge_attribute("weight");
  const Attribute* relation = graph.edge_attribute("relation");
  std::string out = "Source,Target,Type,Kind,Id,Label,Weight";
  others.append_names(out, timed);
  const std::vector<std::string> ids = unique_ids(graph.edge_ids, report);
  const auto order =
      ids.empty() ? order_by_ends(graph, order_by_id(graph.node_ids)) : order_by_id(ids);
  const std::string_view direction = graph.directed ? "Directed" : "Undirected";
  for (const std::uint32_t e : order) {
    append_row(out, {graph.node_ids[graph.source[e]], graph.node_ids[graph.target[e]], direction,
                     relation == nullptr ? std::string() : relation->text(e),
                     ids.empty() ? std::string_view() : ids[e], label_of(label, e, report),
                     weight == nullptr ? "" : weight->text(e)});
    others.append_values(out, e, timed);
    hand_on(out, sink);
  }
  hand_on(out, sink, 1);
  return report;
}

}  // namespace entente::io
