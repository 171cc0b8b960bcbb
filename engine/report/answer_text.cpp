// SPDX-License-Identifier: Apache-2.0
#include "engine/report/answer_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/cells.hpp"
#include "engine/report/claim_words.hpp"
#include "engine/report/display_width.hpp"
#include "engine/report/grid.hpp"
#include "engine/report/text.hpp"

namespace entente {
namespace {

constexpr std::size_t shown_rows = 8, shown_claims = 5, shown_tables = 3, shown_missing = 8;

bool holds_text(const Column& column) {
  return std::holds_alternative<std::vector<std::string>>(column.cells);
}

std::string table_text(const Table& table, std::size_t width) {
  std::string text = wrapped("", table.caption, width);
  const std::size_t rows = row_count(table), shown = std::min(rows, shown_rows);
  if (rows == 0) return text + "  (no rows)\n";
  const bool labelled =
      std::any_of(table.columns.begin(), table.columns.end(),
                  [](const Column& c) { return c.name == "label" || c.name.ends_with("_label"); });
  std::vector<GridColumn> columns;
  for (const Column& column : table.columns) {
    // Ids and lists of ids are for programs; names stand beside them.
    const bool is_id = column.name == "node" || column.name == "actor" || column.name == "item" ||
                       column.name == "a" || column.name == "b";
    if ((labelled && is_id) || column.name == "claims" || column.name == "items") continue;
    GridColumn result{
        .head = column.name, .align = holds_text(column) ? Align::left : Align::right, .cells = {}};
    const auto* reals = std::get_if<std::vector<double>>(&column.cells);
    for (std::size_t row = 0; row < shown; ++row) {
      result.cells.push_back(reals != nullptr         ? rounded((*reals)[row])
                             : is_absent(column, row) ? "-"
                                                      : cell_text(column, row, View()));
    }
    columns.push_back(std::move(result));
  }
  text += grid(std::move(columns), {.width = width});
  if (shown < rows)
    text += fmt::format("... {} more rows (--format csv --table {})\n", rows - shown, table.name);
  return text;
}

}  // namespace

std::string choice_words(const OtherChoice& choice) {
  std::string text = choice.choice + " " + choice.setting + ": ";
  if (!choice.told) return text + choice.finding;
  std::string agreement;
  if (choice.agreement == choice.agreement) {
    agreement = fmt::format(" (adjusted Rand index {:.2f})", choice.agreement);
  } else if (choice.shared == choice.shared) {
    agreement = fmt::format(" ({:.0f} % of what either names)", 100 * choice.shared);
  }
  std::vector<std::string> pieces, numbers;
  for (const Moved& moved : choice.moved) (moved.turns ? pieces : numbers).push_back(moved.is);
  // Groups or names that differ without one piece that does are told by the whole finding.
  if (!choice.holds && pieces.empty())
    pieces.push_back(choice.finding);
  else
    pieces.insert(pieces.end(), numbers.begin(), numbers.end());
  return fmt::format("{}the finding {}{}{}{}", text, choice.holds ? "holds" : "does NOT hold",
                     agreement, pieces.empty() ? "" : ": ", fmt::join(pieces, "; "));
}

std::string questions_text(const std::vector<Question>& questions, std::size_t width) {
  std::size_t widest = 0;
  for (const Question& question : questions) widest = std::max(widest, question.id.size());
  std::string text;
  for (const Question& question : questions) {
    text += wrapped(
        pad_to_width(question.id, widest) + "  ",
        question.asks + " Needs " + fmt::format("{}", fmt::join(needs_of(question), "; ")) + ".",
        width);
  }
  return text;
}

std::string parts_text(std::size_t width) {
  std::string text;
  for (const Part& part : parts()) {
    text += wrapped(std::string(part.id) + "  ", part.does, width);
    for (const ParamSpec& spec : part.params)
      text += wrapped("  parameter  " + spec.name + "  ",
                      fmt::format("{} (default {})", spec.help, value_text(spec.fallback)), width);
    if (!part.null_models.empty())
      text +=
          wrapped("  null model  ", fmt::format("{}", fmt::join(part.null_models, ", ")), width);
    for (const SlotSpec& slot : part.slots)
      text += wrapped(fmt::format("  {{{}}}  ", slot.name), slot.meaning, width);
    text += '\n';
  }
  return text;
}

std::string answer_text(const KnowledgeGraph& graph, const QuestionAnswer& answer,
                        std::size_t width) {
  std::string text = wrapped("", answer.asks, width) + '\n' + wrapped("  ", answer.finding, width);
  const auto head = [&](const std::string& title) { text += '\n' + title + '\n'; };
  if (!answer.uncertainty.empty()) {
    head("How sure");
    for (const Measure& measure : answer.uncertainty)
      text += wrapped("  " + measure.measure + "  ", measure.says, width);
  }
  if (answer.told) head("What would change it");
  for (const OtherChoice& choice : answer.choices)
    text += wrapped("  ", choice_words(choice), width);
  if (answer.choices_left_out > 0)
    text +=
        wrapped("  ",
                fmt::format("{} more sources were not left out in turn (--effort thorough does)",
                            answer.choices_left_out),
                width);
  if (!answer.flip.says.empty())
    text += wrapped("  ",
                    answer.flip.says + (answer.flip.claims.empty() || answer.flip.exact
                                            ? ""
                                            : " Fewer may do: the search is not exhaustive."),
                    width);
  std::vector<std::string> further;
  for (std::size_t k = 0; k < answer.tables.size(); ++k) {
    if (k < shown_tables) {
      text += '\n' + table_text(answer.tables[k], width);
    } else {
      further.push_back(answer.tables[k].name);
    }
  }
  if (!further.empty())
    text += '\n' + wrapped("",
                           fmt::format("Further tables: {} (--format csv --table NAME)",
                                       fmt::join(further, ", ")),
                           width);
  if (!answer.claims.empty()) {
    head(fmt::format("Rests on {} claims", answer.claims.size()));
    for (std::size_t k = 0; k < answer.claims.size() && k < shown_claims; ++k) {
      text += wrapped(
          "  ",
          claim_words(graph, answer.claims[k]) + " [" + source_words(graph, answer.claims[k]) + "]",
          width);
    }
    if (answer.claims.size() > shown_claims)
      text += fmt::format("  ... {} more (--format json has all)\n",
                          answer.claims.size() - shown_claims);
  }
  if (!answer.missing.empty()) head("What is missing");
  for (std::size_t k = 0; k < answer.missing.size() && k < shown_missing; ++k)
    text += wrapped("  ", answer.missing[k], width);
  if (answer.missing.size() > shown_missing)
    text += fmt::format("  ... {} more (--format json has all)\n",
                        answer.missing.size() - shown_missing);
  return text + "\nAgain: " + answer.command + '\n';
}

}  // namespace entente
