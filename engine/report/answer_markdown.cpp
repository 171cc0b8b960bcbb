// SPDX-License-Identifier: Apache-2.0
#include "engine/report/answer_markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/answer_text.hpp"
#include "engine/report/cells.hpp"
#include "engine/report/claim_words.hpp"

namespace entente {
namespace {

constexpr std::size_t shown_rows = 20, shown_claims = 20;

// Text that Markdown reads as text.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      result += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string table_markdown(const Table& table) {
  std::string text = "\n### " + plain(table.name) + "\n\n" + plain(table.caption) + "\n\n";
  const std::size_t rows = row_count(table);
  if (rows == 0) return text + "(no rows)\n";
  std::string rule;
  for (const Column& column : table.columns) {
    text += "| " + plain(column.name) + ' ';
    rule += std::holds_alternative<std::vector<std::string>>(column.cells) ? "| --- " : "| ---: ";
  }
  text += "|\n" + rule + "|\n";
  for (std::size_t row = 0; row < rows && row < shown_rows; ++row) {
    for (const Column& column : table.columns) {
      const auto* reals = std::get_if<std::vector<double>>(&column.cells);
      text += "| " +
              plain(reals != nullptr ? rounded((*reals)[row]) : cell_text(column, row, View())) +
              ' ';
    }
    text += "|\n";
  }
  if (rows > shown_rows) text += fmt::format("\n... {} more rows\n", rows - shown_rows);
  return text;
}

}  // namespace

std::string answer_markdown(const KnowledgeGraph& graph, const QuestionAnswer& answer) {
  std::string text = "# " + plain(answer.asks) + "\n\n" + plain(answer.finding) + '\n';
  const auto list = [&](const std::string& title, const std::vector<std::string>& entries) {
    if (entries.empty()) return;
    text += "\n## " + title + "\n\n";
    for (const std::string& entry : entries) text += "- " + entry + '\n';
  };
  std::vector<std::string> sure, change, claims, missing;
  for (const Measure& m : answer.uncertainty) sure.push_back(plain(m.measure + ": " + m.says));
  for (const OtherChoice& choice : answer.choices) change.push_back(plain(choice_words(choice)));
  if (answer.choices_left_out > 0)
    change.push_back(
        fmt::format("{} more sources were not left out in turn", answer.choices_left_out));
  if (!answer.flip.says.empty()) change.push_back(plain(answer.flip.says));
  for (std::size_t k = 0; k < answer.claims.size() && k < shown_claims; ++k) {
    const ClaimId claim = answer.claims[k];
    const std::string_view url = graph.text(graph.source(graph.claim(claim).source).url);
    const std::string source = plain(source_words(graph, claim));
    claims.push_back(plain(claim_words(graph, claim)) + ": " +
                     (url.empty() ? source : fmt::format("[{}](<{}>)", source, url)));
  }
  if (answer.claims.size() > shown_claims)
    claims.push_back(fmt::format("... {} more", answer.claims.size() - shown_claims));
  for (const std::string& sentence : answer.missing) missing.push_back(plain(sentence));
  list("How sure", sure);
  list("What would change it", change);
  if (!answer.tables.empty()) text += "\n## Tables\n";
  for (const Table& table : answer.tables) text += table_markdown(table);
  list(fmt::format("Claims ({})", answer.claims.size()), claims);
  list("What is missing", missing);
  return text + "\n## Again\n\n    " + answer.command + '\n';
}

}  // namespace entente
