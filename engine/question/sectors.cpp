// SPDX-License-Identifier: Apache-2.0
#include "engine/question/sectors.hpp"

#include <algorithm>
#include <map>

#include "engine/question/evidence.hpp"
#include "engine/study/words.hpp"

namespace entente::question {
namespace {

std::string sector(const std::string& kind, bool by_kind) {
  if (by_kind) return kind;
  if (kind == "state" || kind == "public-authority") return "states";
  if (kind == "company" || kind == "business-association") return "firms";
  if (kind == "civil-society" || kind == "academia") return "civil society";
  return kind;
}

struct Cells {
  std::uint64_t known = 0, unknown = 0;
  std::map<std::string, std::uint64_t> unknown_of_kind;
};

}  // namespace

Sectors sectors_of(const TwoMode& view, bool by_kind) {
  Sectors sectors;
  std::map<std::string, std::uint32_t> number;
  for (Vertex v = 0; v < view.view.actor_count(); ++v)
    number.emplace(sector(view.view.kind(v), by_kind), 0);
  for (auto& [name, at] : number) {
    at = static_cast<std::uint32_t>(sectors.names.size());
    sectors.names.push_back(name);
  }
  for (Vertex v = 0; v < view.view.actor_count(); ++v)
    sectors.of_actor.push_back(number.at(sector(view.view.kind(v), by_kind)));
  return sectors;
}

std::vector<SectorSeen> seen_sectors(const KnowledgeGraph& graph, const TwoMode& two_mode,
                                     const Sectors& sectors) {
  const View& view = two_mode.view;
  const Mask* const mask = view.mask();
  const Words words(graph);
  std::vector<SectorSeen> result(sectors.names.size());
  std::vector<std::uint32_t> possible(result.size(), 0), seen(result.size(), 0);
  std::vector<std::vector<std::pair<std::uint32_t, std::string>>> unseen(result.size());
  for (std::uint32_t j = 0; j < view.item_count(); ++j) {
    const NodeId item = two_mode.node[view.actor_count() + j];
    std::vector<Cells> cells(result.size());
    for (std::uint32_t i = 0; i < view.actor_count(); ++i) {
      Cells& of = cells[sectors.of_actor[i]];
      if (mask == nullptr || mask->known(i, j)) {
        ++of.known;
      } else if (!mask->impossible(i, j)) {
        ++of.unknown;
        ++of.unknown_of_kind[view.kind(i)];
      }
    }
    for (std::size_t s = 0; s < cells.size(); ++s) {
      if (cells[s].known + cells[s].unknown == 0) continue;
      ++possible[s];
      if (cells[s].known >= cells[s].unknown) {
        ++seen[s];
        continue;
      }
      const auto most =
          std::max_element(cells[s].unknown_of_kind.begin(), cells[s].unknown_of_kind.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      const std::string why = why_unseen(graph, item, most->first, two_mode.day);
      std::uint32_t names = 0;
      for (const Vertex v : view.out(view.actor_count() + j)) names += sectors.of_actor[v] == s;
      unseen[s].emplace_back(names, words.short_name(item) + (why.empty() ? "" : " (" + why + ")"));
    }
  }
  for (std::size_t s = 0; s < result.size(); ++s) {
    result[s].could = possible[s] >= 2;
    result[s].enough = seen[s] >= 2;
    std::stable_sort(unseen[s].begin(), unseen[s].end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [names, text] : unseen[s]) result[s].unseen.push_back(std::move(text));
  }
  return result;
}

std::vector<std::string> unseen_sectors(const Sectors& sectors,
                                        const std::vector<SectorSeen>& seen) {
  std::vector<std::string> names;
  for (std::size_t s = 0; s < seen.size(); ++s) {
    if (seen[s].could && !seen[s].enough) names.push_back(sectors.names[s]);
  }
  return names;
}

}  // namespace entente::question
