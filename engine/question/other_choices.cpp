// SPDX-License-Identifier: Apache-2.0
#include "engine/question/other_choices.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/projection/two_mode.hpp"
#include "engine/study/agreement.hpp"

namespace entente {
namespace {

// The share of what either names that both name.
double shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const std::size_t either = a.size() + b.size() - both.size();
  return either == 0 ? no_number : static_cast<double>(both.size()) / static_cast<double>(either);
}

std::vector<Moved> moved(const Finding& base, const Finding& found) {
  std::vector<Moved> pieces;
  if (found.headline != base.headline)
    pieces.push_back({"headline", base.headline, found.headline, true});
  for (const Stated& was : base.stated) {
    const auto is = std::find_if(found.stated.begin(), found.stated.end(),
                                 [&](const Stated& piece) { return piece.what == was.what; });
    if (is != found.stated.end() && is->key != was.key)
      pieces.push_back({was.what, was.says, is->says, was.turns});
  }
  return pieces;
}

// The sources behind the stances of the view, those of most claims first.
std::vector<std::string> sources_of(const Inquiry& inquiry) {
  const TwoMode view = project_two_mode(inquiry.graph, inquiry.projection);
  std::map<SourceId, std::size_t> claims;
  for (const ClaimId claim : view.claims) ++claims[inquiry.graph.claim(claim).source];
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [source, count] : claims)
    order.emplace_back(count, inquiry.graph.text(inquiry.graph.source(source).id));
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> ids;
  for (auto& [count, id] : order) ids.push_back(std::move(id));
  return ids;
}

std::size_t sources_tried(Effort effort) {
  return effort == Effort::quick ? 3 : effort == Effort::normal ? 8 : 1000;
}

}  // namespace

Expected<OtherChoices> other_choices(
    const Question& question, const Inquiry& inquiry, const Finding& base, const FindBriefly& find,
    const std::function<std::string(const Inquiry&, const Finding&)>& sentence) {
  OtherChoices result;
  Diagnostics problems;
  const auto ask_again = [&](std::string choice, std::string setting, const auto& change) {
    if (!problems.empty()) return;
    inquiry.context.check_stop();
    Inquiry other = inquiry;
    other.brief = true;
    change(other);
    const auto found = find(other);
    if (!found) {
      problems = found.error();
      return;
    }
    OtherChoice row{std::move(choice), std::move(setting), found->told, true,
                    sentence(other, *found)};
    row.moved = moved(base, *found);
    row.holds =
        std::none_of(row.moved.begin(), row.moved.end(), [](const Moved& m) { return m.turns; });
    if (!base.groups.empty() && !found->groups.empty()) {
      row.agreement = agreement(base.groups, found->groups).value_or(no_number);
      row.holds = row.holds && row.agreement >= 0.8;
    }
    row.shared = shared(base.named, found->named);
    row.holds = row.holds && !(row.shared < 0.5);
    result.choices.push_back(std::move(row));
  };
  const ComparedWith& compare = question.compare;
  if (compare.dates) {
    ask_again(
        "dates", inquiry.projection.certain_dates ? "possible" : "certain",
        [](Inquiry& other) { other.projection.certain_dates = !other.projection.certain_dates; });
  }
  if (compare.disputed) {
    ask_again("disputed claims", inquiry.projection.without_disputed ? "counted" : "left out",
              [](Inquiry& other) {
                other.projection.without_disputed = !other.projection.without_disputed;
              });
  }
  for (const std::string& model : compare.null_models) {
    if (model != inquiry.null_model)
      ask_again("null model", model, [&](Inquiry& other) { other.null_model = model; });
  }
  if (compare.sources) {
    const auto sources = sources_of(inquiry);
    const std::size_t tried = std::min(sources.size(), sources_tried(inquiry.context.effort));
    for (std::size_t k = 0; k < tried; ++k) {
      inquiry.context.report("without each list", static_cast<double>(k),
                             static_cast<double>(tried));
      ask_again("source left out", sources[k],
                [&](Inquiry& other) { other.projection.without.push_back(sources[k]); });
    }
    result.left_out = static_cast<std::uint32_t>(sources.size() - tried);
  }
  if (!problems.empty()) return problems;
  return result;
}

}  // namespace entente
