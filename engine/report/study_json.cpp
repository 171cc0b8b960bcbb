// SPDX-License-Identifier: Apache-2.0
#include "engine/report/study_json.hpp"

#include "engine/io/json.hpp"
#include "engine/report/json.hpp"

namespace entente {

void write_filters(io::JsonWriter& json, const Projection& projection) {
  json.key("filters").begin_object();
  json.key("known_by");
  if (projection.known_by) {
    json.text(to_text(*projection.known_by));
  } else {
    json.null();
  }
  const auto list = [&](const char* key, const std::vector<std::string>& words) {
    json.key(key).begin_array();
    for (const std::string& word : words) json.text(word);
    json.end_array();
  };
  list("kinds", projection.actor_kinds);
  list("items", projection.items);
  list("countries", projection.countries);
  list("without", projection.without);
  json.end_object();
}

std::string results_json(const KnowledgeGraph& graph, const Study& study,
                         const std::vector<Table>& tables) {
  std::string text;
  io::JsonWriter json(text);
  json.begin_object();
  json.key("data_set").text(graph.name()).key("digest").text(graph.digest());
  json.key("as_of").text(to_text(study.day));
  json.key("dates").text(study.projection.certain_dates ? "certain" : "possible");
  json.key("projection").text(to_text(study.projection));
  write_filters(json, study.projection);
  json.key("agreement_of_date_choices");
  if (study.agreement_of_date_choices) {
    json.number(*study.agreement_of_date_choices);
  } else {
    json.null();
  }
  json.key("views").begin_array();
  for (const ViewStudy& view : study.views) {
    json.begin_object().key("view").text(view.all.projection.name).key("cautions").begin_array();
    for (const std::string& caution : view.cautions) json.text(caution);
    json.end_array().end_object();
  }
  json.end_array();
  json.key("tables").begin_array();
  for (const Table& table : tables) write_table(json, table, View());
  json.end_array().end_object();
  return text + '\n';
}

std::string manifest_json(const Manifest& manifest) {
  std::string text;
  io::JsonWriter json(text);
  const auto files = [&](const char* key,
                         const std::vector<std::pair<std::string, std::string>>& list) {
    json.key(key).begin_array();
    for (const auto& [file, digest] : list) {
      json.begin_object().key("file").text(file).key("sha256").text(digest).end_object();
    }
    json.end_array();
  };
  json.begin_object();
  json.key("version").text(manifest.version);
  json.key("data_set").text(manifest.data_set).key("data_digest").text(manifest.data_digest);
  files("inputs", manifest.inputs);
  json.key("parameters").begin_object();
  json.key("projection").text(to_text(manifest.projection));
  write_filters(json, manifest.projection);
  json.key("effort").text(manifest.effort);
  json.key("seed").number(manifest.seed).end_object();
  json.key("overruled_claims").number(std::uint64_t{manifest.overruled_claims});
  files("outputs", manifest.outputs);
  json.key("seconds").begin_object();
  for (const auto& [step, seconds] : manifest.seconds) json.key(step).number(seconds);
  json.end_object().end_object();
  return text + '\n';
}

}  // namespace entente
