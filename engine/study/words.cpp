// SPDX-License-Identifier: Apache-2.0
#include "engine/study/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace entente {

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k > 0) text += k + 1 == words.size() ? " and " : ", ";
    text += words[k];
  }
  return text;
}

std::string first_of(std::vector<std::string> words, std::size_t most, std::string_view what) {
  if (words.size() > most + 1) {
    const std::size_t left = words.size() - most;
    words.resize(most);
    words.push_back(fmt::format("{} more{}{}", left, what.empty() ? "" : " ", what));
  }
  return join(words);
}

std::string p_text(double p) {
  if (p < 0.001) return "< 0.001";
  return fmt::format("{:.{}f}", p, p < 0.01 ? 3 : 2);
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

std::string Words::node(NodeId node) const { return std::string(graph_.label(node)); }

std::string Words::nodes(std::span<const NodeId> nodes) const {
  std::vector<std::string> words;
  for (const NodeId n : nodes) words.push_back(node(n));
  return join(words);
}

std::string Words::actor(const TwoMode& view, std::uint32_t actor) const {
  return node(view.node[actor]);
}

std::string Words::short_name(NodeId node) const {
  const std::string_view aliases = graph_.text(graph_.node(node).aliases);
  std::string_view best = graph_.label(node);
  for (std::size_t begin = 0; begin < aliases.size();) {
    const std::size_t end = std::min(aliases.find('|', begin), aliases.size());
    const std::string_view alias = aliases.substr(begin, end - begin);
    if (alias.size() >= 4 && alias.size() < best.size()) best = alias;
    begin = end + 1;
  }
  return std::string(best);
}

std::string Words::item(const TwoMode& view, std::uint32_t item) const {
  std::string name = short_name(view.node[view.view.actor_count() + item]);
  switch (view.answer[item]) {
    case Answer::yes:
      return "yes to " + name;
    case Answer::no:
      return "no to " + name;
    case Answer::support:
      return name;
  }
  return name;
}

std::string Words::actors(const TwoMode& view, std::span<const std::uint32_t> list,
                          std::size_t most) const {
  std::vector<std::string> words;
  for (std::size_t k = 0; k < list.size() && k < most; ++k) words.push_back(actor(view, list[k]));
  return join(words);
}

std::string Words::members(const TwoMode& core, const Coalition& coalition) const {
  std::string text;
  const std::size_t shown = std::min<std::size_t>(3, coalition.typical.size());
  for (std::size_t k = 0; k < shown; ++k)
    text += (k > 0 ? ", " : "") + actor(core, coalition.typical[k]);
  if (coalition.members.size() > shown)
    text += fmt::format(" + {}", coalition.members.size() - shown);
  return text;
}

std::string Words::binding(const TwoMode& core, const Coalition& coalition,
                           std::size_t most) const {
  std::string text;
  for (std::size_t k = 0; k < coalition.binding.size() && k < most; ++k) {
    text += (k > 0 ? ", " : "") + item(core, coalition.binding[k].item);
  }
  return text;
}

// Whether the actor's stance on the item rests on sponsoring alone.
bool Words::only_sponsored(const TwoMode& view, std::uint32_t actor, NodeId item) const {
  const NodeId who = view.node[actor];
  const auto stand = std::find_if(view.stands.begin(), view.stands.end(),
                                  [&](const Stand& s) { return s.actor == who && s.item == item; });
  if (stand == view.stands.end()) return false;
  return std::all_of(view.claims.begin() + stand->first_claim,
                     view.claims.begin() + stand->last_claim, [&](ClaimId claim) {
                       const std::string_view verb = graph_.text(graph_.claim(claim).verb);
                       return graph_.schema().relation(verb)->aspect == Aspect::support;
                     });
}

std::string Words::deed(const TwoMode& view, std::uint32_t actor, std::uint32_t item,
                        bool done) const {
  const NodeId node = view.node[view.view.actor_count() + item];
  std::string name = short_name(node);
  if (graph_.kind(node) == "vote" && view.answer[item] != Answer::no) {
    if (done && only_sponsored(view, actor, node)) return "sponsored " + name;
    if (!done && view.answer[item] == Answer::support) return "did not sponsor " + name;
  }
  switch (view.answer[item]) {
    case Answer::yes:
      return (done ? "voted yes to " : "did not vote yes to ") + name;
    case Answer::no:
      return (done ? "voted no to " : "did not vote no to ") + name;
    case Answer::support:
      return (done ? "supports " : "does not support ") + name;
  }
  return name;
}

std::string Words::because(const TwoMode& core, const AbsenceFinding& absence) const {
  std::vector<std::string> items;
  for (const std::uint32_t j : absence.carried_by) {
    if (items.size() < 2) items.push_back(deed(core, absence.actor, j, true));
  }
  std::string text = items.empty() ? std::string("it is active") : join(items);
  if (!absence.peers.empty()) {
    text += "; most like " + actors(core, absence.peers, 3) + ", which support it";
  }
  return text;
}

std::string Words::because(const TwoMode& core, const UnusualFinding& unusual) const {
  std::vector<std::string> cells;
  for (const auto& cell : unusual.actor.carrying) {
    if (cells.size() == 2) break;
    cells.push_back(fmt::format("{} (expected {})",
                                deed(core, unusual.actor.actor, cell.item, cell.present),
                                percent(cell.probability)));
  }
  std::string text = join(cells);
  if (!unusual.peers.empty()) text += "; most like " + actors(core, unusual.peers, 3);
  return text;
}

std::vector<std::string> Words::absentees(const ViewStudy& view,
                                          const NamedAbsentees& found) const {
  std::vector<std::string> sentences;
  const std::string agreement = short_name(found.item);
  const std::size_t placed = found.inside.size() + found.outside.size();
  if (placed == 0 || !view.coalitions) return sentences;
  const std::string home = members(view.core, view.coalitions->coalitions[found.home]);
  const auto stand = [](const std::vector<NodeId>& list) {
    return list.size() == 1 ? "stands" : "stand";
  };
  if (found.inside.empty() || found.outside.empty()) {
    const bool in = found.outside.empty();
    const auto& all = in ? found.inside : found.outside;
    sentences.push_back(
        fmt::format("Named as absent from {}: {}, all {} the coalition of its supporters ({}).",
                    agreement, nodes(all), in ? "inside" : "outside", home));
  } else {
    sentences.push_back(fmt::format(
        "Named as absent from {}, not one group: {} {} inside the coalition of its "
        "supporters ({}), {} outside.",
        agreement, nodes(found.inside), stand(found.inside), home, nodes(found.outside)));
  }
  std::map<std::pair<Answer, Answer>, std::vector<std::string>> votes;
  for (const DividingVote& vote : found.votes)
    votes[{vote.inside, vote.outside}].push_back(short_name(vote.vote));
  std::vector<std::string> parts;
  for (const auto& [answers, names] : votes) {
    const auto word = [](Answer answer) { return answer == Answer::yes ? "yes" : "no"; };
    parts.push_back(fmt::format("{} ({} inside, {} outside)", first_of(names, 2, ""),
                                word(answers.first), word(answers.second)));
  }
  if (!parts.empty()) sentences.push_back("They divide on " + join(parts) + ".");
  return sentences;
}

std::string Words::choice(const Trial& trial) const {
  if (trial.kind == list_left_out) {
    const auto list = graph_.find(trial.choice);
    return "without " + (list ? short_name(*list) : trial.choice);
  }
  return trial.kind + ' ' + trial.choice;
}

std::string Words::sensitivity(const ViewStudy& view) const {
  const bool view_has = has_coalitions(view);
  constexpr std::size_t most = 2;
  std::vector<std::string> parts;
  for (const Headline& headline : view.sensitivity) {
    if (headline.trials.empty()) continue;
    std::vector<std::string> fails;  // the lists that it rests on first
    for (const bool list : {true, false}) {
      for (const Trial& trial : headline.trials) {
        if (!trial.survives && (trial.kind == list_left_out) == list)
          fails.push_back(choice(trial));
      }
    }
    std::string what;
    switch (headline.kind) {
      case HeadlineKind::beyond_chance:
        what = view_has ? "beyond chance" : "no more than chance";
        break;
      case HeadlineKind::same_coalitions:
        what = "same coalitions";
        break;
      case HeadlineKind::absentees:
        what = "absentees' sides";
        break;
      case HeadlineKind::absences:
        what = unexpected_absence(view.outliers) != nullptr ? "least expected absence"
                                                            : "no unexpected absence";
        break;
      case HeadlineKind::unusual:
        what = "most unusual";
        break;
      case HeadlineKind::brokers:
        what = "brokers";
        break;
    }
    std::string exceptions;
    if (!fails.empty()) {
      const std::size_t more = fails.size() > most ? fails.size() - most : 0;
      fails.resize(fails.size() - more);
      constexpr std::string_view without = "without ";
      for (std::size_t k = 1; k < fails.size(); ++k) {  // "without 73/187, 73/27"
        if (fails[k].starts_with(without)) fails[k].erase(0, without.size());
      }
      if (more > 0) fails.push_back(fmt::format("{} more", more));
      exceptions = " (not " + join(fails) + ")";
    }
    parts.push_back(fmt::format("{} {} of {}{}", what, headline.survived(), headline.trials.size(),
                                exceptions));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace entente
