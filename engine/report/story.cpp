// SPDX-License-Identifier: Apache-2.0
#include "engine/report/story.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/question/sectors.hpp"
#include "engine/report/display_width.hpp"
#include "engine/study/words.hpp"

namespace entente {
namespace {

class Story {
 public:
  Story(const KnowledgeGraph& graph, const Study& study, std::size_t width)
      : graph_(graph), study_(study), words_(graph), width_(width) {}

  std::string tell() {
    head();
    for (const ViewStudy& view : study_.views) tell_view(view);
    return std::move(text_);
  }

 private:
  void line(const std::string& text, const std::string& first = "  ") {
    text_ += wrapped(first, text, width_);
  }

  void head() {
    line(fmt::format("{} as of {}: {} claims of {} sources, {}", graph_.name(), to_text(study_.day),
                     graph_.claims().size(), graph_.sources().size(),
                     filters_text(study_.projection)),
         "");
  }

  // The view of all actors tells what the others have not told.
  void tell_view(const ViewStudy& view) {
    const bool last = &view == &study_.views.back();
    std::string title = view.all.projection.name;
    for (char& c : title) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    const std::uint64_t cells = view.all.known + view.all.unknown + view.all.impossible;
    if (&view != &study_.views.front()) text_ += '\n';
    line(fmt::format("{}: {} on {} item{}; cells seen {}, unseen {}, impossible {}", title,
                     view.all.view.actor_count(), view.all.view.item_count(),
                     view.all.view.item_count() == 1 ? "" : "s", share(view.all.known, cells),
                     share(view.all.unknown, cells), share(view.all.impossible, cells)),
         "");
    tell_coalitions(view);
    if (last) {
      tell_brokers(view);
      tell_unseen_sectors(view);
      return;
    }
    for (const NamedAbsentees& found : view.absentees) {
      if (found.inside.empty() || found.outside.empty()) continue;  // one group: absentees.csv
      for (const std::string& sentence : words_.absentees(view, found)) line(sentence);
    }
    tell_outliers(view);
    if (has_coalitions(view) && !view.sensitivity.empty()) {
      line((&view == &study_.views.front() ? dates() : "") +
           "Other choices leave: " + words_.sensitivity(view) + ". " + opinions(view.opinions));
    }
    for (const std::string& caution : view.cautions) line(caution, "  ! ");
  }

  static std::string share(std::uint64_t part, std::uint64_t all) {
    return all == 0 ? "0 %" : percent(static_cast<double>(part) / static_cast<double>(all));
  }

  // They are told of the first views only: the last one holds the same actors and more.
  void tell_coalitions(const ViewStudy& view) {
    const bool last = &view == &study_.views.back();
    if (!view.structure || !view.coalitions) return;
    const Structure& s = *view.structure;
    const Coalitions& found = *view.coalitions;
    const std::string tests =
        fmt::format("butterflies p {}; Q {:.3f} not {:.3f}, p {}", p_text(s.p_upper),
                    found.modularity, found.null_mean, p_text(found.p_value));
    if (!has_coalitions(view)) {
      line(fmt::format("No coalitions beyond chance ({}).", tests));
      return;
    }
    line(fmt::format("Beyond chance ({}){}", tests, last ? "." : ":"));
    std::size_t others = 0, in_others = 0;
    for (std::size_t k = 0; k < found.coalitions.size() && !last; ++k) {
      const Coalition& coalition = found.coalitions[k];
      if (coalition.p_value > 0.05) {
        ++others;
        in_others += coalition.members.size();
        continue;
      }
      const std::string binds = words_.binding(view.core, coalition, 2);
      line(fmt::format("{}{}; stability {}", words_.members(view.core, coalition),
                       binds.empty() ? std::string() : "; binds: " + binds,
                       percent(coalition.stability)),
           fmt::format("  {:>2}  ", k + 1));
    }
    if (others > 0) {
      line(fmt::format("({} more, {} actors: no firmer than chance)", others, in_others), "      ");
    }
  }

  static std::string opinions(const SecondOpinions& found) {
    const auto ari = [](const std::optional<double>& value) {
      return value ? fmt::format("ARI {:.2f}", *value) : std::string("no answer");
    };
    const std::string where =
        found.backbone ? fmt::format("{} actors, {}", found.backbone_actors, ari(found.backbone))
                       : std::string("empty");
    return fmt::format("Correspondence axis: {}; signed backbone: {}.", ari(found.first_axis),
                       where);
  }

  std::string dates() const {
    if (!study_.agreement_of_date_choices) return {};
    const double ari = *study_.agreement_of_date_choices;
    return fmt::format("With {} dates {} (ARI {:.2f}). ",
                       study_.projection.certain_dates ? "possible" : "certain",
                       ari >= 0.9 ? "the same coalitions" : "OTHER coalitions", ari);
  }

  void tell_outliers(const ViewStudy& view) {
    const auto& absences = view.outliers.absences;
    if (const AbsenceFinding* a = unexpected_absence(view.outliers)) {
      line(fmt::format("Least expected absence: {} from {} (expected {}, p {}, q {}): {}.",
                       words_.actor(view.core, a->actor), words_.item(view.core, a->item),
                       percent(a->probability), p_text(a->p_value), p_text(a->q_value),
                       words_.because(view.core, *a)));
    } else if (!absences.empty()) {
      line(fmt::format("No absence that would have been seen is unexpected (smallest p {}).",
                       p_text(absences.front().p_value)));
    }
    if (const UnusualFinding* unusual = most_unusual(view.outliers)) {
      const auto& actor = unusual->actor;
      line(fmt::format("Most unusual: {} (p {}, q {}): {}.", words_.actor(view.core, actor.actor),
                       p_text(actor.p_value), p_text(actor.q_value),
                       words_.because(view.core, *unusual)));
    }
  }

  void tell_brokers(const ViewStudy& view) {
    std::vector<std::string> names;
    for (const Broker& broker : view.brokers) {
      if (names.size() == brokers_told) break;
      names.push_back(fmt::format("{} ({})", words_.actor(view.all, broker.actor),
                                  percent(broker.outside_share)));
    }
    if (names.empty()) return;
    const std::string choices = words_.sensitivity(view);
    line("Brokers (met of another kind): " + join(names) + "." +
         (choices.empty() ? "" : " Other choices leave: " + choices + "."));
  }

  void tell_unseen_sectors(const ViewStudy& view) {
    if (view.brokers.empty()) return;
    const auto sectors = question::sectors_of(view.all, false);
    const auto names =
        question::unseen_sectors(sectors, question::seen_sectors(graph_, view.all, sectors));
    if (names.empty()) return;
    line("Too little seen of " + first_of(names, 1, "sectors") + " to say who bridges.", "  ! ");
  }

  const KnowledgeGraph& graph_;
  const Study& study_;
  Words words_;
  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string story(const KnowledgeGraph& graph, const Study& study, std::size_t width) {
  return Story(graph, study, width).tell();
}

}  // namespace entente
