// SPDX-License-Identifier: Apache-2.0
#include "engine/report/dossier_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/report/display_width.hpp"
#include "engine/report/grid.hpp"

namespace entente {
namespace {

const char* stance_word(Stance stance) {
  return stance == no_stance ? "" : stance > 0 ? "in favour" : stance < 0 ? "against" : "neither";
}

const char* meaning(Silence silence) {
  switch (silence) {
    case Silence::absent:
      return "absent: it could, and would have been seen";
    case Silence::unknown:
      return "unknown: nobody says, and it might not have been seen";
    case Silence::impossible:
      return "impossible: it could not";
  }
  return "";
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const Dossier& dossier, const DossierTextOptions& options)
      : graph_(graph), dossier_(dossier), options_(options) {}

  std::string write() {
    describe(dossier_.node);
    if (dossier_.other) describe(*dossier_.other);
    text_ += '\n';
    summarize();
    for (const DossierGroup& group : dossier_.groups) show(group);
    sources();
    return std::move(text_);
  }

 private:
  void line(std::string_view lead, const std::string& text) {
    text_ += wrapped(lead, text, options_.width);
  }

  void describe(NodeId id) {
    const Node& node = graph_.node(id);
    line("", fmt::format("{} ({})", graph_.label(id), graph_.id(id)));
    std::string facts(graph_.kind(id));
    const auto add = [&](const char* before, std::string_view fact) {
      if (!fact.empty()) facts += fmt::format("{}{}", before, fact);
    };
    add(", ", graph_.text(node.country));
    add(", ", graph_.text(node.category));
    std::string aliases(graph_.text(node.aliases));
    for (std::size_t at = 0; (at = aliases.find('|', at)) != std::string::npos; ++at)
      aliases.replace(at, 1, ", ");
    add("; also called ", aliases);
    if (!node.from.blank()) add("; exists from ", to_text(node.from));
    if (!node.until.blank()) add("; until ", to_text(node.until));
    add("; Wikidata ", graph_.text(node.wikidata));
    add("; ", graph_.text(node.note));
    line("  ", facts);
    const std::string_view website = graph_.text(node.website);
    if (!website.empty()) text_ += "  " + std::string(website) + '\n';
  }

  void summarize() {
    std::set<SourceId> sources;
    std::size_t held = 0, possibly = 0;
    Day first = after_all, last = before_all;
    for (const DossierGroup& group : dossier_.groups) {
      for (const DossierEntry& entry : group.entries) {
        const Claim& claim = graph_.claim(entry.claim);
        sources.insert(claim.source);
        first = std::min(first, claim.recorded.last);
        last = std::max(last, claim.recorded.last);
        if (entry.standing >= Standing::overruled) continue;
        held += entry.held == Held::certainly ? 1 : 0;
        possibly += entry.held == Held::possibly ? 1 : 0;
      }
    }
    const Projection& asked = dossier_.projection;
    if (dossier_.claims == 0) {
      line("", fmt::format("No claim ({}).", filters_text(asked)));
    } else {
      line("", fmt::format("{} claim{} of {} source{}, recorded {} to {}; as of {} {} hold and {} "
                           "possibly do; {} overruled, {} retracted ({})",
                           dossier_.claims, dossier_.claims == 1 ? "" : "s", sources.size(),
                           sources.size() == 1 ? "" : "s", to_text(first), to_text(last),
                           to_text(*asked.as_of), held, possibly, dossier_.overruled,
                           dossier_.retracted, filters_text(asked)));
    }
    if (dossier_.left_out > 0)
      line("", fmt::format("{} left out by these options", dossier_.left_out));
    if (dossier_.is_cell) conclude();
    if (!dossier_.other) count_stances();
    for (const std::string& coverage : dossier_.coverage) line("  ", coverage);
  }

  // How many nodes at the other end, where the claims take stances.
  void count_stances() {
    std::map<Stance, std::set<NodeId>> ends;
    for (const DossierGroup& group : dossier_.groups) {
      for (const DossierEntry& entry : group.entries) {
        const Claim& claim = graph_.claim(entry.claim);
        if (claim.stance == no_stance || entry.standing >= Standing::overruled ||
            entry.held == Held::no)
          continue;
        ends[claim.stance].insert(group.outgoing ? claim.object : claim.subject);
      }
    }
    std::string text;
    for (const Stance stance : {Stance{1}, Stance{0}, Stance{-1}}) {
      if (ends[stance].empty()) continue;
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", stance_word(stance),
                          ends[stance].size());
    }
    if (!text.empty()) line("", "Stances then: " + text);
  }

  // What all claims of a cell come to.
  void conclude() {
    const std::string day = to_text(*dossier_.projection.as_of);
    if (!dossier_.known) {
      line("", fmt::format("On {} no claim says what it thinks of it. Silence means {}.", day,
                           meaning(dossier_.silence->silence)));
      for (const std::string& why : dossier_.silence->why) line("  because ", why);
      return;
    }
    const std::string stands =
        dossier_.stance == no_stance ? "named as absent" : stance_word(dossier_.stance);
    line("", fmt::format("On {}: {}{}.", day, stands,
                         dossier_.only_possible ? ", but only on some reading of the dates" : ""));
  }

