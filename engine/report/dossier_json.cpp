// SPDX-License-Identifier: Apache-2.0
#include "engine/io/json.hpp"
#include "engine/report/dossier_text.hpp"
#include "engine/report/json.hpp"
#include "engine/report/study_json.hpp"

namespace entente {
namespace {

void write_node(io::JsonWriter& json, const KnowledgeGraph& graph, NodeId id) {
  const Node& node = graph.node(id);
  json.begin_object();
  json.key("id").text(graph.id(id)).key("kind").text(graph.kind(id));
  json.key("label").text(graph.label(id));
  const auto text = [&](const char* key, Text value) { json.key(key).text(graph.text(value)); };
  text("country", node.country);
  text("category", node.category);
  text("aliases", node.aliases);
  text("wikidata", node.wikidata);
  text("website", node.website);
  json.key("from").text(to_text(node.from)).key("until").text(to_text(node.until));
  text("note", node.note);
  json.end_object();
}

const char* silence_word(Silence silence) {
  constexpr const char* words[] = {"absent", "unknown", "impossible"};
  return words[static_cast<std::size_t>(silence)];
}

void write_cell(io::JsonWriter& json, const Dossier& dossier) {
  json.begin_object().key("known").boolean(dossier.known).key("stance");
  if (dossier.known && dossier.stance != no_stance) {
    json.number(std::int64_t{dossier.stance});
  } else {
    json.null();
  }
  json.key("only_possible").boolean(dossier.only_possible).key("silence");
  if (dossier.silence) {
    json.text(silence_word(dossier.silence->silence));
  } else {
    json.null();
  }
  json.key("why").begin_array();
  if (dossier.silence) {
    for (const std::string& why : dossier.silence->why) json.text(why);
  }
  json.end_array().end_object();
}

}  // namespace

std::string dossier_json(const KnowledgeGraph& graph, const Dossier& dossier) {
  std::string text;
  io::JsonWriter json(text);
  json.begin_object().key("node");
  write_node(json, graph, dossier.node);
  json.key("other");
  if (dossier.other) {
    write_node(json, graph, *dossier.other);
  } else {
    json.null();
  }
  const Projection& asked = dossier.projection;
  json.key("as_of").text(to_text(*asked.as_of));
  json.key("dates").text(asked.certain_dates ? "certain" : "possible");
  write_filters(json, asked);
  const auto count = [&](const char* key, std::size_t number) {
    json.key(key).number(static_cast<std::int64_t>(number));
  };
  count("claims", dossier.claims);
  count("left_out", dossier.left_out);
  count("overruled", dossier.overruled);
  count("retracted", dossier.retracted);
  json.key("cell");
  if (dossier.is_cell) {
    write_cell(json, dossier);
  } else {
    json.null();
  }
  json.key("tables").begin_array();
  write_table(json, claims_table(graph, dossier), View());
  json.end_array().end_object();
  return text + '\n';
}

}  // namespace entente
