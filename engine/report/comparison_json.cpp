// SPDX-License-Identifier: Apache-2.0
#include "engine/io/json.hpp"
#include "engine/report/comparison_text.hpp"
#include "engine/report/json.hpp"
#include "engine/report/study_json.hpp"

namespace entente {

const char* word(Effort effort) noexcept {
  constexpr const char* words[] = {"quick", "default", "thorough"};
  return words[static_cast<std::size_t>(effort)];
}

std::string comparison_json(const KnowledgeGraph& graph, const Comparison& comparison,
                            const Context& context) {
  std::string text;
  io::JsonWriter json(text);
  const StanceChanges& found = comparison.stances;
  json.begin_object();
  json.key("data_set").text(graph.name()).key("digest").text(graph.digest());
  json.key("from").text(to_text(found.from)).key("to").text(to_text(found.to));
  json.key("dates").text(found.projection.certain_dates ? "certain" : "possible");
  write_filters(json, found.projection);
  json.key("effort").text(word(context.effort)).key("seed").number(context.seed);
  json.key("groups_among").text(comparison.group_view);
  json.key("adjusted_rand");
  if (comparison.groups.adjusted_rand) {
    json.number(*comparison.groups.adjusted_rand);
  } else {
    json.null();
  }
  json.key("beyond_chance").begin_object();
  json.key("before").boolean(comparison.before.beyond_chance());
  json.key("after").boolean(comparison.after.beyond_chance()).end_object();
  json.key("tables").begin_array();
  for (const Table& table : comparison_tables(graph, comparison)) write_table(json, table, View());
  json.end_array().end_object();
  return text + '\n';
}

}  // namespace entente