  std::string source_mark(const Claim& claim) {
    const auto [found, is_new] = number_of_.emplace(claim.source, cited_.size() + 1);
    if (is_new) cited_.push_back(claim.source);
    const std::string_view locator = graph_.text(claim.locator);
    return fmt::format("[{}]{}{}", found->second, locator.empty() ? "" : " ", locator);
  }

  void show(const DossierGroup& group) {
    const std::size_t all = group.entries.size();
    const std::size_t shown = options_.rows == 0 ? all : std::min(all, options_.rows);
    const std::string verb =
        group.outgoing   ? group.verb
        : dossier_.other ? fmt::format("{} {} it", graph_.label(*dossier_.other), group.verb)
                         : group.verb + ", by others";
    const Stance first = graph_.claim(group.entries.front().claim).stance;
    const bool alike =
        std::all_of(group.entries.begin(), group.entries.end(),
                    [&](const auto& entry) { return graph_.claim(entry.claim).stance == first; });
    text_ += '\n' + wrapped("",
                            fmt::format("{} ({} claim{}{}{})", verb, all, all == 1 ? "" : "s",
                                        alike && first != no_stance ? ", " : "",
                                        alike ? stance_word(first) : ""),
                            options_.width);
    const auto column = [](const char* head) {
      return GridColumn{.head = head, .align = Align::left, .cells = {}};
    };
    GridColumn end = column(group.outgoing ? "what" : "who"), when = column("when"),
               stance = column("stance"), value = column("value"), standing = column("claim"),
               recorded = column("recorded"), source = column("source");
    bool any_value = false, any_standing = false;
    for (std::size_t k = 0; k < shown; ++k) {
      const DossierEntry& entry = group.entries[k];
      const Claim& claim = graph_.claim(entry.claim);
      end.cells.emplace_back(graph_.label(group.outgoing ? claim.object : claim.subject));
      std::string interval = to_text(claim.from);
      if (!claim.until.blank()) interval += " until " + to_text(claim.until);
      when.cells.push_back(interval.empty() ? "unknown" : interval);
      stance.cells.emplace_back(stance_word(claim.stance));
      value.cells.emplace_back(graph_.text(claim.value));
      std::string told = entry.standing == Standing::stands ? "" : word(entry.standing);
      const auto add = [&told](std::string_view text) {
        told += (told.empty() ? "" : ", ") + std::string(text);
      };
      if (entry.status == Status::disputed) add("disputed");
      if (entry.replaced_by)
        add(fmt::format("replaced by {}", graph_.text(graph_.claim(*entry.replaced_by).id)));
      any_value = any_value || !value.cells.back().empty();
      any_standing = any_standing || !told.empty();
      standing.cells.push_back(std::move(told));
      recorded.cells.push_back(to_text(claim.recorded));
      source.cells.push_back(source_mark(claim));
    }
    std::vector<GridColumn> columns;
    if (!dossier_.other) columns.push_back(std::move(end));
    // Dates are not cut where they are short enough to leave room for the rest.
    const bool short_dates =
        std::all_of(when.cells.begin(), when.cells.end(),
                    [](const auto& cell) { return display_width(cell) <= 26; });
    if (short_dates) when.align = Align::right;
    columns.push_back(std::move(when));
    if (any_value) columns.push_back(std::move(value));
    if (!alike) columns.push_back(std::move(stance));
    if (any_standing) columns.push_back(std::move(standing));
    columns.push_back(std::move(recorded));
    columns.push_back(std::move(source));
    text_ += grid(std::move(columns), {.width = options_.width});
    if (shown < all)
      text_ +=
          fmt::format("... {} more (--rows 0 shows all, --format csv has them)\n", all - shown);
  }

  void sources() {
    if (cited_.empty()) return;
    text_ += "\nSources\n";
    for (const SourceId id : cited_) {
      const Source& source = graph_.source(id);
      std::string title(graph_.text(source.title));
      for (const Text part : {source.author, source.publisher, source.date}) {
        const std::string_view fact = graph_.text(part);
        if (!fact.empty() && fact != title) title += ", " + std::string(fact);
      }
      const std::string lead = fmt::format("[{}] ", number_of_.at(id));
      const std::string_view url = graph_.text(source.url);
      // A byte that could end the link, or steer the terminal, is no part of an address.
      const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7f;
      });
      if (url.empty() || !plain) {
        line(lead, title);
      } else if (options_.links) {
        text_ += lead + "\x1b]8;;" + std::string(url) + "\x1b\\" +
                 cut_to_width(title, options_.width - lead.size()) + "\x1b]8;;\x1b\\\n";
      } else {
        line(lead, title);
        text_ += std::string(lead.size(), ' ') + std::string(url) + '\n';
      }
    }
  }

  const KnowledgeGraph& graph_;
  const Dossier& dossier_;
  const DossierTextOptions& options_;
  std::map<SourceId, std::size_t> number_of_;
  std::vector<SourceId> cited_;
  std::string text_;
};

}  // namespace

std::string dossier_text(const KnowledgeGraph& graph, const Dossier& dossier,
                         const DossierTextOptions& options) {
  return Writer(graph, dossier, options).write();
}

}  // namespace entente
