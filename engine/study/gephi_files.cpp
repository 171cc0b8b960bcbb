// SPDX-License-Identifier: Apache-2.0
#include "engine/study/gephi_files.hpp"

#include <algorithm>
#include <map>

#include "engine/base/assert.hpp"
#include "engine/graph/force_atlas.hpp"
#include "engine/projection/graph_file.hpp"
#include "engine/study/membership.hpp"
#include "engine/study/picture.hpp"

namespace entente {
namespace {

// Colours are one scale over the views: states' coalitions first, then companies', then the rest.
// An actor that stands alone has none.
class Palette {
 public:
  explicit Palette(const Study& study) : study_(study) {
    std::uint32_t next = 0;
    for (const ViewStudy& view : study.views) {
      first_.push_back(next);
      if (!has_coalitions(view)) continue;
      for (const Coalition& coalition : view.coalitions->coalitions) {
        if (coalition.members.size() > 1) ++next;  // the larger ones come first
      }
    }
  }
  std::uint32_t group(std::size_t view, std::uint32_t coalition) const {
    if (coalition == 0) return no_color;
    const auto& members = study_.views[view].coalitions->coalitions[coalition - 1].members;
    return members.size() > 1 ? first_[view] + coalition - 1 : no_color;
  }

 private:
  const Study& study_;
  std::vector<std::uint32_t> first_;
};

// Discs of those without a coalition come after all others, one for each kind.
std::map<std::string, std::uint32_t, std::less<>> blocks_of_kinds(const KnowledgeGraph& graph) {
  std::map<std::string, std::uint32_t, std::less<>> blocks;
  std::uint32_t next = no_color / 2;
  for (const auto& [kind, role] : graph.schema().kinds) blocks.emplace(kind, next++);
  return blocks;
}

// Adds coalition, x, y, size, r, g, b to a file whose nodes stand for `nodes`.
void add_picture(PropertyGraph& file, const KnowledgeGraph& graph, const Study& study,
                 const std::vector<NodeId>& nodes) {
  const TwoMode& all = study.views.back().all;
  std::map<NodeId, double> stances, supporters;
  for (Vertex v = 0; v < all.view.actor_count(); ++v) stances[all.node[v]] = all.stand_count[v];
  for (Vertex v = all.view.actor_count(); v < all.view.vertex_count(); ++v) {
    supporters[all.node[v]] += static_cast<double>(all.view.out(v).size());
  }
  const auto largest = [](const std::map<NodeId, double>& values) {
    double most = 1;
    for (const auto& [node, value] : values) most = std::max(most, value);
    return most;
  };
  const double most_stances = largest(stances), most_supporters = largest(supporters);

  const Palette palette(study);
  const auto kind_blocks = blocks_of_kinds(graph);
  std::vector<ToPlace> to_place;
  std::vector<std::string> coalition;
  for (const NodeId node : nodes) {
    ToPlace place{.layer = Layer::around, .block = 0, .group = no_color, .importance = 0};
    place.block = kind_blocks.find(graph.kind(node))->second;
    std::string name;
    const auto role = graph.schema().role(graph.kind(node));
    if (role == Role::actor) {
      const std::size_t view = home_view(graph, study, node);
      const Membership at = membership(study.views[view], node);
      place.layer = Layer::actors;
      place.group = palette.group(view, at.coalition);
      if (place.group != no_color) place.block = place.group;
      place.importance = stances[node] / most_stances;
      if (at.coalition > 0)
        name = study.views[view].all.projection.name + " " + std::to_string(at.coalition);
    } else if (role == Role::item) {
      place.layer = Layer::items;
      place.importance = supporters[node] / most_supporters;
    }
    to_place.push_back(place);
    coalition.push_back(std::move(name));
  }
  std::vector<std::uint8_t> has_coalition;
  for (const auto& name : coalition) has_coalition.push_back(name.empty() ? 0 : 1);
  std::vector<double> x, y, size;
  std::vector<std::int64_t> r, g, b;
  for (const Placed& placed : place(to_place)) {
    x.push_back(placed.x);
    y.push_back(placed.y);
    size.push_back(placed.size);
    r.push_back(placed.rgb[0]);
    g.push_back(placed.rgb[1]);
    b.push_back(placed.rgb[2]);
  }
  auto& columns = file.node_attributes;
  columns.push_back({"coalition", std::move(coalition), std::move(has_coalition)});
  columns.push_back({"x", std::move(x), {}});
  columns.push_back({"y", std::move(y), {}});
  columns.push_back({"size", std::move(size), {}});
  columns.push_back({"r", std::move(r), {}});
  columns.push_back({"g", std::move(g), {}});
  columns.push_back({"b", std::move(b), {}});
}

std::vector<double>& reals(PropertyGraph& file, std::string_view name) {
  const auto column = std::find_if(file.node_attributes.begin(), file.node_attributes.end(),
                                   [&](const Attribute& a) { return a.name == name; });
  ENTENTE_ASSERT(column != file.node_attributes.end());
  return std::get<std::vector<double>>(column->values);
}

// Moves the nodes of a laid out file to where its edges of sign 1 pull them; none covers another.
void place_by_forces(PropertyGraph& file, const Context& context) {
  constexpr double scaling = 10;
  EdgeList list;
  list.keys = file.node_ids;
  list.source = file.source;
  list.target = file.target;
  const Attribute* sign = file.edge_attribute("sign");
  for (std::size_t e = 0; sign != nullptr && e < file.source.size(); ++e) {
    list.sign.push_back(static_cast<std::int8_t>(sign->number(e).value_or(1)));
  }
  const View view(std::move(list));
  const std::vector<double> size = reals(file, "size");
  std::vector<Vertex> vertex;
  std::vector<double> radius(file.node_ids.size());
  for (const std::string& id : file.node_ids) vertex.push_back(*view.find(id));
  for (std::size_t k = 0; k < vertex.size(); ++k) radius[vertex[k]] = size[k];
  const ForceAtlas atlas = force_atlas(view, context.rng("layout"),
                                       {.scaling = scaling,
                                        .radius = std::move(radius),
                                        .threads = context.threads,
                                        .stop = context.stop});
  std::vector<double>&x = reals(file, "x"), &y = reals(file, "y");
  for (std::size_t k = 0; k < vertex.size(); ++k) {
    x[k] = atlas.places[vertex[k]].x;
    y[k] = atlas.places[vertex[k]].y;
  }
}

void add_origin(PropertyGraph& file, const KnowledgeGraph& graph, const Study& study) {
  file.facts.emplace_back("data_set", graph.name());
  file.facts.emplace_back("data_digest", graph.digest());
  file.facts.emplace_back("as_of", to_text(study.day));
  file.facts.emplace_back("dates", study.projection.certain_dates ? "certain" : "possible");
  file.facts.emplace_back("projection", to_text(study.projection));
}

}  // namespace

PropertyGraph knowledge_graph_file(const KnowledgeGraph& graph, const Study& study) {
  Projection whatever_the_time = study.projection;
  whatever_the_time.as_of.reset();
  DataSetFile knowledge = knowledge_file(graph, Flavour::gephi, whatever_the_time);
  add_origin(knowledge.file, graph, study);
  add_picture(knowledge.file, graph, study, knowledge.node);
  return std::move(knowledge.file);
}

Table positions_table(const PropertyGraph& file) {
  Table table{"positions", "The picture of the whole data set", {{"node", "", "", file.node_ids}}};
  for (const char* name : {"x", "y", "size", "r", "g", "b"}) {
    const Attribute* column = file.node_attribute(name);
    ENTENTE_ASSERT(column != nullptr);
    if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column->values)) {
      table.columns.push_back({name, "", "", *whole});
    } else {
      table.columns.push_back({name, "", "", std::get<std::vector<double>>(column->values)});
    }
  }
  return table;
}

PropertyGraph two_mode_graph_file(const KnowledgeGraph& graph, const Study& study,
                                  const Context& context) {
  DataSetFile two_mode = two_mode_file(graph, study.views.back().all);
  add_origin(two_mode.file, graph, study);
  add_picture(two_mode.file, graph, study, two_mode.node);
  place_by_forces(two_mode.file, context);
  return std::move(two_mode.file);
}

PropertyGraph actors_graph_file(const KnowledgeGraph& graph, const Study& study) {
  const TwoMode& core = study.views.back().core;
  PropertyGraph file = backbone_file(graph, core, study.views.back().backbone);
  add_origin(file, graph, study);
  add_picture(file, graph, study, {core.node.begin(), core.node.begin() + core.view.actor_count()});
  return file;
}

}  // namespace entente
